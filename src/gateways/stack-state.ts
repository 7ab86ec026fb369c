import { SyncError } from '../model/errors.ts';
import type { CommandContext } from '../running/context.ts';
import { isGoingOn, type StackFacts, type Stacks } from './stacks.ts';

/** Our tags of a stack: by them it is told from a foreign one of the same name. */
export const OWNER_TAG = 'agentcore-sync:owner';
/** The definition's file. */
export const FILE_TAG = 'agentcore-sync:file';

/** `place`: where the stack is, for the command that mends it. */
const broken = (stack: string, facts: StackFacts, { region }: { readonly region: string }): SyncError | undefined => {
  const mending = mendingOf(facts.status);
  if (mending === undefined) return undefined;
  const text = `The stack ${stack} is ${facts.status}: ${facts.reason ?? 'no reason given'}.`;
  const why = mending === 'delete-stack' ? 'It holds nothing that works' : 'It stopped on its way back';
  return new SyncError('cloud', 'unavailable', text, {
    hint: `${why}: aws cloudformation ${mending} --stack-name ${stack} --region ${region}, then deploy again.`,
  });
};

/** The stack as it is once nothing goes on in it, if it is ours. */
export const settledStack = async (
  { settings }: CommandContext,
  stacks: Stacks,
  { name, region }: { readonly name: string; readonly region: string },
): Promise<StackFacts | undefined> => {
  const first = await stacks.find(name);
  const facts =
    first !== undefined && isGoingOn(first.status)
      ? await stacks.follow(name, await stacks.lastEvent(name), () => undefined)
      : first;
  if (facts === undefined) return undefined;
  const inReview = facts.status === 'REVIEW_IN_PROGRESS';
  const owner = facts.tags.get(OWNER_TAG);
  if (!inReview && owner !== settings.owner) {
    throw new SyncError(
      'cloud',
      'denied',
      `The stack ${name} carries the tag ${OWNER_TAG} ${owner === undefined ? 'of nobody' : JSON.stringify(owner)}, and the configuration's owner is ${JSON.stringify(settings.owner)}: it is not ours, and nothing of it is touched.`,
      { hint: 'Give the gateway another name, or the stack to the configuration that made it.' },
    );
  }
  const error = broken(name, facts, { region });
  if (error !== undefined) throw error;
  return facts;
};

/** Whether a stack holds something: one that was only reviewed so far, or whose import went back, holds nothing. */
export const holds = (stack: StackFacts | undefined): stack is StackFacts =>
  stack !== undefined && stack.status !== 'REVIEW_IN_PROGRESS' && stack.status !== 'IMPORT_ROLLBACK_COMPLETE';

/** What a person has to do about a stack that takes no change; undefined: it takes one. */
const mendingOf = (status: string): string | undefined => {
  switch (status) {
    case 'ROLLBACK_COMPLETE':
    case 'ROLLBACK_FAILED':
    case 'CREATE_FAILED':
    case 'DELETE_FAILED':
      return 'delete-stack';
    case 'UPDATE_ROLLBACK_FAILED':
    case 'IMPORT_ROLLBACK_FAILED':
      return 'continue-update-rollback';
    default:
      return undefined;
  }
};
