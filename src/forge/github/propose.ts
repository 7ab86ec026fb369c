import type { Tree } from '../../model/catalogue.ts';
import { isSyncError } from '../../model/errors.ts';
import type { OtherChange } from '../../model/other-change.ts';
import { blobId } from './blobs.ts';
import { carryOver, type EntryRules, sameTree, shortfall } from './branch.ts';
import type { Repository } from './client.ts';
import { type RequestContent, readNotes, withNotes, withoutNotes } from './content.ts';
import { type BranchReading, compareCommits, type ReadingOptions, readBranch } from './history.ts';
import { type BlobListing, listDirectory } from './listing.ts';
import { pushBranch } from './push.ts';
import { askAgain, isPresented, patchRequest, presentRequest } from './request.ts';
import { type PullRequest, readReviews } from './requests.ts';
import { moveBranch, ZERO_OID } from './write.ts';

/** What the caller makes of the catalogue that it is given. */
interface Proposal {
  readonly wanted: Tree;
  readonly content: RequestContent;
}

/** What a run starts from. */
export interface Start {
  readonly base: Tree;
  /** The base with the branch's own difference. */
  readonly carried: Tree;
  /** What the branch changes besides the catalogue's files, from the trees alone. */
  readonly outside: readonly OtherChange[];
  readonly baseBranch: string;
  /** What proposing would answer where there is nothing to do for it: no request to GitHub is spent on that. */
  readonly settled: (proposal: Proposal) => ProposeResult | undefined;
}

export interface StartOptions extends ReadingOptions {
  readonly rules: EntryRules;
}

export interface ProposeOptions extends StartOptions {
  /** Makes the wanted catalogue; called again when the branch moved meanwhile. */
  readonly build: (start: Start) => Promise<Proposal> | Proposal;
}

/** What became of the request. */
export type ProposeResult =
  | {
      readonly operation: 'created' | 'updated';
      readonly number: number;
      readonly url: string;
      readonly head: string;
      readonly base: string;
      readonly notes: readonly string[];
    }
  | { readonly operation: 'closed'; readonly number: number; readonly url: string; readonly notes: readonly string[] }
  | {
      readonly operation: 'none';
      /** `declined`: a person closed a request with the same content; `queued`: it waits in a merge queue. */
      readonly reason: 'no-difference' | 'unchanged' | 'declined' | 'queued';
      readonly request?: { readonly number: number; readonly url: string };
      readonly head?: string;
      readonly notes: readonly string[];
    };

const ATTEMPTS = 3;

const shown = ({ number, url }: PullRequest): { number: number; url: string } => ({ number, url });

/** Path to content's id where two listings differ; null for a path that is gone. */
const differences = (
  from: ReadonlyMap<string, string>,
  to: ReadonlyMap<string, string>,
): ReadonlyMap<string, string | null> =>
  new Map(
    [...new Set([...from.keys(), ...to.keys()])]
      .filter((path) => from.get(path) !== to.get(path))
      .map((path) => [path, to.get(path) ?? null]),
  );

const idsOf = (listing: BlobListing): ReadonlyMap<string, string> =>
  new Map([...listing].map(([path, { sha }]) => [path, sha]));

/** True when a person closed a request that proposed exactly what is wanted now. */
const isDeclined = async (repository: Repository, reading: BranchReading, wanted: Tree): Promise<boolean> => {
  const { last } = reading.requests;
  if (last?.state !== 'closed' || readNotes(last.body).gone) return false;
  const comparison = await compareCommits(repository, reading.base.commit, last.head);
  const tip = comparison?.commits.at(-1);
  if (!comparison || !tip) return false;
  const [before, after] = [
    await listDirectory(repository, comparison.mergeBase.tree, reading),
    await listDirectory(repository, tip.tree, reading),
  ];
  const proposed = differences(idsOf(before), idsOf(after));
  const wantedIds = new Map(
    [...wanted].map(([path, text]) => {
      const entry = reading.base.listing.get(path);
      return [path, entry && reading.base.files.get(path) === text ? entry.sha : blobId(text)];
    }),
  );
  const asked = differences(idsOf(reading.base.listing), wantedIds);
  return asked.size === proposed.size && [...asked].every(([path, sha]) => proposed.get(path) === sha);
};

const settledBy = (reading: BranchReading, { wanted, content }: Proposal): ProposeResult | undefined => {
  const { head, base, mergeBase } = reading;
  const { open } = reading.requests;
  if (!open || !head || sameTree(base.files, wanted) || !isPresented(open, content)) return undefined;
  const missing = shortfall({ ancestor: mergeBase.files, base: base.files, head: head.files }, wanted);
  if (missing.paths.length > 0) return undefined;
  return { operation: 'none', reason: 'unchanged', request: shown(open), head: head.commit, notes: [] };
};

const startOf = (reading: BranchReading, rules: EntryRules): Start => {
  const trees = {
    ancestor: reading.ancestor.files,
    base: reading.base.files,
    head: (reading.head ?? reading.base).files,
  };
  return {
    base: reading.base.files,
    carried: carryOver(trees, reading.people, rules),
    outside: reading.outside,
    baseBranch: reading.baseBranch,
    settled: (proposal) => settledBy(reading, proposal),
  };
};

/** Reads what a run on a branch starts from, before there is anything to propose. Throws SyncError github. */
export const readStart = async (repository: Repository, options: StartOptions): Promise<Start> =>
  startOf(await readBranch(repository, options), options.rules);

/** Closes the request that nothing is left of, and removes a branch that holds nothing but ours. */
const withdraw = async (repository: Repository, reading: BranchReading, proposal: Proposal): Promise<ProposeResult> => {
  const { head, branch, repositoryId, foreign } = reading;
  const { open } = reading.requests;
  const notes: string[] = [];
  if (open) {
    const body = withNotes(withoutNotes(open.body), { ...readNotes(open.body), gone: true });
    await patchRequest(repository, open.number, { body, state: 'closed' });
  }
  if (head && foreign) {
    await pushBranch(repository, reading, { wanted: proposal.wanted, message: proposal.content.commitMessage });
  } else if (head && head.commit !== reading.ancestor.commit) {
    // A branch that was merged whole is spent and stays; one with changes that are gone would bring them back.
    try {
      await moveBranch(repository, { repositoryId, branch, before: head.commit, after: ZERO_OID, force: false });
    } catch (error) {
      if (!isSyncError(error, 'github') || error.code === 'unavailable' || error.code === 'conflict') throw error;
      notes.push(error.message);
    }
  }
  return open ? { operation: 'closed', ...shown(open), notes } : { operation: 'none', reason: 'no-difference', notes };
};

const publish = async (
  repository: Repository,
  reading: BranchReading,
  proposal: Proposal & Pick<Start, 'outside'>,
): Promise<ProposeResult> => {
  const { open, last } = reading.requests;
  const { content, wanted } = proposal;
  const reviews = open ? await readReviews(repository, open.number) : undefined;
  const head = reading.head ? { head: reading.head.commit } : {};
  if (open && reviews?.queued) return { operation: 'none', reason: 'queued', request: shown(open), ...head, notes: [] };
  if (sameTree(reading.base.files, wanted) && proposal.outside.length === 0) {
    return withdraw(repository, reading, proposal);
  }
  if (!open && last && (await isDeclined(repository, reading, wanted))) {
    return { operation: 'none', reason: 'declined', request: shown(last), notes: [] };
  }
  const pushed = await pushBranch(repository, reading, { wanted, message: content.commitMessage });
  const tip = pushed.action === 'none' ? (reading.head?.commit ?? '') : pushed.head;
  const presented = await presentRequest(repository, reading, content);
  const again =
    pushed.action === 'none' || !reviews
      ? []
      : await askAgain(repository, presented.request, {
          approvers: reviews.approvers,
          comment: content.changedAfterApproval,
        });
  const notes = [...('notes' in pushed ? pushed.notes : []), ...presented.notes, ...again];
  const request = shown(presented.request);
  if (presented.operation === 'none' && pushed.action === 'none') {
    return { operation: 'none', reason: 'unchanged', request, ...head, notes };
  }
  const operation = presented.operation === 'created' ? 'created' : 'updated';
  return { operation, ...request, head: tip, base: reading.base.commit, notes };
};

/**
 * Brings the wanted catalogue to a branch and its one pull request: reads both, lets the caller build on the base with
 * the branch's own difference, pushes what is missing, and opens, updates or closes the request. Where the branch
 * moved meanwhile everything is read and built again, three times at most.
 * Throws SyncError github, among them `forbidden` when the branch was pushed but no request may be opened.
 */
export const propose = async (repository: Repository, options: ProposeOptions): Promise<ProposeResult> => {
  for (let attempt = 1; ; attempt += 1) {
    const reading = await readBranch(repository, options);
    const start = startOf(reading, options.rules);
    const proposal = await options.build(start);
    try {
      return await publish(repository, reading, { ...proposal, outside: start.outside });
    } catch (error) {
      if (!isSyncError(error, 'github') || error.code !== 'conflict' || attempt === ATTEMPTS) throw error;
    }
  }
};
