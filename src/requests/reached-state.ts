import { SyncError } from '../model/errors.ts';
import { isObject, parseJson } from '../model/json.ts';
import type { ReachedState } from '../model/lock-request.ts';
import type { Registration } from '../model/registration.ts';
import { barePath } from '../model/registry.ts';
import type { DisabledState } from '../model/tools-disabled.ts';

/** The last second that a date can have. */
const LAST_SECOND = 8.64e12;

const REGISTRY_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

const stateFrom = (value: unknown): DisabledState | undefined => {
  if (!isObject(value)) return undefined;
  const { path, since, notIn } = value;
  const isTime = typeof since === 'number' && Number.isSafeInteger(since) && since >= 0 && since <= LAST_SECOND;
  if (typeof path !== 'string' || !isTime || !Array.isArray(notIn)) return undefined;
  const names = notIn.filter((name): name is string => typeof name === 'string' && REGISTRY_NAME.test(name));
  return names.length === notIn.length ? { path, since, notIn: names } : undefined;
};

/** What another job told of what is off because its tools changed, by path; undefined: nothing was told. */
export type ToldStates = ReadonlyMap<string, DisabledState> | undefined;

/** Reads what another job told. Throws SyncError usage/bad-option where it is not of its form. */
export const toldStates = (text: string | undefined): ToldStates => {
  if (text === undefined) return undefined;
  const value = parseJson(text);
  const read = Array.isArray(value) ? value.map(stateFrom) : [undefined];
  const states = read.filter((one) => one !== undefined);
  if (states.length === read.length) return new Map(states.map((one) => [one.path, one]));
  throw new SyncError('usage', 'bad-option', 'disabled: expected the output disabled of disable, met something else.', {
    hint: 'Give what the job that disables told, as it is; without that job leave it out.',
  });
};

/** Whether clients reach a registration, as far as its entry and the job that disables tell. */
export const reachedState = (
  { path, enabled }: Pick<Registration, 'path' | 'enabled'>,
  { disables, told }: { readonly disables: boolean; readonly told: ToldStates },
): ReachedState => {
  const off = told?.get(barePath(path));
  if (off !== undefined) return { type: 'disabled', since: off.since, notIn: off.notIn };
  if (!enabled) return { type: 'not-enabled' };
  return { type: disables && told === undefined ? 'unknown' : 'enabled' };
};
