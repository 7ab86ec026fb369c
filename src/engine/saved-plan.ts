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

const FORM = 1;

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

/** A plan as a file: an expectation to compare a later plan with, never a source of values. */
export const savePlan = (plan: Plan): string =>
  `${JSON.stringify({ form: FORM, changes: savedChanges(plan.changes) }, undefined, 2)}\n`;

const isSaved = (value: unknown): value is SavedChange =>
  isObject(value) && ['action', 'type', 'path', 'content'].every((key) => typeof value[key] === 'string');

const readSaved = (text: string): readonly SavedChange[] => {
  try {
    const value: unknown = JSON.parse(text);
    if (
      isObject(value) &&
      value['form'] === FORM &&
      Array.isArray(value['changes']) &&
      value['changes'].every(isSaved)
    ) {
      return value['changes'];
    }
  } catch {
    // Told below, as everything else that is no saved plan.
  }
  throw new SyncError(
    'usage',
    'bad-option',
    'read the saved plan: expected a file that plan --out wrote, met something else',
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

/**
 * What differs between a saved plan and the one that was made now, one line each, sorted by path; none when they agree.
 * A change that was expected and is not confirmed now is none: it is not made, and apply tells it on its own.
 * Throws SyncError usage/bad-option when the text is no saved plan.
 */
export const planDifferences = (saved: string, plan: Plan): readonly string[] => {
  const expected = new Map(readSaved(saved).map((change) => [key(change), change]));
  const met = new Map(savedChanges(plan.changes).map((change) => [key(change), change]));
  const blocked = new Set(savedChanges((plan.blocked ?? []).map(({ change }) => change)).map(key));
  return [...new Set([...expected.keys(), ...met.keys()])]
    .filter((one) => met.has(one) || !blocked.has(one))
    .flatMap((one) => moved(expected.get(one), met.get(one)) ?? [])
    .sort();
};

/** How an approval begins: it is a text, where the name of a saved plan's file is expected too. */
const APPROVAL = 'approved:';
/** Bytes of a change's digest: 128 bits. */
const DIGEST_BYTES = 16;
/** Digests that fit into one variable of a process: Linux takes 128 KiB. A plan with more is approved as a whole. */
const MOST_DIGESTS = 5000;

const digest = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest().subarray(0, DIGEST_BYTES).toString('base64url');

const isWrite = ({ action }: SavedChange): boolean => action !== 'conflict';

/** True for the text that `approvalOf` gives. */
export const isApproval = (text: string): boolean => text.startsWith(APPROVAL);

/** What a plan would write, as one line without spaces: a digest for each change, or for all of very many. */
export const approvalOf = (plan: Plan): string => {
  const changes = savedChanges(plan.changes).filter(isWrite);
  const digests = changes.map(digest).sort();
  return `${APPROVAL}${digests.length > MOST_DIGESTS ? `all.${digest(digests)}` : digests.join('.')}`;
};

/**
 * What a plan would write beyond what was approved, one line each, sorted by path. What was approved and is done by now
 * is no difference: a run that ended half-way goes on.
 */
export const unapproved = (approval: string, plan: Plan): readonly string[] => {
  // What is not confirmed now is less than what was approved.
  const whole = { ...plan, changes: [...plan.changes, ...(plan.blocked ?? []).map(({ change }) => change)] };
  if (approval === approvalOf(plan) || approval === approvalOf(whole)) return [];
  const approved = new Set(approval.slice(APPROVAL.length).split('.'));
  return savedChanges(plan.changes)
    .filter((change) => isWrite(change) && !approved.has(digest(change)))
    .map(({ path, action }) => `${path}: ${action}, which was not approved`)
    .sort();
};
