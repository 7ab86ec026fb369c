import { createHash } from 'node:crypto';
import { canonicalJson } from '../model/canonical.ts';
import { SyncError } from '../model/errors.ts';
import { isObject } from '../model/json.ts';
import type { Change, FieldChange, Plan } from '../model/plan.ts';
import { changePath, changeType, reasonText } from '../model/plan.ts';

/** What two plans are compared by: no value of a header, no credential. */
interface SavedChange {
  readonly action: Change['action'];
  readonly type: 'server' | 'agent';
  readonly path: string;
  /** Canonical JSON of everything else that the change would do. */
  readonly content: string;
}

const FORM = 2;

const fieldContent = (field: FieldChange): object =>
  'secret' in field
    ? { field: field.field, secret: true }
    : { field: field.field, before: field.before, after: field.after };

const contentOf = (change: Change): unknown => {
  switch (change.action) {
    case 'create': {
      const { from: _, ...registration } = change.registration;
      return registration;
    }
    case 'update':
      return { fields: change.fields.map(fieldContent), credential: change.credential, adopts: change.adopts };
    case 'replace':
      return { fields: change.fields.map(fieldContent), reason: reasonText(change), adopts: change.adopts };
    case 'delete':
    case 'conflict':
      return { reason: reasonText(change) };
    case 'unchanged':
      return {};
  }
};

const savedChanges = (changes: readonly Change[]): SavedChange[] =>
  changes
    .filter((change) => change.action !== 'unchanged')
    .map((change) => ({
      action: change.action,
      type: changeType(change),
      path: changePath(change),
      content: canonicalJson(JSON.parse(JSON.stringify(contentOf(change)))),
    }));

/** A plan and the registry that it is for. */
export interface NamedPlan {
  readonly name: string;
  readonly plan: Plan;
}

/** Plans as a file: an expectation to compare later plans with, never a source of values. */
export const savePlans = (plans: readonly NamedPlan[]): string => {
  const registries = plans.map(({ name, plan }) => ({ name, changes: savedChanges(plan.changes) }));
  return `${JSON.stringify({ form: FORM, registries }, undefined, 2)}\n`;
};

interface SavedPlan {
  readonly name: string;
  readonly changes: readonly SavedChange[];
}

const isSaved = (value: unknown): value is SavedChange =>
  isObject(value) && ['action', 'type', 'path', 'content'].every((key) => typeof value[key] === 'string');

const isSavedPlan = (value: unknown): value is SavedPlan =>
  isObject(value) &&
  typeof value['name'] === 'string' &&
  Array.isArray(value['changes']) &&
  value['changes'].every(isSaved);

const readSaved = (text: string): readonly SavedPlan[] => {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value) && value['form'] === FORM) {
      const { registries } = value;
      if (Array.isArray(registries) && registries.every(isSavedPlan)) return registries;
    }
  } catch {
    // Told below, as everything else that is no saved plan.
  }
  throw new SyncError(
    'usage',
    'bad-option',
    'read the saved plan: expected a file that plan --out of this version wrote, met something else',
    {
      hint: 'Make it anew with plan --out.',
    },
  );
};

const key = ({ type, path, action }: SavedChange): string =>
  `${type}\n${path}\n${action === 'create' || action === 'delete' ? action : ''}`;

const moved = (expected: SavedChange | undefined, met: SavedChange | undefined): string | undefined => {
  const path = (expected ?? met)?.path ?? '';
  if (!met) return `${path}: expected ${expected?.action}, now nothing is to be done`;
  if (!expected) return `${path}: ${met.action}, which was not expected`;
  if (expected.action !== met.action) return `${path}: expected ${expected.action}, now ${met.action}`;
  return expected.content === met.content ? undefined : `${path}: ${met.action} with other values than expected`;
};

/** What differs at one registry, one line each, sorted by path. */
const differencesAt = (saved: readonly SavedChange[], plan: Plan): readonly string[] => {
  const expected = new Map(saved.map((change) => [key(change), change]));
  const met = new Map(savedChanges(plan.changes).map((change) => [key(change), change]));
  const blocked = new Set(savedChanges((plan.blocked ?? []).map(({ change }) => change)).map(key));
  return [...new Set([...expected.keys(), ...met.keys()])]
    .filter((one) => met.has(one) || !blocked.has(one))
    .flatMap((one) => moved(expected.get(one), met.get(one)) ?? [])
    .sort();
};

/** Lines of one registry; where there are several, each says of which it is. */
const namedLines = (plans: readonly NamedPlan[], linesOf: (one: NamedPlan) => readonly string[]): readonly string[] =>
  plans.flatMap((one) => linesOf(one).map((line) => (plans.length === 1 ? line : `${one.name}: ${line}`)));

/**
 * What differs between saved plans and those that were made now, one line each; none when they agree. A registry that this
 * run does not plan is not compared. A change that was expected and is not confirmed now is none: it is not made, and apply
 * tells it on its own.
 * Throws SyncError usage/bad-option when the text is no saved plan.
 */
export const planDifferences = (saved: string, plans: readonly NamedPlan[]): readonly string[] => {
  const expected = new Map(readSaved(saved).map(({ name, changes }) => [name, changes]));
  return namedLines(plans, ({ name, plan }) => differencesAt(expected.get(name) ?? [], plan));
};

/** How an approval begins: it is a text, where the name of a saved plan's file is expected too. */
const APPROVAL = 'approved:';
/** Bytes of a change's digest: 128 bits. */
const DIGEST_BYTES = 16;
/** Digests that fit into one variable of a process: Linux takes 128 KiB. Plans with more are approved each as a whole. */
const MOST_DIGESTS = 5000;

const digest = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest().subarray(0, DIGEST_BYTES).toString('base64url');

const isWrite = ({ action }: SavedChange): boolean => action !== 'conflict';

/** A change and the registry that it is made in. */
const digestAt = (registry: string, change: SavedChange): string => digest({ registry, ...change });

const digestsOf = ({ name, plan }: NamedPlan): readonly string[] =>
  savedChanges(plan.changes)
    .filter(isWrite)
    .map((change) => digestAt(name, change))
    .sort();

const wholeOf = (one: NamedPlan): string => `all-${digest([one.name, ...digestsOf(one)])}`;

/** True for the text that `approvalOf` gives. */
export const isApproval = (text: string): boolean => text.startsWith(APPROVAL);

/** What plans would write, as one line without spaces: a digest for each change, or for all of a plan's where they are very many. */
export const approvalOf = (plans: readonly NamedPlan[]): string => {
  const digests = plans.flatMap(digestsOf);
  return `${APPROVAL}${(digests.length > MOST_DIGESTS ? plans.map(wholeOf) : digests).join('.')}`;
};

/** What one plan would write beyond what was approved. */
const unapprovedAt = (approved: ReadonlySet<string>, one: NamedPlan): readonly string[] => {
  const { name, plan } = one;
  // What is not confirmed now is less than what was approved.
  const whole = { ...plan, changes: [...plan.changes, ...(plan.blocked ?? []).map(({ change }) => change)] };
  if (approved.has(wholeOf(one)) || approved.has(wholeOf({ name, plan: whole }))) return [];
  return savedChanges(plan.changes)
    .filter((change) => isWrite(change) && !approved.has(digestAt(name, change)))
    .map(({ path, action }) => `${path}: ${action}, which was not approved`)
    .sort();
};

/**
 * What plans would write beyond what was approved, one line each, by registry and path. What was approved and is done by
 * now is no difference: a run that ended half-way goes on.
 */
export const unapproved = (approval: string, plans: readonly NamedPlan[]): readonly string[] => {
  const approved = new Set(approval.slice(APPROVAL.length).split('.'));
  return namedLines(plans, (one) => unapprovedAt(approved, one));
};
