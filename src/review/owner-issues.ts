import { createHash } from 'node:crypto';
import type { Repository } from '../forge/github/client.ts';
import { type IssueContent, type IssueResult, keepIssues, type OpenIssue, readIssues } from '../forge/github/issue.ts';
import { type AtRegistry, resultsOf } from '../model/at-registry.ts';
import type { DriftSplit } from '../model/drift.ts';
import type { OwnedFailure, Ownership, Told } from '../model/owned-failure.ts';
import { type Blocked, changePath, type Plan } from '../model/plan.ts';
import { distinctProblems, type Problem } from '../model/problem.ts';
import { barePath } from '../model/registry.ts';
import { OWNER_GONE, ownerBody, ownerHead, ownerPart, ownerTitle, readOwnerBody } from '../report/owner-issue.ts';

const GROUP = { label: 'agentcore-sync', prefix: 'owner-' } as const;

/** Names of issues are short and plain, whatever an owner is called. */
const issueName = (owner: string): string =>
  `${GROUP.prefix}${createHash('sha256').update(owner.toLowerCase()).digest('hex').slice(0, 16)}`;

const driftWords = ({ state, fields }: DriftSplit['drifted'][number]): string =>
  state === 'changed' ? `${fields.join(', ')} changed in the registry` : `it is ${state} in the registry`;

/** Something that fails, and whose it is. */
export interface Failing {
  readonly owners: readonly string[];
  readonly failure: OwnedFailure;
}

/** Where an entry's file, or what stands at a path, says whose it is. */
export type OwnersAt = (path: string) => readonly string[];

/** Whose a path of the registry is, by the changes of plans. */
export const ownersByPlans = (plans: readonly AtRegistry<Plan>[], owning: Ownership): OwnersAt => {
  const changes = resultsOf(plans).flatMap((plan) => [
    ...plan.changes,
    ...(plan.blocked ?? []).map(({ change }: Blocked) => change),
  ]);
  const byPath = new Map(changes.map((change) => [barePath(changePath(change)), change]));
  return (path) => {
    const change = byPath.get(barePath(path));
    return change === undefined ? [] : owning.ofChange(change);
  };
};

/** The owners of what a problem is about. */
const ownersOf = ({ place, about, subject }: Problem, owning: Ownership, ownersAt: OwnersAt): readonly string[] => {
  if (place !== undefined) return owning.ofFile(place.file);
  const owners = ownersAt(about?.path ?? subject);
  return owners.length > 0 || about?.account === undefined ? owners : owning.ofAccount(about.account, about.region);
};

/** An error that no person accepts. */
export const isFailure = ({ severity, accepted }: Problem): boolean => severity === 'error' && accepted === undefined;

/** Errors among problems that no person accepts, with whose they are. */
export const failingOf = (
  problems: readonly Problem[],
  owning: Ownership,
  ownersAt: OwnersAt = () => [],
): readonly Failing[] =>
  distinctProblems(problems)
    .filter(isFailure)
    .map((problem) => ({
      owners: ownersOf(problem, owning, ownersAt),
      failure: {
        what: problem.place?.file ?? problem.subject,
        text: problem.text,
        ...(problem.hint === undefined ? {} : { hint: problem.hint }),
      },
    }));

/** What fails, by owner; what nobody owns is left out. */
export const byOwner = (failing: readonly Failing[]): Told['failures'] => {
  const failures = new Map<string, OwnedFailure[]>();
  for (const { owners, failure } of failing) {
    for (const owner of new Set(owners)) failures.set(owner, [...(failures.get(owner) ?? []), failure]);
  }
  return failures;
};

/** What a plan, and what drifted since it was last applied, means for owners. */
export const toldByDrift = (
  { plans, split }: { readonly plans: readonly AtRegistry<Plan>[]; readonly split: DriftSplit },
  owning: Ownership,
): Told => {
  const ownersAt = ownersByPlans(plans, owning);
  const drifted = split.drifted.map((one) => ({
    owners: ownersAt(one.registryPath ?? one.path),
    failure: { what: one.path, text: `${driftWords(one)}.` },
  }));
  const problems = plans.flatMap((one) => one.problems);
  return {
    command: 'plan',
    complete: plans.every(({ result }) => result !== undefined),
    failures: byOwner([...failingOf(problems, owning, ownersAt), ...drifted]),
  };
};

/** What shall stand: the command's part of each owner's issue is that of this run, all other parts stay as they are. */
const contentsWith =
  ({ command, complete, failures }: Told) =>
  (open: readonly OpenIssue[]): ReadonlyMap<string, IssueContent> => {
    const contents = new Map<string, IssueContent>();
    for (const { name, title, body } of open) {
      if (contents.has(name)) continue;
      const { head, parts } = readOwnerBody(body);
      const left = new Map([...parts].filter(([one]) => !complete || one !== command));
      if (left.size > 0) contents.set(name, { title, body: ownerBody({ head, parts: left }) });
    }
    for (const [owner, mine] of failures) {
      const name = issueName(owner);
      const { parts } = readOwnerBody(contents.get(name)?.body ?? '');
      const all = new Map([...parts, [command, ownerPart(command, mine)] as const]);
      contents.set(name, { title: ownerTitle(owner), body: ownerBody({ head: ownerHead(owner), parts: all }) });
    }
    return contents;
  };

/**
 * Keeps one issue for each owner of whose entries something fails, whatever command met it, and closes those of owners with
 * nothing left. Each names its owner, so that GitHub tells them.
 */
export const keepOwnerIssues = (repository: Repository, told: Told): Promise<readonly IssueResult[]> =>
  keepIssues(repository, GROUP, { contentsOf: contentsWith(told), closing: OWNER_GONE });

/** True where an open issue of an owner still tells what the command met before. */
export const isToldOpen = async (repository: Repository, command: Told['command']): Promise<boolean> =>
  (await readIssues(repository, GROUP)).some(({ body }) => readOwnerBody(body).parts.has(command));
