import { sameValue } from '../model/canonical.ts';
import { isSyncError, SyncError } from '../model/errors.ts';
import { movedPlaces } from '../model/places.ts';
import type { Change } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { replaceText } from '../model/reasons.ts';
import type { Registration } from '../model/registration.ts';
import {
  type Listed,
  listedScheme,
  type Registry,
  type Snapshot,
  type Step,
  type StepResult,
  type Task,
  type Write,
} from '../model/registry.ts';
import { headerText } from './compare.ts';
import { expectsCredential } from './credential-step.ts';
import type { Marker } from './mark.ts';
import { markFor } from './mark.ts';
import { credentialProblems } from './plan-update.ts';
import { carriesToken, schemeAfter, stepsOf } from './steps.ts';
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
    await context.registry.run({ type: 'create', write }, context.snapshot);
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
const remove = async (listed: Listed, context: WriteContext): Promise<StepResult> =>
  (await isStillOurs(listed, context))
    ? context.registry.run({ type: 'remove', address: listed }, context.snapshot)
    : 'done';

type Making = Exclude<Change, { action: 'delete' | 'unchanged' | 'conflict' }>;

/** A change that makes or updates a registration, with the steps that are left to do. */
interface Run {
  readonly change: Making;
  /** As the registry spells its path, where it is there already. */
  readonly registration: Registration;
  readonly listed: Listed | undefined;
  readonly context: WriteContext;
  readonly token: string | undefined;
  readonly steps: readonly Step[];
}

const keptFields = ({ change, context }: Run): ReadonlySet<string> => {
  const changed = new Set('fields' in change ? change.fields.map(({ field }) => field) : []);
  return new Set([...context.ignoreDrift].filter((field) => !changed.has(field)));
};

/** The scheme that the registration has once all steps are done. */
const finalScheme = ({ change, registration, listed, token }: Run): 'none' | 'bearer' | 'api_key' => {
  if (change.action === 'update' && listed !== undefined) return schemeAfter(change, listed, token !== undefined);
  return expectsCredential(registration) && token !== undefined ? registration.authScheme : 'none';
};

const setCredential = async ({ registration, context, token }: Run): Promise<StepResult> => {
  if (!expectsCredential(registration) || registration.authScheme === 'none' || token === undefined) return 'done';
  const { path, authScheme: scheme, authHeaderName } = registration;
  const credential = { scheme, token, ...(authHeaderName === undefined ? {} : { headerName: authHeaderName }) };
  return context.registry.run({ type: 'set', path, credential }, context.snapshot);
};

/** The registry's scan may write back the record as it was before: a scheme that did not stay is set once more. */
const setAndCheck = async (run: Run): Promise<StepResult> => {
  const result = await setCredential(run);
  const { listed, steps, context } = run;
  if (listed === undefined || !steps.some(({ type }) => type === 'put')) return result;
  const now = await context.registry.read(listed);
  return now && listedScheme(now) !== finalScheme(run) ? setCredential(run) : result;
};

const putAll = async (step: Extract<Step, { type: 'put' }>, listed: Listed, run: Run): Promise<StepResult> => {
  const { change, registration, context, token } = run;
  const write = { ...writeOf(registration, context, step.credential ? token : undefined), keep: keptFields(run) };
  const fields = new Set('fields' in change ? change.fields.map(({ field }) => field) : []);
  const task: Task = { type: 'put', listed, write, fields, authScheme: finalScheme(run) };
  return context.registry.run(task, context.snapshot);
};

const makeStep = async (step: Step, run: Run): Promise<StepResult> => {
  const { registration, listed, context, token } = run;
  const { type, path } = registration;
  switch (step.type) {
    case 'enable':
    case 'disable':
      return context.registry.run({ type: step.type, address: { type, path } }, context.snapshot);
    case 'withdraw':
      return context.registry.run({ type: 'withdraw', path }, context.snapshot);
    case 'remove':
      return listed === undefined ? 'done' : remove(listed, context);
    case 'create':
      await createOrMeet(writeOf(registration, context, step.credential ? token : undefined), context);
      return 'done';
    case 'put':
      return listed === undefined ? 'done' : putAll(step, listed, run);
    case 'set':
      return setAndCheck(run);
  }
};

/** Before the first write that the token follows, or goes along with: what stands there is what was planned for. */
const requireSame = async ({ change, registration, listed, context, token, steps }: Run): Promise<void> => {
  if (change.action !== 'update' || listed === undefined || token === undefined || registration.type === 'agent')
    return;
  const put = steps.find((step) => step.type === 'put');
  const { mark } = writeOf(registration, context);
  const withdrawn = steps.some(({ type }) => type === 'withdraw');
  await requirePlaces(registration, listed, { registry: context.registry, put, mark, withdrawn });
};

/** Makes the steps in their order, and gives the notes; undefined where only removing and registering anew will do. */
const makeSteps = async (run: Run): Promise<readonly string[] | undefined> => {
  const notes: string[] = [];
  const first = run.steps.find(({ type }) => type === 'put' || type === 'set');
  for (const step of run.steps) {
    if (step === first) await requireSame(run);
    const result = await makeStep(step, run);
    if (result === 'only-replaces') return undefined;
    if (result === 'by-hand') notes.push(BY_HAND);
  }
  if (!expectsCredential(run.registration) || finalScheme(run) !== 'none') return notes;
  const registered = run.change.action === 'update' ? '' : 'registered ';
  return [...notes, `${registered}without its credential, and not enabled`];
};

/** Removes and registers anew what the registry turned out not to change. */
const instead = async (
  { registration, registered, fields }: Extract<Change, { action: 'update' }>,
  listed: Listed,
  context: WriteContext,
): Promise<Written> => {
  const why = { type: 'refused', what: registration.type } as const;
  const written = await applyChange({ action: 'replace', registration, registered, fields, why }, listed, context);
  return { ...written, notes: [`removed and registered anew: ${replaceText(why)}`, ...written.notes] };
};

/**
 * Makes a change, step by step, in the order that never lets a credential reach another place than its own. Everything that
 * can fail without the registry fails before the first step that takes something away: an issuer that is away for a minute
 * must not take down what works. What is removed and registered anew gets a new id, and starts without ratings and history.
 */
export const applyChange = async (
  change: Making,
  listed: Listed | undefined,
  context: WriteContext,
): Promise<Written> => {
  const { registry: traits, snapshot } = context;
  const known = listed === undefined ? {} : { listed };
  const assumed = stepsOf(change, { ...known, token: true }, { traits, snapshot });
  const { token, error, problems } = assumed.some(carriesToken)
    ? await tokenFor(change.registration, context)
    : { token: undefined, error: undefined, problems: [] };
  const steps = token === undefined ? stepsOf(change, { ...known, token: false }, { traits, snapshot }) : assumed;
  if (change.action === 'replace') {
    headersOf(change.registration, context);
    if (error !== undefined) throw error;
  }
  const spelled = change.action === 'update' && listed !== undefined ? { path: listed.path } : {};
  const run: Run = { change, registration: { ...change.registration, ...spelled }, listed, context, token, steps };
  const notes = await makeSteps(run);
  if (notes !== undefined) return { notes, problems };
  if (change.action === 'update' && listed !== undefined) return instead(change, listed, context);
  throw new SyncError(
    'registry',
    'malformed',
    `${change.registration.path}: the registry asks for another kind of write`,
  );
};

/** Removes what carries our mark. Throws SyncError registry/conflict where it is another's by now. */
export const applyDelete = async (listed: Listed, context: WriteContext): Promise<Written> => {
  await remove(listed, context);
  return { notes: [], problems: [] };
};
