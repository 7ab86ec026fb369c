import { SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { Refreshed, RefreshResult } from '../model/refresh.ts';
import type { ServerRegistration } from '../model/registration.ts';
import { mapLimit } from '../net/concurrency.ts';
import { sameValue } from './canonical.ts';
import { expectsCredential, listedScheme } from './credential-step.ts';
import { barePath, type Marker } from './mark.ts';
import type { Listed, Registry, Snapshot } from './registry.ts';

/** A token for a registration, or why there is none. Never holds more than the caller may show, but for `token`. */
export type TokenAnswer =
  | {
      readonly type: 'token';
      readonly token: string;
      readonly issuer: string;
      readonly client: string;
      readonly obtainedAt: number;
      readonly expiresAt?: number;
      readonly problems: readonly Problem[];
    }
  | {
      readonly type: 'uncovered' | 'failed';
      readonly issuer?: string;
      readonly client?: string;
      readonly problems: readonly Problem[];
    };

export interface RefreshContext {
  readonly registry: Registry;
  readonly snapshot: Snapshot;
  readonly marker: Marker;
  readonly tokenFor: (registration: ServerRegistration) => Promise<TokenAnswer>;
  /** Whether what stands at the path is what the entry means; absent: it must carry our mark. */
  readonly isOurs?: (registration: ServerRegistration, listed: Listed) => boolean;
  /** Have the registry scan each server again. */
  readonly scan: boolean;
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly directory: string;
}

/** Fields that say where the registry sends requests, and the token with them. */
const PLACES: ReadonlySet<string> = new Set(['url', 'mcpEndpoint', 'sseEndpoint']);

interface Done {
  readonly refreshed: Refreshed;
  readonly problems: readonly Problem[];
}

const isMarked = (listed: Listed, { owner }: Marker): boolean =>
  listed.mark.type === 'mark' && listed.mark.mark.owner === owner;

/** Why the token must not reach what stands in the registry. `moved`: requests, and what it held before, go elsewhere. */
interface Difference {
  readonly text: string;
  readonly moved: boolean;
}

const difference = (
  registration: ServerRegistration,
  listed: Listed,
  context: RefreshContext,
): Difference | undefined => {
  const ours = context.isOurs?.(registration, listed) ?? isMarked(listed, context.marker);
  if (!ours) return { text: 'it does not carry our mark', moved: false };
  const moved = context.registry.fields.server
    .filter(({ key }) => PLACES.has(key))
    .filter(
      (field) =>
        !sameValue(field.value(registration), listed.values.get(field.key)) &&
        (field.key === 'url' || listed.values.has(field.key)),
    )
    .map(({ key }) => key);
  if (moved.length > 0) {
    return {
      text: `${moved.join(', ')} in the registry ${moved.length === 1 ? 'is' : 'are'} not what the entry says`,
      moved: true,
    };
  }
  const scheme = listedScheme(listed);
  if (scheme === registration.authScheme || scheme === 'none') return undefined;
  return { text: `its scheme is ${scheme}, the entry's ${registration.authScheme}`, moved: false };
};

const fileOf = (registration: ServerRegistration, { directory }: RefreshContext): string =>
  `${directory}/${registration.origin.file}`;

const withheld = (
  { registration, listed }: { readonly registration: ServerRegistration; readonly listed: Listed },
  why: Difference,
  context: RefreshContext,
): Done => ({
  refreshed: { path: listed.path, file: registration.origin.file, state: 'withheld', note: why.text },
  problems: [
    {
      rule: 'token-withheld',
      severity: 'error',
      place: { file: fileOf(registration, context) },
      subject: listed.path,
      text: `No token was sent for ${listed.path}: ${why.text}.`,
      hint:
        why.moved && listedScheme(listed) !== 'none'
          ? 'The token that the registry holds may have reached the other place: revoke it, then run apply.'
          : 'Run plan to see the difference, then apply.',
    },
  ],
});

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
        place: { file: fileOf(registration, context) },
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
  listed: Listed | undefined,
  context: RefreshContext,
): Promise<Done> => {
  const { file } = registration.origin;
  if (listed === undefined) {
    return {
      refreshed: { path: registration.path, file, state: 'absent', note: 'not registered: run apply first' },
      problems: [],
    };
  }
  const why = difference(registration, listed, context);
  if (why !== undefined) return withheld({ registration, listed }, why, context);
  return sendToken(registration, listed, context).catch((error: unknown) => errorDone(registration, error, context));
};

/** The registry's scan after a registration may have written back what stood there before: it is looked at once more. */
const readBack = async (done: readonly Done[], context: RefreshContext): Promise<readonly Done[]> => {
  if (!done.some(({ refreshed }) => refreshed.state === 'renewed')) return done;
  const after = await context.registry.snapshot(context.signal);
  const schemes = new Map(after.listed.map((listed) => [listed.path, listedScheme(listed)]));
  return done.map((one): Done => {
    const { path, state } = one.refreshed;
    if (state !== 'renewed' || (schemes.has(path) && schemes.get(path) !== 'none')) return one;
    const text = `The registry no longer shows the credential of ${path} that was just set.`;
    return {
      refreshed: { ...one.refreshed, state: 'failed', note: 'lost after it was set' },
      problems: [
        ...one.problems,
        {
          rule: 'token-lost',
          severity: 'error',
          subject: path,
          text,
          hint: "The registry's own scan wrote the old record back: run refresh again.",
        },
      ],
    };
  });
};

/**
 * Renews the credentials that the registry holds: for each registration that expects one, the registry is compared with
 * it first, and where mark, URL or scheme differ the token is withheld. One list before, one after; the rest goes on
 * when one fails.
 */
export const refreshCredentials = async (
  registrations: readonly ServerRegistration[],
  context: RefreshContext,
): Promise<RefreshResult> => {
  const listed = new Map(
    context.snapshot.listed.filter(({ type }) => type === 'server').map((one) => [barePath(one.path), one]),
  );
  const wanted = registrations.filter(expectsCredential);
  const done = await mapLimit(
    wanted,
    context.concurrency,
    async (registration): Promise<Done[]> =>
      context.signal.aborted ? [] : [await refreshOne(registration, listed.get(barePath(registration.path)), context)],
  );
  const checked = await readBack(done.flat(), context);
  return {
    refreshed: checked.map(({ refreshed }) => refreshed),
    problems: checked.flatMap(({ problems }) => problems),
  };
};
