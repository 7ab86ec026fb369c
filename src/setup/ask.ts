import { OPTIONS } from '../config/options/options.ts';
import type { InitSettings, Settings } from '../config/settings.ts';

/** Asks a person one question; resolves with the line that was typed. */
export type Ask = (question: string) => Promise<string>;

/** What flags, environment and an existing configuration say. */
export type Told = Partial<Pick<InitSettings, 'action' | 'repository' | 'hubRole'>> & {
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly registryUrl?: string;
  readonly codeOwners: readonly string[];
};

/** Whether a text is this action, pinned: `owner/repository@` and the digest of a commit. */
export const isPinnedAction = (text: string): boolean =>
  /^[\w-][\w.-]*\/[\w.-]+@([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);

const isRepository = (text: string): boolean => /^[\w-][\w.-]*\/[\w.-]+$/.test(text);
const isRole = (text: string): boolean => /^arn:[a-z-]+:iam::[0-9]{12}:role\/.{1,512}$/.test(text);
const isUrl = (text: string): boolean => URL.parse(text)?.protocol === 'https:';
const matches =
  (pattern: RegExp) =>
  (text: string): boolean =>
    pattern.test(text);

const listed = (line: string): readonly string[] => line.split(/[\s,]+/).filter((item) => item !== '');

interface Form {
  readonly fits: (item: string) => boolean;
  /** An empty line is no answer. */
  readonly needed?: boolean;
}

/** Asks until every item has its form. */
const items = async (ask: Ask, question: string, { fits, needed = false }: Form): Promise<readonly string[]> => {
  let complaint = '';
  for (;;) {
    const answer = listed(await ask(`${complaint}${question}: `));
    const bad = answer.filter((item) => !fits(item));
    if (bad.length === 0 && (answer.length > 0 || !needed)) return answer;
    complaint = bad.length === 0 ? 'This one is needed. ' : `Not of that form: ${bad.join(', ')}. `;
  }
};

/** What is told, from merged settings. */
export const toldBy = (settings: Pick<Settings, 'init' | 'aws' | 'registries'>): Told => {
  const { init, aws, registries } = settings;
  const registryUrl = registries[0]?.url;
  return {
    ...init,
    accounts: aws.accounts.type === 'list' ? aws.accounts.accounts : [],
    regions: aws.regions.type === 'list' ? aws.regions.regions : aws.regions.type === 'all' ? ['all'] : [],
    ...(registryUrl === undefined ? {} : { registryUrl }),
  };
};

/** Asks for what was not told. What stays unanswered stays out, and setup tells so. */
export const askMissing = async (told: Told, ask: Ask): Promise<Told> => {
  const one = async (question: string, form: Form) => (await items(ask, question, form))[0];
  const some = async (known: readonly string[], question: string, pattern: RegExp) =>
    known.length > 0 ? known : items(ask, question, { fits: matches(pattern) });
  const action =
    told.action ?? (await one('This action, as owner/repository@digest', { fits: isPinnedAction, needed: true }));
  const repository =
    told.repository ?? (await one("The catalogue's repository, as owner/name", { fits: isRepository }));
  const accounts = await some(told.accounts, 'AWS accounts to scan', OPTIONS.accounts.pattern);
  const regions = await some(told.regions, 'Regions, or all', OPTIONS.regions.pattern);
  const hubRole = told.hubRole ?? (await one('ARN of a hub role, empty for none', { fits: isRole }));
  const registryUrl = told.registryUrl ?? (await one("The registry's URL", { fits: isUrl }));
  const codeOwners = await some(told.codeOwners, 'Code owners, as @organization/team', OPTIONS.codeOwners.pattern);
  return {
    accounts,
    regions,
    codeOwners,
    ...(action === undefined ? {} : { action }),
    ...(repository === undefined ? {} : { repository }),
    ...(hubRole === undefined ? {} : { hubRole }),
    ...(registryUrl === undefined ? {} : { registryUrl }),
  };
};
