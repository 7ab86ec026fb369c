import { readFile } from 'node:fs/promises';
import { SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import { stops } from '../model/problem.ts';
import { type GatewayChanges, stepText } from '../report/deploy-text.ts';
import type { CommandContext } from '../running/context.ts';
import { judged } from '../running/judging.ts';
import { type ApprovedChange, type DeployPlan, readDeployPlan } from './change-set.ts';
import type { Definition } from './definition.ts';
import { chosenDefinitions, judgeDefinitions, judgePolicies, loadGateways } from './loading.ts';
import { POLICY_TESTS, policyPath } from './policy-resources.ts';
import type { Attempt, Prepared } from './preparing.ts';
import { stackName } from './render.ts';
import type { StackFacts, StackStep } from './stacks.ts';

/** What one definition came to. */
export interface Outcome {
  readonly changes: GatewayChanges;
  readonly approved?: ApprovedChange;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

const failure = (name: string, text: string, hint: string | undefined): Problem => ({
  rule: 'command-failed',
  severity: 'error',
  subject: `gateway ${name}`,
  text,
  ...(hint === undefined ? {} : { hint }),
});

/** What becomes of a gateway, for whoever is to agree. */
export const changesOf = ({ definition, stack, ready, changes }: Prepared): GatewayChanges => ({
  ...definition.place,
  stack,
  changes,
  state: ready.type,
});

/** What an approval of a change set holds; undefined: there is nothing to approve. */
export const approvedOf = ({ definition, ready, template, live }: Prepared): ApprovedChange | undefined =>
  ready.type === 'empty' ? undefined : { ...definition.place, changeSet: ready.arn, template, live };

/** A definition that could not be prepared, as its outcome. */
export const refused = ({ definition, error }: Extract<Attempt, { type: 'failed' }>): Outcome => ({
  changes: { ...definition.place, stack: 'update', changes: [], state: 'failed' },
  problems: [failure(definition.place.name, error.message, error.hint)],
});

/** What a plan takes away: done only where it was asked for. */
export const removals = ({ definition, changes }: Prepared): Problem | undefined => {
  const gone = changes.filter(({ kind }) => kind === 'remove');
  if (gone.length === 0) return undefined;
  return {
    rule: 'delete-not-allowed',
    severity: 'error',
    subject: `gateway ${definition.place.name}`,
    text: `The change set removes ${gone.map(({ thing }) => thing).join(', ')}.`,
    hint: 'Deploy with --allow-deletes.',
  };
};

/** What a definition is judged by: itself, and the policies that it brings. */
const filesOf = ({ file, value }: Definition, directory: string): readonly string[] => [
  file,
  ...(value.policies?.files ?? []).map((one) => `${directory}/${policyPath(one)}`),
];

/** Definitions that may be deployed, and what is wrong with the others. */
export const sounded = async (context: CommandContext, names: readonly string[]) => {
  if (context.settings.owner === undefined) {
    throw new SyncError(
      'usage',
      'missing-option',
      'gateways: the stacks are marked with the owner, and none is configured.',
      {
        hint: 'Set owner in agentcore-sync.yaml.',
      },
    );
  }
  const catalogue = await loadGateways(context);
  const chosen = chosenDefinitions(catalogue, names);
  const { checked, problems } = judgeDefinitions(chosen, catalogue.world, 'deploy');
  const found = [...catalogue.problems, ...problems, ...(await judgePolicies(chosen, catalogue))];
  const all = judged(found, context);
  const faulty = new Set(all.filter(stops).flatMap(({ place }) => place?.file ?? []));
  const { directory } = catalogue;
  const sound = faulty.has(`${directory}/${POLICY_TESTS}`)
    ? []
    : checked.filter(({ definition }) => !filesOf(definition, directory).some((file) => faulty.has(file)));
  return { catalogue, sound, problems: all };
};

/** The plan that was approved: a file's, or the text itself. */
export const expectedPlan = async (expect: string | undefined): Promise<DeployPlan | undefined> => {
  if (expect === undefined) return undefined;
  const text = expect.startsWith('{') ? expect : await readFile(expect, 'utf8').catch(() => '');
  const plan = readDeployPlan(text);
  if (plan !== undefined) return plan;
  throw new SyncError(
    'usage',
    'bad-option',
    'Reading the plan of --expect: expected what gateways plan saved, met something else.',
    {
      hint: 'agentcore-sync gateways plan --out plan.json',
    },
  );
};

const CHANGED_MEANWHILE = 'somebody changed the live gateway since';

/** Why a change set is not the one that was approved; undefined: it is. */
export const differsFrom = (plan: DeployPlan, prepared: Prepared): string | undefined => {
  const { place } = prepared.definition;
  const approved = plan.changes.find(
    ({ account, region, name }) => account === place.account && region === place.region && name === place.name,
  );
  const now = approvedOf(prepared);
  if (now === undefined) return undefined;
  if (approved === undefined) return 'it was not in the approved plan';
  if (approved.template !== now.template) return 'its template is another one';
  if (approved.live !== now.live) return CHANGED_MEANWHILE;
  return approved.changeSet === now.changeSet ? undefined : 'its change set is another one';
};

/** What the stack says of itself once all is done. */
const outputsOf = ({ outputs }: StackFacts): Readonly<Record<string, string>> => Object.fromEntries(outputs);

const GOOD = new Set(['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE']);

/** Tells one step of a stack: on a terminal above the line of what goes on. */
const tellStep = ({ actions, settings, terminal, work }: CommandContext, name: string, step: StackStep): void => {
  const text = stepText(name, step);
  if (actions) terminal.log({ type: 'line', text });
  else if (settings.output === 'text') {
    work?.({ type: 'ended' });
    terminal.write(`${text}\n`);
    work?.({ type: 'phase', text: `deploying gateway ${name}` });
  }
};

/** What came of a stack once nothing goes on in it. */
const endOf = (prepared: Prepared, facts: StackFacts | undefined, failed: readonly StackStep[]): Outcome => {
  const { name } = prepared.definition.place;
  if (facts !== undefined && GOOD.has(facts.status)) {
    return { changes: changesOf(prepared), outputs: outputsOf(facts), problems: [] };
  }
  const why = failed.map(({ logicalId, reason }) => `${logicalId}: ${reason ?? 'no reason given'}`).join('; ');
  const status =
    facts === undefined
      ? 'somebody deleted the stack meanwhile'
      : `the stack is ${facts.status}${/ROLLBACK_COMPLETE$/.test(facts.status) ? ', and all is as it was before' : ''}`;
  const text = `Deploying gateway ${name}: ${status}.${why === '' ? '' : ` ${why}`}`;
  return { changes: changesOf(prepared), problems: [failure(name, text, 'Mend the definition, and deploy again.')] };
};

const execute = async (context: CommandContext, prepared: Prepared, arn: string): Promise<Outcome> => {
  const { definition, stacks } = prepared;
  const { name } = definition.place;
  const stack = stackName(definition);
  context.work?.({ type: 'phase', text: `deploying gateway ${name}` });
  const after = await stacks.lastEvent(stack);
  await stacks.execute(arn, arn.split('/').at(-1) ?? 'agentcore-sync');
  const failed: StackStep[] = [];
  try {
    const facts = await stacks.follow(stack, after, (step) => {
      if (step.status.endsWith('_FAILED') && !/cancelled/i.test(step.reason ?? '')) failed.push(step);
      tellStep(context, name, step);
    });
    return endOf(prepared, facts, failed);
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    const text = `${error.message}. Its change set was executed, and CloudFormation goes on with it by itself.`;
    return { changes: changesOf(prepared), problems: [failure(name, text, GO_ON)] };
  }
};

/** What to do where a deploy goes on unseen. */
const GO_ON = 'Run the command again: it waits until nothing goes on in the stack, and does what is left.';

/** What a stack says of itself can't be added by an import: the change set after it does, where it does nothing else. */
const addOutputs = async (context: CommandContext, imported: Prepared, done: Outcome): Promise<Outcome> => {
  const next = await imported.again();
  if (next.ready.type === 'empty' || next.ready.changes.length > 0) return done;
  return { ...(await execute(context, next, next.ready.arn)), changes: done.changes };
};

/** Deploys what was prepared, where it is agreed: `agreed` says why not, or nothing. What AWS refuses is told in the outcome. */
export const deployOne = async (
  context: CommandContext,
  attempt: Attempt,
  agreed: (prepared: Prepared) => Promise<string | undefined>,
): Promise<Outcome> => {
  if (attempt.type === 'failed') return refused(attempt);
  const { prepared } = attempt;
  const { ready, definition } = prepared;
  if (ready.type === 'empty') return { changes: changesOf(prepared), problems: [] };
  const gone = context.settings.gatewaysRun.allowDeletes ? undefined : removals(prepared);
  if (gone !== undefined) return { changes: changesOf(prepared), problems: [gone] };
  try {
    // Whoever was asked took his time, and those before took theirs: what is live is compared once more.
    const against =
      (await agreed(prepared)) ?? ((await prepared.liveNow()) === prepared.live ? undefined : CHANGED_MEANWHILE);
    if (against !== undefined) {
      const text = `Deploying gateway ${definition.place.name}: ${against}. Nothing of it was changed.`;
      const hint = 'Run agentcore-sync gateways plan again, and have it approved.';
      return { changes: changesOf(prepared), problems: [failure(definition.place.name, text, hint)] };
    }
    const done = await execute(context, prepared, ready.arn);
    return prepared.stack === 'import' && done.outputs !== undefined ? await addOutputs(context, prepared, done) : done;
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    return refused({ type: 'failed', definition, error });
  }
};
