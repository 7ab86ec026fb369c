import { mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { writeAside } from '../catalogue/write-aside.ts';
import type { RegistryToken } from '../model/generated/configuration.ts';
import { isObject, parseJson } from '../model/json.ts';

/** Token → origins of registries that a person let it be sent to. */
type Origins = Readonly<Record<string, readonly string[]>>;

/** A token that stands in a file or a variable. */
export type StoredToken = Extract<RegistryToken, { file: string } | { env: string }>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where answers are kept: in the person's own state, never beside the token, because a checked-out branch can bring
 * files beside the token. https://specifications.freedesktop.org/basedir-spec/latest/
 */
const stateFile = (environment: Environment): string => {
  const state = environment['XDG_STATE_HOME'];
  const folder =
    state !== undefined && isAbsolute(state) ? state : join(environment['HOME'] || homedir(), '.local', 'state');
  return join(folder, 'agentcore-sync', 'token-origins.json');
};

/** A token by where it comes from: a file by its real path, so that a link in a branch is no other file. */
export const tokenKey = (setting: StoredToken): string => {
  if ('env' in setting) return `env ${setting.env}`;
  try {
    return `file ${realpathSync(setting.file)}`;
  } catch {
    return `file ${resolve(setting.file)}`;
  }
};

/** What was answered before. A file that others may write to or read, as those of a checkout are, counts for nothing. */
const readOrigins = (file: string): Origins => {
  try {
    const { mode } = statSync(file);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) return {};
    const value = parseJson(readFileSync(file, 'utf8'));
    const origins = isObject(value) ? value['origins'] : undefined;
    if (!isObject(origins)) return {};
    return Object.fromEntries(
      Object.entries(origins).flatMap(([key, list]) =>
        Array.isArray(list) ? [[key, list.filter((one) => typeof one === 'string')]] : [],
      ),
    );
  } catch {
    return {};
  }
};

/** Whether a person let this token be sent to this origin before. */
export const wasUsed = (environment: Environment, key: string, origin: string): boolean =>
  Object.hasOwn(readOrigins(stateFile(environment)), key) &&
  (readOrigins(stateFile(environment))[key] ?? []).includes(origin);

/** Keeps the answer; where that is not possible, the question comes again at the next run. */
export const rememberUse = (environment: Environment, key: string, origin: string): void => {
  const file = stateFile(environment);
  const before = readOrigins(file);
  const origins = { ...before, [key]: [...new Set([...(before[key] ?? []), origin])] };
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeAside(file, `${JSON.stringify({ form: 1, origins }, null, 2)}\n`, { mode: 0o600 });
  } catch {
    // A home that can't be written to, as some containers have, keeps nothing.
  }
};
