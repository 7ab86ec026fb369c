import type { AccountSelection } from '../config/settings.ts';
import type { CheckRow } from '../model/setup.ts';
import { updateAccountsCommand } from './deploy.ts';
import { shellWord } from './shell.ts';

/** Whether AgentCore answered in one Region of one account. */
export interface RegionAnswer {
  readonly account: string;
  readonly region: string;
  /** `absent`: AgentCore is not offered there, or the Region is not enabled. */
  readonly state: 'ok' | 'absent' | 'failed';
  /** AWS's words where it did not answer as it should. */
  readonly text?: string;
}

/** How the Regions were asked: whether they were listed by name, and for which of AgentCore's calls. */
interface Asked {
  readonly named: boolean;
  readonly calls: readonly string[];
  /** All that are scanned. */
  readonly accounts: AccountSelection;
}

const SHOWN = 5;

const some = (items: readonly string[]): string =>
  items.length <= SHOWN ? items.join(', ') : `${items.slice(0, SHOWN).join(', ')} and ${items.length - SHOWN} more`;

/** An account's own Regions are switched on by itself, or by who manages the organization. */
const enabling = (region: string, { account }: RegionAnswer): string =>
  `aws account enable-region --region-name ${shellWord(region)} --account-id ${shellWord(account)}`;

const rowOf = (region: string, answers: readonly RegionAnswer[], { named, calls, accounts }: Asked): CheckRow => {
  const bad = answers.filter(({ state }) => state === 'failed' || (named && state === 'absent'));
  const good = answers.filter(({ state }) => state === 'ok').length;
  const met = `AgentCore answers in ${good} of ${answers.length} accounts`;
  const [first] = bad;
  if (first === undefined) return { check: `Region ${region}`, state: 'ok', met };
  const absent = bad.every(({ state }) => state === 'absent');
  return {
    check: `Region ${region}`,
    state: 'failed',
    met: `${met}; not in ${some(bad.map(({ account }) => account))}: ${first.text ?? 'no answer'}`,
    command: absent ? enabling(region, first) : updateAccountsCommand(accounts),
    todo: absent
      ? 'Enable the Region in these accounts, or take it out of aws.regions.'
      : `Compare the role of these accounts with iam/: it needs these actions of bedrock-agentcore: ${calls.join(', ')}.`,
  };
};

/**
 * A row for each Region, sorted.
 * @param asked.named the Regions were listed: one where AgentCore is not there is a failure, otherwise it is left out
 */
export const regionRows = (answers: readonly RegionAnswer[], asked: Asked): readonly CheckRow[] =>
  [...Map.groupBy(answers, ({ region }) => region)]
    .filter(([, of]) => asked.named || of.some(({ state }) => state !== 'absent'))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([region, of]) => rowOf(region, of, asked));
