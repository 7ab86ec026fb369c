import { parse } from 'yaml';
import { isObject } from '../../src/model/json.ts';

type Values = Readonly<Record<string, unknown>>;

const object = (value: unknown): Values => (isObject(value) ? value : {});
const list = (value: unknown): readonly Values[] => (Array.isArray(value) ? value.filter(isObject) : []);

/**
 * Environments that hold secrets; setup restricts each to the default branch, releasing to tags of versions. GitHub restricts
 * that of Pages itself.
 */
const SECRET_ENVIRONMENTS = [
  'agentcore-scan',
  'registry',
  'registry-refresh',
  'agentcore-verify',
  'agentcore-deploy-plan',
  'agentcore-deploy',
  'github-pages',
  'release-signing',
  'npm',
];
const PINNED = /^(\.\/|[\w.-]+\/[\w./-]+@[0-9a-f]{40})$/;

const reads = (value: unknown, context: string): boolean =>
  new RegExp(`\\$\\{\\{[^}]*\\b${context}\\b`).test(JSON.stringify(value) ?? '');

interface Job {
  readonly name: string;
  readonly job: Values;
  readonly triggers: readonly string[];
}

const holdsSecret = (job: Values): boolean =>
  reads(job, 'secrets') || object(job['permissions'])['id-token'] === 'write';

/** A job that is another workflow of the repository: what that one is said to keep is looked at there. */
const isCall = (job: Values): boolean => String(job['uses'] ?? '').startsWith('./.github/workflows/');

const secretFindings = ({ name, job, triggers }: Job): string[] => {
  if (isCall(job) ? reads(job, 'secrets') || job['secrets'] !== undefined : false)
    return [`${name}: secrets for a called workflow`];
  if (isCall(job) || !holdsSecret(job)) return [];
  const environment = String(job['environment'] ?? 'none');
  return [
    ...(SECRET_ENVIRONMENTS.includes(environment) ? [] : [`${name}: a secret outside an environment (${environment})`]),
    ...(triggers.some((trigger) => /^(pull_request|merge_group)/.test(trigger))
      ? [`${name}: a secret in a job that a pull request starts`]
      : []),
    ...(reads(job['env'], 'secrets') ? [`${name}: a secret for every step of the job`] : []),
  ];
};

const checkoutFindings = (name: string, step: Values): string[] => {
  if (!String(step['uses'] ?? '').startsWith('actions/checkout@')) return [];
  const given = object(step['with']);
  return [
    ...(given['persist-credentials'] === false ? [] : [`${name}: the checkout keeps its credentials`]),
    ...('ref' in given || 'repository' in given
      ? [`${name}: checks out something else than the run's own commit`]
      : []),
  ];
};

const stepFindings = (name: string, step: Values): string[] => {
  const { uses, run } = step;
  return [
    ...(typeof run === 'string' && run.includes('${{') ? [`${name}: an expression in a script`] : []),
    ...(uses === undefined || PINNED.test(String(uses)) ? [] : [`${name}: ${String(uses)} is not pinned to a digest`]),
    ...checkoutFindings(name, step),
  ];
};

const concurrencyFindings = (name: string, value: unknown): string[] => {
  const { queue, 'cancel-in-progress': cancel } = object(value);
  return [
    ...(queue === undefined || queue === 'max' ? [] : [`${name}: concurrency.queue has the value ${String(queue)}`]),
    ...(queue === 'max' && cancel !== false ? [`${name}: a queue whose runs cancel each other`] : []),
  ];
};

const jobFindings = (it: Job): string[] => {
  const { name, job } = it;
  return [
    ...(isObject(job['permissions']) ? [] : [`${name}: no permissions of its own`]),
    ...('timeout-minutes' in job || isCall(job) ? [] : [`${name}: no time limit`]),
    ...secretFindings(it),
    ...concurrencyFindings(name, job['concurrency']),
    ...list(job['steps']).flatMap((step) => stepFindings(name, step)),
  ];
};

/** Everything in a workflow that these templates must not have, one line each. */
export const workflowFindings = (text: string): readonly string[] => {
  const workflow = object(parse(text));
  const on = workflow['on'];
  const triggers = typeof on === 'string' ? [on] : Array.isArray(on) ? on.map(String) : Object.keys(object(on));
  const permissions = workflow['permissions'];
  return [
    ...(isObject(permissions) && Object.keys(permissions).length === 0 ? [] : ['the workflow itself has permissions']),
    ...(triggers.includes('pull_request_target') ? ['it runs on pull_request_target'] : []),
    ...(reads(workflow['env'], 'secrets') ? ['a secret for every job'] : []),
    ...concurrencyFindings('the workflow', workflow['concurrency']),
    ...Object.entries(object(workflow['jobs'])).flatMap(([name, job]) =>
      jobFindings({ name, job: object(job), triggers }),
    ),
  ];
};

/** The inputs that a workflow gives to this action, step by step. */
export const actionInputs = (text: string, action: string): readonly Values[] =>
  Object.values(object(object(parse(text))['jobs']))
    .flatMap((job) => list(object(job)['steps']))
    .filter((step) => String(step['uses']).startsWith(action))
    .map((step) => object(step['with']));

/** The jobs of a workflow by their ids. */
export const jobsOf = (text: string): Readonly<Record<string, Values>> =>
  Object.fromEntries(Object.entries(object(object(parse(text))['jobs'])).map(([id, job]) => [id, object(job)]));
