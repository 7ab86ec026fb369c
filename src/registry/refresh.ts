import { SyncError } from '../model/errors.ts';
import type { RefreshResult } from '../model/refresh.ts';
import type { ServerRegistration } from '../model/registration.ts';
import { mapLimit } from '../net/concurrency.ts';
import { type Done, lookAgain, scanAll } from './after-renewal.ts';
import { expectsCredential, listedScheme } from './credential-step.ts';
import { barePath } from './mark.ts';
import { judge, judgeUnread, type NotSent, type Sending, serversByPath, unfinished } from './may-send.ts';
import type { Listed } from './registry.ts';

export interface RefreshContext extends Sending {
  /** Have the registry scan each server again. */
  readonly scan: boolean;
}

const errorDone = (registration: ServerRegistration, error: unknown, context: RefreshContext): Done => {
  const { path } = registration;
  if (!(error instanceof SyncError)) throw error;
  return {
    refreshed: { path, file: registration.origin.file, state: 'failed', note: error.message },
    problems: [
      {
        rule: 'registry-refused',
        severity: 'error',
        place: { file: context.fileOf(registration) },
        subject: path,
        text: error.message,
        ...(error.hint === undefined ? {} : { hint: error.hint }),
      },
    ],
  };
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
    await context.registry.setCredential(kept.path, { scheme: 'none' });
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
  const judged = await judgeUnread(registration, listed, context);
  if (judged.state !== 'same') return withhold(registration, judged, context);
  const scheme = registration.authScheme === 'none' ? 'bearer' : registration.authScheme;
  await context.registry.setCredential(path, {
    scheme,
    token: answer.token,
    ...(registration.authHeaderName === undefined ? {} : { headerName: registration.authHeaderName }),
  });
  // What waited for its credential is enabled now; what the registry's scan or a person switched off stays off.
  const waited = listedScheme(listed) === 'none' && registration.enabled && !listed.enabled && !listed.flagged;
  if (waited) await context.registry.setEnabled({ type: 'server', path }, true);
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

const refreshOne = async (
  registration: ServerRegistration,
  met: Listed | undefined,
  context: RefreshContext,
): Promise<Done> => {
  try {
    const judged = await judge(registration, met, context);
    if (judged.state === 'same') return await sendToken(registration, judged.listed, context);
    return await withhold(registration, judged, context);
  } catch (error) {
    return errorDone(registration, error, context);
  }
};

/** Reading a registration and setting its credential cost a registry little: so many more of them at once than of other calls. */
const LIGHT = 4;

/**
 * Renews the credentials that the registry holds: for each registration that expects one, the registry is compared with
 * it first, and where mark, places or scheme differ the token is withheld; what is exposed by a place that was changed by
 * hand is withdrawn. Every credential is set before the first slow scan.
 * One list before, one after; the rest goes on when one fails. Rejects with what the lists reject with: SyncError registry/* or network/*.
 */
export const refreshCredentials = async (
  registrations: readonly ServerRegistration[],
  context: RefreshContext,
): Promise<RefreshResult> => {
  const listed = serversByPath(context.snapshot);
  const wanted = registrations.filter(expectsCredential);
  const done = await mapLimit(
    wanted,
    context.concurrency * LIGHT,
    async (registration): Promise<Done[]> =>
      context.signal.aborted ? [] : [await refreshOne(registration, listed.get(barePath(registration.path)), context)],
  );
  const { all, problems } = await lookAgain(await scanAll(done.flat(), context), context);
  const left = wanted.length - all.length;
  return {
    refreshed: all.map(({ refreshed }) => refreshed),
    problems: [
      ...all.flatMap((one) => one.problems),
      ...problems,
      ...(left === 0 ? [] : [unfinished('refresh', left)]),
    ],
  };
};
