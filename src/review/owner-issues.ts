import { createHash } from 'node:crypto';
import type { Repository } from '../forge/github/client.ts';
import { type IssueContent, type IssueResult, keepIssues } from '../forge/github/issue.ts';
import { type AtRegistry, resultsOf } from '../model/at-registry.ts';
import type { DriftSplit } from '../model/drift.ts';
import { type Blocked, type Change, changePath, type Plan } from '../model/plan.ts';
import { distinctProblems, type Problem } from '../model/problem.ts';
import { barePath } from '../model/registry.ts';
import { OWNER_GONE, type OwnedFailure, ownerIssue, ownerTitle } from '../report/owner-issue.ts';

/** Who owns a file of the catalogue or, where its entry is gone, what stood in the registry: logins and teams. */
export interface Ownership {
  /** Every owner that the configuration names. */
  readonly all: readonly string[];
  readonly ofChange: (change: Change) => readonly string[];
  /** `file`: as a user would open it. */
  readonly ofFile: (file: string) => readonly string[];
}

const LABEL = 'agentcore-sync';
const PREFIX = 'owner-';

/** Names of issues are short and plain, whatever an owner is called. */
const issueName = (owner: string): string =>
  `${PREFIX}${createHash('sha256').update(owner.toLowerCase()).digest('hex').slice(0, 16)}`;

const driftWords = ({ state, fields }: DriftSplit['drifted'][number]): string =>
  state === 'changed' ? `${fields.join(', ')} changed in the registry` : `it is ${state} in the registry`;

interface Failing {
  readonly owners: readonly string[];
  readonly failure: OwnedFailure;
}

/** Everything in a plan that somebody must look at, with who owns it. */
const failingOf = (plans: readonly AtRegistry<Plan>[], split: DriftSplit, owning: Ownership): readonly Failing[] => {
  const changes = resultsOf(plans).flatMap((plan) => [
    ...plan.changes,
    ...(plan.blocked ?? []).map(({ change }: Blocked) => change),
  ]);
  const byPath = new Map(changes.map((change) => [barePath(changePath(change)), change]));
  const ownersAt = (path: string): readonly string[] => {
    const change = byPath.get(barePath(path));
    return change === undefined ? [] : owning.ofChange(change);
  };
  const ofProblem = ({ place, subject }: Problem): readonly string[] =>
    place === undefined ? ownersAt(subject) : owning.ofFile(place.file);
  return [
    ...distinctProblems(plans.flatMap(({ problems }) => problems))
      .filter(({ severity }) => severity === 'error')
      .map((problem) => ({
        owners: ofProblem(problem),
        failure: {
          what: problem.place?.file ?? problem.subject,
          text: problem.text,
          ...(problem.hint === undefined ? {} : { hint: problem.hint }),
        },
      })),
    ...split.drifted.map((drifted) => ({
      owners: ownersAt(drifted.registryPath ?? drifted.path),
      failure: { what: drifted.path, text: `${driftWords(drifted)}.` },
    })),
  ];
};

/**
 * Keeps one issue for each owner of whose entries something fails or drifted, and closes those of owners with nothing left.
 * Each names its owner, so that GitHub tells them.
 */
export const keepOwnerIssues = async (
  repository: Repository,
  { plans, split }: { readonly plans: readonly AtRegistry<Plan>[]; readonly split: DriftSplit },
  owning: Ownership,
): Promise<readonly IssueResult[]> => {
  if (owning.all.length === 0) return [];
  const failures = new Map<string, OwnedFailure[]>();
  for (const { owners, failure } of failingOf(plans, split, owning)) {
    for (const owner of new Set(owners)) failures.set(owner, [...(failures.get(owner) ?? []), failure]);
  }
  const contents = new Map<string, IssueContent>(
    [...failures].map(([owner, mine]) => [
      issueName(owner),
      { title: ownerTitle(owner), body: ownerIssue(owner, mine) },
    ]),
  );
  return keepIssues(repository, { label: LABEL, prefix: PREFIX }, { contents, closing: OWNER_GONE });
};
