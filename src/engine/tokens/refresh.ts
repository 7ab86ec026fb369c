import type { ConfirmPlaces, Unconfirmed } from '../../model/confirmation.ts';
import { SyncError } from '../../model/errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { RefreshResult } from '../../model/refresh.ts';
import type { ServerRegistration } from '../../model/registration.ts';
import { barePath, type Listed, listedAt, listedScheme } from '../../model/registry.ts';
import { mapLimit } from '../../net/concurrency.ts';
import { expectsCredential } from '../credential-step.ts';
import { type KeepContext, keepDisabled } from '../disabling.ts';
import { type UnconfirmedPlace, unconfirmedProblems } from '../unconfirmed.ts';
import { type Done, lookAgain, scanAll } from './after-renewal.ts';
import { compareListed, compareUnread, type NotSent, type Sending } from './may-send.ts';

export interface RefreshContext extends Sending, Pick<KeepContext, 'lockedList'> {
  /** Have the registry scan each server again. */
  readonly scan: boolean;
}

/** AWS's answers for the registrations of a run, and what was not confirmed so far. */
interface Confirming {
  readonly answerOf: ReturnType<ConfirmPlaces>;
  readonly unconfirmed: UnconfirmedPlace[];
}

/** A call that failed for one registration. Throws what is no SyncError. */
const errorDone = (registration: ServerRegistration, error: unknown, { fileOf }: RefreshContext): Done => {
  if (!(error instanceof SyncError)) throw error;
  const problem: Problem = {
    rule: 'registry-refused',
    severity: 'error',
    place: { file: fileOf(registration) },
    subject: registration.path,
    text: error.message,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  };
  const { path, origin } = registration;
  return { refreshed: { path, file: origin.file, state: 'failed', note: problem.text }, problems: [problem] };
};

/** No token is sent; what the registry still holds is withdrawn where it may go to a place that nobody wrote in git. */
const withhold = async (
  registration: ServerRegistration,
  { exposed, problems, ...kept }: NotSent,
  context: RefreshContext,
): Promise<Done> => {
  const { file } = registration.origin;
  const done: Done = { refreshed: { ...kept, file }, problems };
  if (!exposed) return done;
  try {
    await context.registry.run({ type: 'withdraw', path: kept.path }, context.snapshot);
    return { ...done, refreshed: { ...done.refreshed, note: `${kept.note}; its credential was withdrawn` } };
  } catch (error) {
    const failed = errorDone(registration, error, context);
    return { ...done, problems: [...problems, ...failed.problems] };
  }
};

const sendToken = async (registration: ServerRegistration, listed: Listed, context: RefreshContext): Promise<Done> => {
  const { path } = listed;
  const { file } = registration.origin;
  const answer = await context.tokenFor(registration);
  const asked = {
    ...(answer.issuer === undefined ? {} : { issuer: answer.issuer }),
    ...(answer.client === undefined ? {} : { client: answer.client }),
  };
  if (answer.type !== 'token')
    return { refreshed: { path, file, state: answer.type, ...asked }, problems: answer.problems };
  const found = await compareUnread(registration, listed, context);
  if (found.state !== 'same') return withhold(registration, found, context);
  const scheme = registration.authScheme === 'none' ? 'bearer' : registration.authScheme;
  const credential = {
    scheme,
    token: answer.token,
    ...(registration.authHeaderName === undefined ? {} : { headerName: registration.authHeaderName }),
  };
  await context.registry.run({ type: 'set', path, credential }, context.snapshot);
  // What waited for its credential is enabled now; what the registry's scan or a person switched off stays off.
  const isWanted = registration.enabled && registration.awaitsLock !== true;
  const waited = listedScheme(listed) === 'none' && isWanted && !listed.enabled && !listed.flagged;
  if (waited) await context.registry.run({ type: 'enable', address: { type: 'server', path } }, context.snapshot);
  return {
    refreshed: {
      path,
      file,
      state: 'renewed',
      ...asked,
      obtainedAt: answer.obtainedAt,
      ...(answer.expiresAt === undefined ? {} : { expiresAt: answer.expiresAt }),
      ...(waited ? { enabled: true } : {}),
    },
    problems: answer.problems,
  };
};

/** No token goes to a place that is not confirmed; one that is nowhere loses the token that it had. */
const leaveOut = async (
  registration: ServerRegistration,
  { why, listed }: { readonly why: Unconfirmed; readonly listed: Listed },
  context: RefreshContext & Confirming,
): Promise<Done> => {
  const { path } = listed;
  const withdrawn = why.type === 'elsewhere' && listedScheme(listed) !== 'none';
  if (withdrawn) await context.registry.run({ type: 'withdraw', path }, context.snapshot);
  context.unconfirmed.push({ path, why, withdrawn });
  const note = `not confirmed: ${why.text}${withdrawn ? '; its credential was withdrawn' : ''}`;
  return { refreshed: { path, file: registration.origin.file, state: 'withheld', note }, problems: [] };
};

const refreshOne = async (
  registration: ServerRegistration,
  met: Listed | undefined,
  context: RefreshContext & Confirming,
): Promise<Done> => {
  try {
    const found = await compareListed(registration, met, context);
    if (found.state !== 'same') return await withhold(registration, found, context);
    const { listed } = found;
    const why = await context.answerOf(registration);
    if (why.type !== 'confirmed') return await leaveOut(registration, { why, listed }, context);
    return await sendToken(registration, listed, context);
  } catch (error) {
    return errorDone(registration, error, context);
  }
};

/**
 * Those first whose token ends first, by path without its last slash: AWS is asked about them in this order, within a quota.
 * One that is not known to have a token waits for nobody.
 */
export const firstToEnd = (
  registrations: readonly ServerRegistration[],
  ends: ReadonlyMap<string, number>,
): readonly ServerRegistration[] => {
  const end = ({ path }: ServerRegistration): number => ends.get(barePath(path)) ?? 0;
  return registrations.toSorted((one, other) => end(one) - end(other));
};

/** What is said where a run ended before its end. */
const ended = (left: number): Problem[] =>
  left === 0
    ? []
    : [
        {
          rule: 'command-failed',
          severity: 'error',
          subject: 'refresh',
          text: `The run was ended: ${left} of its registrations were not looked at.`,
        },
      ];

/** Reading a registration and setting its credential cost a registry little: so many more of them at once than of other calls. */
const LIGHT = 4;

/**
 * Token refresh: renews the credentials that the registry holds. For each registration that expects one, the registry
 * is compared with it first, and where mark, places or scheme differ, or AWS does not confirm the place, the token is withheld; what is
 * exposed by a place that was changed by hand, or goes to a place that AWS has elsewhere, is withdrawn. Every credential is
 * set before the first slow scan.
 * One list before, one after; the rest goes on when one fails. Rejects with what the lists reject with: SyncError registry/* or network/*.
 */
export const refreshCredentials = async (
  registrations: readonly ServerRegistration[],
  context: RefreshContext,
): Promise<RefreshResult> => {
  const { registry, snapshot, signal } = context;
  // What stands there is served with its credential, whoever sees it.
  const kept = keepDisabled(registrations, snapshot.listed, context);
  const shaped = registry.shape(kept, snapshot, { unenforcedVisibility: true });
  const wanted = shaped.wanted.map(({ registration }) => registration).filter(expectsCredential);
  const at = listedAt(snapshot.listed);
  const confirming: Confirming = {
    answerOf: context.confirm(wanted.filter((registration) => at(registration) !== undefined)),
    unconfirmed: [],
  };
  context.onWork?.({ type: 'begun', text: 'refresh', total: wanted.length });
  const done = await mapLimit(wanted, context.concurrency * LIGHT, async (registration) => {
    if (signal.aborted) return [];
    const one = await refreshOne(registration, at(registration), { ...context, ...confirming });
    context.onWork?.({ type: 'step', failed: one.refreshed.state === 'failed' });
    return [one];
  });
  const { all, problems } = await lookAgain(await scanAll(done.flat(), context), context);
  return {
    refreshed: all.map(({ refreshed }) => refreshed),
    problems: [
      ...all.flatMap((one) => one.problems),
      ...unconfirmedProblems(confirming.unconfirmed),
      ...problems,
      ...ended(wanted.length - done.flat().length),
    ],
  };
};
