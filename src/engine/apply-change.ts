import { sameValue } from '../model/canonical.ts';
import { isSyncError, SyncError } from '../model/errors.ts';
import { movedPlaces } from '../model/places.ts';
import type { Change } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import type { Listed, Registry, Snapshot, Write } from '../model/registry.ts';
import { headerText } from './compare.ts';
import { expectsCredential, listedScheme } from './credential-step.ts';
import type { Marker } from './mark.ts';
import { markFor } from './mark.ts';
import { credentialProblems } from './plan-update.ts';
import { requirePlaces } from './tokens/may-send.ts';

/** A token for a registration; undefined where no client covers it. */
export type CredentialFor = (registration: Registration) => Promise<{ readonly token: string } | undefined>;

/** What writing needs besides the change. */
export interface WriteContext {
  readonly registry: Registry;
  readonly snapshot: Snapshot;
  readonly marker: Marker;
  readonly credentialFor: CredentialFor;
  readonly headerSecret: (name: string) => string | undefined;
  /** Fields that people may own in the registry. */
  readonly ignoreDrift: ReadonlySet<string>;
}

/** What a write came to: the notes are for people. */
export interface Written {
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

type Update = Extract<Change, { action: 'update' }>;

const BY_HAND = 'a person must enable it in the registry: this version does not let an API client do it';

const headersOf = (registration: Registration, context: WriteContext): Record<string, string> => {
  if (registration.type === 'agent') return {};
  return Object.fromEntries(
    Object.entries(registration.headers).map(([name, value]) => {
      const text = headerText(value, context.headerSecret);
      if (text !== undefined) return [name, text];
      const secret = 'secret' in value ? value.secret : name;
      throw new SyncError('registry', 'refused', `register ${registration.path}: the secret "${secret}" is not set`, {
        hint: `Set the environment variable that secrets.${secret} names.`,
      });
    }),
  );
};

interface Token {
  readonly token?: string;
  /** Why there is none, where one was to be had. */
  readonly error?: SyncError;
  readonly problems: readonly Problem[];
}

/** A credential where one is expected and can be had; why not is a problem, never the end. */
const tokenFor = async (registration: Registration, context: WriteContext): Promise<Token> => {
  if (!expectsCredential(registration)) return { problems: [] };
  try {
    const credential = await context.credentialFor(registration);
    return credential
      ? { token: credential.token, problems: [] }
      : { problems: credentialProblems(registration, false) };
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    const [problem] = credentialProblems(registration, false);
    return {
      error,
      problems: problem
        ? [{ ...problem, text: `${problem.text} ${error.message}`, hint: error.hint ?? problem.hint ?? '' }]
        : [],
    };
  }
};

const writeOf = (registration: Registration, context: WriteContext, token?: string): Write => ({
  registration,
  mark: markFor(registration, context.marker, context.registry.fields),
  keep: new Set(),
  headers: headersOf(registration, context),
  ...(token === undefined ? {} : { credential: token }),
});

const isConflict = (error: unknown): boolean => isSyncError(error, 'registry') && error.code === 'conflict';

/** True where requests go to the places that were written. */
const isPlaced = ({ registration }: Write, there: Listed, { registry }: WriteContext): boolean =>
  registration.type === 'agent' || movedPlaces(registration, there, registry.fields).length === 0;

/**
 * Registers what is not there. A conflict is no failure when what stands there carries this very mark: an answer that was
 * lost, or another run that did the same.
 */
const createOrMeet = async (write: Write, context: WriteContext): Promise<void> => {
  try {
    await context.registry.create(write, context.snapshot);
  } catch (error) {
    if (!isConflict(error)) throw error;
    const there = await context.registry.read(write.registration).catch(() => undefined);
    if (there?.mark.type === 'mark' && sameValue(there.mark.mark, write.mark) && isPlaced(write, there, context))
      return;
    throw new SyncError(
      'registry',
      'conflict',
      `register ${write.registration.path}: its path is held by something else`,
      {
        hint: 'Run plan again to see by what; --adopt adopts what nobody marked.',
        cause: error,
      },
    );
  }
};

const enable = async (
  registration: Registration,
  enabled: boolean,
  context: WriteContext,
): Promise<readonly string[]> => {
  const result = await context.registry.setEnabled(registration, enabled);
  return result === 'by-hand' ? [BY_HAND] : [];
};

/** Registers, then enables: never before the credential is there. */
export const applyCreate = async (registration: Registration, context: WriteContext): Promise<Written> =>
  create(registration, await tokenFor(registration, context), context);

const create = async (
  registration: Registration,
  { token, problems }: Token,
  context: WriteContext,
): Promise<Written> => {
  await createOrMeet(writeOf(registration, context, token), context);
  const ready = !expectsCredential(registration) || token !== undefined;
  const notes = registration.enabled && ready ? await enable(registration, true, context) : [];
  return { notes: [...notes, ...(ready ? [] : ['registered without its credential, and not enabled'])], problems };
};

/**
 * True when it is still there as it was listed; false when it is gone. Throws registry/conflict when its mark is another one
 * now: what was made anew at this path is not removed for the old one's sake.
 */
const isStillOurs = async (listed: Listed, context: WriteContext): Promise<boolean> => {
  // Without admin rights, reading one may damage it.
  if (!context.snapshot.rights.admin) return true;
  const now = await context.registry.read(listed);
  if (!now || sameValue(now.mark, listed.mark)) return now !== undefined;
  throw new SyncError('registry', 'conflict', `remove ${listed.path}: it changed since the plan was made`, {
    hint: 'Run again: the plan is made anew.',
  });
};

/** Removes what carries our mark. */
export const applyDelete = async (listed: Listed, context: WriteContext): Promise<Written> => {
  if (await isStillOurs(listed, context)) await context.registry.remove(listed);
  return { notes: [], problems: [] };
};

/** Removes and registers anew: it gets a new id, and starts without ratings and history. */
export const applyReplace = async (
  registration: Registration,
  listed: Listed,
  context: WriteContext,
): Promise<Written> => {
  // Everything that can fail without the registry fails before the old one is gone: an issuer that is away for a minute
  // must not take down what works.
  headersOf(registration, context);
  const token = await tokenFor(registration, context);
  if (token.error !== undefined) throw token.error;
  await applyDelete(listed, context);
  return create(registration, token, context);
};

/** Fields that have calls of their own. */
const SEPARATE: ReadonlySet<string> = new Set(['enabled', 'authScheme', 'credential']);

interface UpdateRun {
  readonly change: Update;
  /** As the registry spells its path. */
  readonly registration: Registration;
  readonly listed: Listed;
  readonly context: WriteContext;
  readonly token: string | undefined;
}

const needsWrite = (change: Update): boolean => change.fields.some((field) => !SEPARATE.has(field.field));

const keptFields = ({ change, context }: UpdateRun): ReadonlySet<string> => {
  const changed = new Set(change.fields.map((field) => field.field));
  return new Set([...context.ignoreDrift].filter((field) => !changed.has(field)));
};

/** Scheme that the record has once the credential step is done. */
const schemeAfter = ({ change, registration, listed, token }: UpdateRun): 'none' | 'bearer' | 'api_key' => {
  if (!expectsCredential(registration)) return 'none';
  if (change.credential === 'keep') return listedScheme(listed);
  return token === undefined ? 'none' : registration.authScheme;
};

const sendCredential = async (run: UpdateRun): Promise<void> => {
  const { registration, context, token } = run;
  if (!expectsCredential(registration) || registration.authScheme === 'none' || token === undefined) return;
  await context.registry.setCredential(registration.path, {
    scheme: registration.authScheme,
    token,
    ...(registration.authHeaderName === undefined ? {} : { headerName: registration.authHeaderName }),
  });
};

/** The registry's scan may write back the record as it was before: a scheme that did not stay is set once more. */
const checkCredential = async (run: UpdateRun): Promise<void> => {
  const now = await run.context.registry.read(run.listed);
  if (now && listedScheme(now) !== schemeAfter(run)) await sendCredential(run);
};

/** Writes fields, and the credential with them where this registry takes both in one. */
const writeFields = async (run: UpdateRun): Promise<boolean> => {
  const { change, registration, listed, context, token } = run;
  const write = { ...writeOf(registration, context, token), keep: keptFields(run) };
  const { credentialSent } = await context.registry.update(listed, write, {
    fields: new Set(change.fields.map((field) => field.field)),
    authScheme: schemeAfter(run),
    snapshot: context.snapshot,
  });
  return credentialSent;
};

/** Where reading as somebody who may not see the URL damages the record, writing it whole says the same. */
const canRead = ({ context: { snapshot } }: UpdateRun): boolean =>
  !snapshot.conduct.harmedByReading || snapshot.rights.admin;

/** Off before the credential goes, on after it came. */
const updateSteps = async (run: UpdateRun): Promise<readonly string[]> => {
  const { change, registration, listed, context } = run;
  const after = schemeAfter(run);
  const ready = !expectsCredential(registration) || after !== 'none';
  const notes: string[] = [];
  const off = listed.enabled && (!registration.enabled || !ready);
  if (off) notes.push(...(await enable(registration, false, context)));
  const withdraws = change.credential === 'withdraw' || change.credential === 'renew';
  if (withdraws) await context.registry.setCredential(registration.path, { scheme: 'none' });
  const writes = needsWrite(change) || (run.token !== undefined && !canRead(run));
  if (run.token !== undefined && registration.type === 'server') {
    const { mark } = writeOf(registration, context);
    const { registry, snapshot } = context;
    await requirePlaces(registration, listed, { registry, snapshot, mark, writes });
  }
  const sent = writes && (await writeFields(run));
  if (!sent && change.credential !== 'keep' && after !== 'none') {
    await sendCredential(run);
    if (writes) await checkCredential(run);
  }
  const wanted = change.fields.some(
    (field) => field.field === 'enabled' && !('secret' in field) && field.after === true,
  );
  if (wanted && ready) notes.push(...(await enable(registration, true, context)));
  return ready ? notes : [...notes, 'without its credential, and not enabled'];
};

/** Where an overwrite erases a credential that is not sent again, it goes along. */
const wantsToken = (change: Update, listed: Listed, context: WriteContext): boolean =>
  change.credential === 'set' ||
  change.credential === 'renew' ||
  (context.snapshot.conduct.erases && listedScheme(listed) !== 'none' && needsWrite(change));

/** Makes the differences of an update, in the order that never lets a credential reach another place than its own. */
export const applyUpdate = async (change: Update, listed: Listed, context: WriteContext): Promise<Written> => {
  // The registry's own spelling of the path, everywhere.
  const registration = { ...change.registration, path: listed.path };
  const { token, problems } = wantsToken(change, listed, context)
    ? await tokenFor(change.registration, context)
    : { token: undefined, problems: [] };
  const run: UpdateRun = { change, registration, listed, context, token };
  try {
    return { notes: await updateSteps(run), problems };
  } catch (error) {
    if (!context.snapshot.conduct.onlyReplaces(registration.type, error)) throw error;
    const replaced = await applyReplace(change.registration, listed, context);
    return {
      ...replaced,
      notes: [
        `removed and registered anew: this registry cannot change ${registration.type === 'agent' ? 'an agent' : 'a server'}`,
        ...replaced.notes,
      ],
    };
  }
};
