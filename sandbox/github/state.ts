import type { Repository } from './git.ts';
import type { Person } from './objects.ts';

type Level = 'none' | 'read' | 'write';
export type PermissionName = 'contents' | 'pull-requests' | 'checks' | 'issues' | 'actions' | 'workflows';
export type Permissions = Readonly<Partial<Record<PermissionName, Level>>>;

/** Who a token speaks for. `actions` is a job's own GITHUB_TOKEN: it can never have `workflows`. */
export interface Actor {
  readonly login: string;
  readonly kind: 'actions' | 'app' | 'person';
  readonly permissions: Permissions;
}

export interface Comment {
  readonly id: number;
  readonly author: string;
  body: string;
  updates: number;
}

interface Review {
  readonly author: string;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED';
  readonly commit: string;
}

interface Pull {
  readonly head: string;
  base: string;
  /** The head as GitHub keeps it: it no longer moves once the request is closed. */
  headSha: string;
  readonly draft: boolean;
  merged: boolean;
  mergeCommit: string | undefined;
  /** Commits that reached the base by it, the merge's own among them; none while it is open. */
  brought: readonly string[];
  /** Where the base was when it was merged. */
  mergedOnto: string | undefined;
  reviewers: string[];
  teams: string[];
  reviews: Review[];
  queued: boolean;
  /** The head branch was forced or made anew while the request was closed: it can't be reopened. */
  stranded: boolean;
}

/** An issue, or a pull request: they share numbers, labels, assignees and comments. */
export interface Item {
  readonly number: number;
  readonly author: string;
  title: string;
  body: string;
  state: 'open' | 'closed';
  closedBy: string | undefined;
  labels: string[];
  assignees: string[];
  comments: Comment[];
  pull: Pull | undefined;
}

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly sha: string;
  readonly status: string;
  readonly conclusion: string | undefined;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly text: string | undefined;
  readonly detailsUrl: string | undefined;
  readonly externalId: string | undefined;
  readonly annotations: readonly unknown[];
  readonly author: string;
}

/** A run of a workflow, as an administrator's hand puts it there: the double runs none. */
export interface WorkflowRun {
  readonly id: number;
  /** File name of the workflow. */
  readonly workflow: string;
  readonly branch: string;
  readonly sha: string;
  readonly event: string;
  status: 'queued' | 'in_progress' | 'waiting' | 'completed';
  conclusion: 'success' | 'failure' | undefined;
  /** RFC 3339. */
  readonly created: string;
  readonly updated: string;
}

/** One move of a ref. */
export interface Push {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly forced: boolean;
  readonly by: string;
}

interface Ruleset {
  /** A branch name, `*` at its end for any. */
  readonly branches: string;
  readonly forbids: readonly ('force' | 'delete' | 'update')[];
}

/** What an administrator may change while a story runs. */
export interface Settings {
  /** "Allow GitHub Actions to create and approve pull requests". */
  actionsMayOpenPulls: boolean;
  rulesets: Ruleset[];
  /** Entries of a recursive tree before it is truncated. */
  treeLimit: number;
  drafts: boolean;
  deleteBranchOnMerge: boolean;
  /** Logins that may be asked for a review or assigned. */
  collaborators: string[];
  teams: string[];
}

/** What goes wrong on request: the first that fits a request is used up by it. */
export type Fault = { readonly method?: string; readonly path: RegExp; times?: number } & (
  | {
      readonly type: 'answer';
      readonly status: number;
      readonly message: string;
      /** In place of a refusal's own body, for what the double keeps no state of: an administrator's settings. */
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly type: 'lost-answer' }
  | { readonly type: 'meanwhile'; readonly run: () => void | Promise<void> }
);

export interface World {
  readonly owner: string;
  readonly name: string;
  readonly repositoryId: number;
  readonly defaultBranch: string;
  readonly git: Repository;
  readonly settings: Settings;
  readonly actors: Map<string, Actor>;
  readonly items: Map<number, Item>;
  readonly labels: Set<string>;
  readonly checks: CheckRun[];
  /** Oldest first. */
  readonly runs: WorkflowRun[];
  readonly pushes: Push[];
  readonly faults: Fault[];
  /** Requests in order: `POST /repos/acme/catalogue/pulls`. */
  readonly requests: string[];
  /** What a caller did that GitHub's description does not allow. A test asserts that there is none. */
  readonly violations: string[];
  /** Where the web pages would be. */
  serverUrl: string;
  apiUrl: string;
  /** A fresh number, the same in each run. */
  nextId: () => number;
  nextNumber: () => number;
  /** Seconds since the epoch; each call is one later. */
  seconds: () => number;
}

export const personOf = (login: string): Person => ({
  name: login,
  email: login.endsWith('[bot]') ? `41898282+${login}@users.noreply.github.com` : `${login}@example.com`,
});

/** GitHub commits for its users through the API under this name. */
export const WEB_FLOW: Person = { name: 'GitHub', email: 'noreply@github.com' };

export const branchRef = (branch: string): string => `refs/heads/${branch}`;

const itemOf = (world: World, number: number): Item => {
  const item = world.items.get(number);
  if (!item) throw new Error(`no issue or pull request ${number}`);
  return item;
};

export type PullItem = Item & { pull: Pull };

const isPull = (item: Item): item is PullItem => item.pull !== undefined;

/** Pull requests, newest first. */
export const pullsOf = (world: World): PullItem[] => [...world.items.values()].filter(isPull).reverse();

/** The merged request that introduced a commit; of one that the default branch does not have, those that hold it. */
export const pullsHolding = (world: World, sha: string): PullItem[] => {
  const { git } = world;
  const tip = git.resolve(branchRef(world.defaultBranch)) ?? '';
  return pullsOf(world).filter(
    ({ pull }) =>
      pull.brought.includes(sha) ||
      (!git.isAncestor(sha, tip) && git.commitsBetween([tip], pull.headSha).includes(sha)),
  );
};

/** A pull request by its number. */
export const pullOf = (world: World, number: number): PullItem => {
  const item = itemOf(world, number);
  if (!isPull(item)) throw new Error(`${number} is no pull request`);
  return item;
};
