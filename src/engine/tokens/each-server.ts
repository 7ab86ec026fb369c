import type { ConfirmPlaces } from '../../model/confirmation.ts';
import { SyncError } from '../../model/errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { ServerRegistration } from '../../model/registration.ts';
import type { Listed } from '../../model/registry.ts';
import { barePath } from '../../model/registry.ts';
import { mapLimit } from '../../net/concurrency.ts';
import { expectsCredential } from '../credential-step.ts';
import { type UnconfirmedPlace, unconfirmedProblems } from '../unconfirmed.ts';
import { type Sending, serversByPath, unfinished } from './may-send.ts';

/** AWS's answers for the registrations of a run, and what was not confirmed so far. */
export interface Confirming {
  readonly answerOf: ReturnType<ConfirmPlaces>;
  readonly unconfirmed: UnconfirmedPlace[];
}

/** What is done for one registration; `met` is what the list shows at its path. */
type Work<Done> = (registration: ServerRegistration, met: Listed | undefined, confirming: Confirming) => Promise<Done>;

/** What a run over servers came to. */
export interface EachServer<Done> {
  readonly done: readonly Done[];
  /** What AWS did not confirm. */
  readonly unconfirmed: readonly Problem[];
  /** How many were not looked at because the run was ended. */
  readonly ended: readonly Problem[];
}

interface EachOptions<Done> {
  readonly command: string;
  readonly concurrency: number;
  readonly work: Work<Done>;
  /** Whether it went wrong, for who counts. */
  readonly hasFailed: (done: Done) => boolean;
}

/**
 * Does the same for each server that expects a credential, side by side, and begins no more once the run is ended. AWS is asked
 * about those that are registered, all at once. Rejects with what `work` rejects with.
 */
export const eachServer = async <Done>(
  registrations: readonly ServerRegistration[],
  context: Sending,
  { command, concurrency, work, hasFailed }: EachOptions<Done>,
): Promise<EachServer<Done>> => {
  const { registry, snapshot } = context;
  const listed = serversByPath(snapshot);
  // What stands there is served with its credential, whoever sees it.
  const shaped = registry.shape(registrations, snapshot, { unenforcedVisibility: true });
  const wanted = shaped.wanted.map(({ registration }) => registration).filter(expectsCredential);
  const there = ({ path }: ServerRegistration): Listed | undefined => listed.get(barePath(path));
  const confirming: Confirming = {
    answerOf: context.confirm(wanted.filter((registration) => there(registration) !== undefined)),
    unconfirmed: [],
  };
  context.onWork?.({ type: 'begun', text: command, total: wanted.length });
  const results = await mapLimit(wanted, concurrency, async (registration): Promise<{ readonly one: Done }[]> => {
    if (context.signal.aborted) return [];
    const one = await work(registration, there(registration), confirming);
    context.onWork?.({ type: 'step', failed: hasFailed(one) });
    return [{ one }];
  });
  const done = results.flat().map(({ one }) => one);
  const left = wanted.length - done.length;
  return {
    done,
    unconfirmed: unconfirmedProblems(confirming.unconfirmed),
    ended: left === 0 ? [] : [unfinished(command, left)],
  };
};

/** A call that failed for one registration, as its problem. Throws what is no SyncError. */
export const refusedProblem = (
  registration: ServerRegistration,
  error: unknown,
  { fileOf }: Pick<Sending, 'fileOf'>,
): Problem => {
  if (!(error instanceof SyncError)) throw error;
  return {
    rule: 'registry-refused',
    severity: 'error',
    place: { file: fileOf(registration) },
    subject: registration.path,
    text: error.message,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  };
};
