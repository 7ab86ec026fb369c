import type { Problem } from '../model/problem.ts';
import type { KeyOf } from '../model/resource.ts';
import { GATEWAYS_FILE, type StandingGateway } from '../model/standing-gateway.ts';
import type { CommandContext } from '../running/context.ts';
import { type Handover, writeHandover } from '../running/handover.ts';
import { scanAws } from '../running/scanning.ts';
import type { Checked } from './check.ts';
import { type Attempt, deploySettings, type Prepared } from './preparing.ts';
import { stackName } from './render.ts';

/** The gateway of a stack that stands, and what the stack says of itself. */
export interface StandingStack {
  readonly key: KeyOf<'gateway'>;
  readonly outputs: ReadonlyMap<string, string>;
}

const DOCUMENT = '/.well-known/openid-configuration';

/** The file that says what was deployed. */
export const handoverAt = (folder: string): Handover => ({
  folder,
  file: GATEWAYS_FILE,
  option: 'results',
  writer: 'gateways plan or deploy',
});

const standingStack = async ({ definition, stacks }: Prepared): Promise<StandingStack | undefined> => {
  const facts = await stacks.find(stackName(definition));
  const id = facts?.outputs.get('GatewayArn')?.split(':gateway/')[1];
  if (facts === undefined || id === undefined) return undefined;
  const { account, region } = definition.place;
  return { key: { kind: 'gateway', account, region, id }, outputs: facts.outputs };
};

/** What the stacks of definitions hold now, whether this run changed them or not. None is asked for where nobody is told. */
export const standingStacks = async (
  { settings }: CommandContext,
  attempts: readonly Attempt[],
): Promise<readonly StandingStack[]> => {
  if (settings.verify.results === undefined) return [];
  const found: StandingStack[] = [];
  for (const attempt of attempts) {
    const stack = attempt.type === 'prepared' ? await standingStack(attempt.prepared) : undefined;
    if (stack !== undefined) found.push(stack);
  }
  return found;
};

const clientOf = (outputs: ReadonlyMap<string, string>): Pick<StandingGateway, 'client'> => {
  const [document, id] = [outputs.get('DiscoveryUrl'), outputs.get('ClientId')];
  if (document === undefined || id === undefined || !document.endsWith(DOCUMENT)) return {};
  return { client: { issuer: document.slice(0, -DOCUMENT.length), id } };
};

/**
 * Writes what stands for the job that proposes registrations and clients: gateways as a scan sees them, and the clients of
 * their pools. That job has no role in AWS, and this one no right to write to the repository. Nothing without a folder.
 */
export const handOverGateways = async (
  context: CommandContext,
  sound: readonly Checked[],
  stacks: readonly StandingStack[],
): Promise<{ readonly outputs: Readonly<Record<string, string>>; readonly problems: readonly Problem[] }> => {
  const { results } = context.settings.verify;
  if (results === undefined || stacks.length === 0) return { outputs: {}, problems: [] };
  const keys = stacks.map(({ key }) => key);
  const settings = { ...context.settings, aws: deploySettings(context, sound) };
  const scan = await scanAws({ ...context, settings }, { known: keys, tree: new Map(), kept: keys });
  const gateways = scan.sightings.flatMap(({ key, source }) => {
    const stack = stacks.find(
      (one) => one.key.account === key.account && one.key.region === key.region && one.key.id === key.id,
    );
    return source?.kind === 'gateway' && stack !== undefined
      ? [{ source: source.value, ...clientOf(stack.outputs) }]
      : [];
  });
  const digest = await writeHandover(handoverAt(results), { gateways });
  return { outputs: { 'results-digest': digest }, problems: scan.problems };
};
