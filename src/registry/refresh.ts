import { SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { Refreshed, RefreshResult } from '../model/refresh.ts';
import type { ServerRegistration } from '../model/registration.ts';
import { mapLimit } from '../net/concurrency.ts';
import { expectsCredential, listedScheme } from './credential-step.ts';
import { barePath } from './mark.ts';
import type { Listed } from './registry.ts';
import { difference, readWhole, type Sending, serversByPath, unfinished, withheldProblems } from './withhold.ts';

export interface RefreshContext extends Sending {
  /** Have the registry scan each server again. */
  readonly scan: boolean;
}

interface Done {
  readonly refreshed: Refreshed;
  readonly problems: readonly Problem[];
}

const scanned = async (
  path: string,
  context: RefreshContext,
): Promise<{ note?: string; problems: readonly Problem[] }> => {
  if (!context.scan) return { problems: [] };
  const verdict = await context.registry.rescan(path);
  switch (verdict.state) {
    case 'safe':
      return { problems: [] };
    case 'forbidden':
      return { note: 'not scanned: the token may not ask for it', problems: [] };
    case 'failed':
    case 'unsafe': {
      const why = verdict.state === 'failed' ? `the scan failed: ${verdict.note}` : 'the scan found something';
      return {
        note: why,
        problems: [
          { rule: 'registry-scan', severity: 'warning', subject: path, text: `The registry scanned ${path}: ${why}.` },
        ],
      };
    }
  }
};

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
  const scheme = registration.authScheme === 'none' ? 'bearer' : registration.authScheme;
  await context.registry.setCredential(path, {
    scheme,
    token: answer.token,
    ...(registration.authHeaderName === undefined ? {} : { headerName: registration.authHeaderName }),
  });
  // What waited for its credential is enabled now; what the registry's scan or a person switched off stays off.
  const waited = listedScheme(listed) === 'none' && registration.enabled && !listed.enabled && !listed.flagged;
  if (waited) await context.registry.setEnabled({ type: 'server', path }, true);
  const scan = await scanned(path, context);
  return {
    refreshed: {
      path,
      file,
      state: 'renewed',
      ...asked,
      obtainedAt: answer.obtainedAt,
      ...(answer.expiresAt === undefined ? {} : { expiresAt: answer.expiresAt }),
      ...(waited ? { enabled: true } : {}),
      ...(scan.note === undefined ? {} : { note: scan.note }),
    },
    problems: [...answer.problems, ...scan.problems],
  };
};

const refreshOne = async (
  registration: ServerRegistration,
  met: Listed | undefined,
  context: RefreshContext,
): Promise<Done> => {
  const { file } = registration.origin;
  try {
    const listed = met && (await readWhole(met, context));
    if (listed === undefined) {
      const note = 'not registered: run apply first';
      return { refreshed: { path: registration.path, file, state: 'absent', note }, problems: [] };
    }
    const why = difference(registration, listed, context);
    if (why === undefined) return await sendToken(registration, listed, context);
    const refreshed = { path: listed.path, file, state: 'withheld', note: why.text } as const;
    return { refreshed, problems: withheldProblems(registration, why, context) };
  } catch (error) {
    return errorDone(registration, error, context);
  }
};

const lost = (one: Done): Done => ({
  refreshed: { ...one.refreshed, state: 'failed', note: 'lost after it was set' },
  problems: [
    ...one.problems,
    {
      rule: 'token-lost',
      severity: 'error',
      subject: one.refreshed.path,
      text: 'The registry no longer shows the credential that was just set.',
      hint: "The registry's own scan wrote the old record back: run refresh again.",
    },
  ],
});

/** The registry's scan after a registration may have written back what stood there before: it is looked at once more. */
const readBack = async (done: readonly Done[], context: RefreshContext): Promise<readonly Done[]> => {
  if (context.signal.aborted || !done.some(({ refreshed }) => refreshed.state === 'renewed')) return done;
  const after = await context.registry.snapshot();
  const held = new Set(
    after.listed.filter((listed) => listedScheme(listed) !== 'none').map(({ type, path }) => `${type} ${path}`),
  );
  return done.map((one) =>
    one.refreshed.state === 'renewed' && !held.has(`server ${one.refreshed.path}`) ? lost(one) : one,
  );
};

/** What could not be looked at again: each credential was taken all the same. */
const notReadBack = (error: unknown): Problem => {
  if (!(error instanceof SyncError)) throw error;
  return {
    rule: 'registry-failed',
    severity: 'error',
    subject: 'refresh',
    text: `The registry was not read again after the credentials were set: ${error.message}.`,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  };
};

/**
 * Renews the credentials that the registry holds: for each registration that expects one, the registry is compared with
 * it first, and where mark, URL or scheme differ the token is withheld. One list before, one after; the rest goes on
 * when one fails. Rejects with what the lists reject with: SyncError registry/* or network/*.
 */
export const refreshCredentials = async (
  registrations: readonly ServerRegistration[],
  context: RefreshContext,
): Promise<RefreshResult> => {
  const listed = serversByPath(context.snapshot);
  const wanted = registrations.filter(expectsCredential);
  const done = await mapLimit(
    wanted,
    context.concurrency,
    async (registration): Promise<Done[]> =>
      context.signal.aborted ? [] : [await refreshOne(registration, listed.get(barePath(registration.path)), context)],
  );
  const after: Problem[] = [];
  const checked = await readBack(done.flat(), context).catch((error: unknown) => {
    after.push(notReadBack(error));
    return done.flat();
  });
  if (checked.length < wanted.length) after.push(unfinished('refresh', wanted.length - checked.length));
  return {
    refreshed: checked.map(({ refreshed }) => refreshed),
    problems: [...checked.flatMap(({ problems }) => problems), ...after],
  };
};
