import { readFileSync } from 'node:fs';
import { buildSchema, graphql } from 'graphql';
import { Refusal } from './answers.ts';
import { ZERO } from './git.ts';
import { type Moved, moveRef, permitted } from './rules.ts';
import { type Actor, type PullItem, pullOf, pullsHolding, type World } from './state.ts';

interface RefUpdate {
  readonly name: string;
  readonly beforeOid?: string;
  readonly afterOid: string;
  readonly force: boolean;
}

interface UpdateRefs {
  readonly input: { readonly repositoryId: string; readonly refUpdates: readonly RefUpdate[] };
}

/** A GraphQL error as GitHub types it. */
class Typed extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

const REFUSED: Readonly<Record<Moved, string>> = {
  moved: 'Reference update failed: the reference does not point to the expected object',
  'not-a-fast-forward': 'Reference update failed: update is not a fast forward',
  'unknown-object': 'Reference update failed: object does not exist',
};

/** GitHub cuts the text of a larger blob. */
const TEXT_LIMIT = 512_000;

const loadSchema = () => buildSchema(readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'));

const reviewState = (item: PullItem): { decision: string; latest: PullItem['pull']['reviews'] } => {
  const latest = [...new Map(item.pull.reviews.map((it) => [it.author, it])).values()];
  const approved = latest.length > 0 && latest.every((it) => it.state === 'APPROVED');
  const refused = latest.some((it) => it.state === 'CHANGES_REQUESTED');
  return { decision: refused ? 'CHANGES_REQUESTED' : approved ? 'APPROVED' : 'REVIEW_REQUIRED', latest };
};

/** The part of GitHub's GraphQL that is used, executed against its own types. */
export const createGraphql = (world: World) => {
  const schema = loadSchema();
  const pullRequest = (actor: Actor, number: number) => {
    if (!permitted(actor, ['pull-requests'], 'read'))
      throw new Typed('FORBIDDEN', 'Resource not accessible by integration');
    if (world.items.get(number)?.pull === undefined) {
      throw new Typed('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
    }
    const item = pullOf(world, number);
    const { decision, latest } = reviewState(item);
    return {
      id: `PR_${number}`,
      number,
      headRefOid: item.pull.headSha,
      isInMergeQueue: item.pull.queued,
      mergeQueueEntry: item.pull.queued ? { id: `MQE_${number}`, state: 'AWAITING_CHECKS' } : null,
      reviewDecision: decision,
      latestOpinionatedReviews: ({ first, last }: { first?: number; last?: number }) => {
        if (first === undefined && last === undefined) {
          throw new Typed(
            'MISSING_PAGINATION_BOUNDARIES',
            'You must provide a `first` or `last` value to properly paginate.',
          );
        }
        return {
          nodes: latest.map((it, index) => ({
            id: `PRR_${number}_${index}`,
            state: it.state,
            author: { __typename: 'User', login: it.author },
            commit: { id: `C_${it.commit}`, oid: it.commit },
          })),
        };
      },
    };
  };
  const blobOf = (actor: Actor, oid: string) => {
    if (!permitted(actor, ['contents'], 'read')) throw new Typed('FORBIDDEN', 'Resource not accessible by integration');
    if (world.git.typeOf(oid) !== 'blob') return null;
    const content = world.git.readBlob(oid);
    const [isBinary, isTruncated] = [content.includes(0), content.length > TEXT_LIMIT];
    const text = isBinary ? null : content.subarray(0, TEXT_LIMIT).toString('utf8');
    return { __typename: 'Blob', id: `B_${oid}`, oid, byteSize: content.length, isBinary, isTruncated, text };
  };
  const commitOf = (actor: Actor, oid: string) => ({
    __typename: 'Commit',
    id: `C_${oid}`,
    oid,
    associatedPullRequests: ({ first = 0 }: { first?: number }) => {
      if (!permitted(actor, ['pull-requests'], 'read'))
        throw new Typed('FORBIDDEN', 'Resource not accessible by integration');
      const held = pullsHolding(world, oid).slice(0, first);
      return {
        nodes: held.map(({ number, pull: { merged, mergeCommit } }) => ({
          number,
          url: `${world.serverUrl}/${world.owner}/${world.name}/pull/${number}`,
          merged,
          mergeCommit: mergeCommit === undefined ? null : { id: `C_${mergeCommit}`, oid: mergeCommit },
        })),
      };
    },
  });
  /** A blob or commit by its id, or what a commit has at a path (`<commit>:<path>`). */
  const objectOf = (actor: Actor, { oid, expression = '' }: { oid?: string; expression?: string }) => {
    if (oid !== undefined) return world.git.typeOf(oid) === 'commit' ? commitOf(actor, oid) : blobOf(actor, oid);
    const colon = expression.indexOf(':');
    const found = world.git.objectAt(expression.slice(0, colon), expression.slice(colon + 1));
    if (found === undefined) return null;
    return world.git.typeOf(found) === 'tree'
      ? { __typename: 'Tree', id: `T_${found}`, oid: found }
      : blobOf(actor, found);
  };
  const updateRefs = (actor: Actor, { input }: UpdateRefs) => {
    if (input.repositoryId !== `R_${world.repositoryId}`) {
      throw new Typed('NOT_FOUND', `Could not resolve to a node with the global id of '${input.repositoryId}'`);
    }
    for (const update of input.refUpdates) {
      if (!update.name.startsWith('refs/'))
        throw new Typed('UNPROCESSABLE', `${update.name} is not a fully qualified ref name`);
      const before = update.beforeOid ?? world.git.resolve(update.name) ?? ZERO;
      const refused = moveRef(world, actor, { ref: update.name, before, after: update.afterOid, force: update.force });
      if (refused) throw new Typed('UNPROCESSABLE', REFUSED[refused]);
    }
    return { clientMutationId: null };
  };
  const rootFor = (actor: Actor) => ({
    viewer: { login: actor.login },
    repository: ({ owner, name }: { owner: string; name: string }) => {
      if (owner !== world.owner || name !== world.name) {
        throw new Typed('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
      }
      return {
        id: `R_${world.repositoryId}`,
        object: (wanted: { oid?: string; expression?: string }) => objectOf(actor, wanted),
        pullRequest: ({ number }: { number: number }) => pullRequest(actor, number),
      };
    },
    updateRefs: (args: UpdateRefs) => updateRefs(actor, args),
  });

  /** Runs a query; a text that GitHub's types don't allow is a violation. */
  return async (actor: Actor, source: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const result = await graphql({ schema, source, rootValue: rootFor(actor), variableValues: { ...variables } });
    const errors = result.errors?.map((error) => {
      const cause = error.originalError;
      if (cause instanceof Typed) return { type: cause.type, message: cause.message, path: error.path };
      if (cause instanceof Refusal) {
        return {
          type: cause.answer.status === 403 ? 'FORBIDDEN' : 'UNPROCESSABLE',
          message: cause.message,
          path: error.path,
        };
      }
      world.violations.push(`graphql: ${error.message}`);
      return { message: error.message };
    });
    return { data: result.data ?? null, ...(errors ? { errors } : {}) };
  };
};
