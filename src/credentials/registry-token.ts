import { open } from 'node:fs/promises';
import { SyncError } from '../model/errors.ts';
import type { RegistryToken } from '../model/generated/configuration.ts';
import { isObject, parseJson, textMember } from '../model/json.ts';
import type { Clock } from '../net/clock.ts';
import { maskForms } from '../net/masks.ts';
import { isReserved } from './audiences.ts';
import { isSendable, tokenTimes } from './jwt.ts';
import { type Issued, renewing } from './renewal.ts';

export interface RegistryTokenDependencies {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number;
  /** Called with every form of a token before it is used. */
  readonly mask: (form: string) => void;
  /** The job's OIDC token for an audience. */
  readonly idToken: (audience: string) => Promise<string>;
  /** Audiences of that token which open something else: the one for STS. */
  readonly reservedAudiences?: readonly string[];
  /** A token of a configured issuer's client (tokens.ts). */
  readonly clientToken: (issuer: string, client: string) => Promise<Issued>;
  /** Rejects where a token may not go to the registry; `named`: the registry that the token's text says it is for. */
  readonly permit: (named: string | undefined) => Promise<void>;
}

/** Bytes of a token file; tokens have a few thousand. */
const LARGEST_FILE = 65_536;

const tokenIn = (value: unknown): string | undefined =>
  textMember(value, 'access_token') || textMember(value, 'token') || undefined;

/** A token as it stands in a file or a variable. */
export interface TokenText {
  readonly token: string;
  /** URL of the registry that it is for, where the text names one. */
  readonly registry?: string;
}

/** A token's text as `readTokenText` takes it, with the registry that its JSON names beside the token. */
export const readTokenWhole = (text: string): TokenText | undefined => {
  const token = readTokenText(text);
  if (token === undefined) return undefined;
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const registry = trimmed.startsWith('{') ? textMember(parseJson(trimmed), 'registry') : undefined;
  return { token, ...(registry === undefined ? {} : { registry }) };
};

/**
 * The token in a file's text: JSON with `access_token` or `token`, at the top or below `tokens`, or the bare token.
 * Undefined when there is none that can be sent.
 */
export const readTokenText = (text: string): string | undefined => {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const value = trimmed.startsWith('{') ? parseJson(trimmed) : { token: trimmed };
  const found = (tokenIn(value) ?? tokenIn(isObject(value) ? value['tokens'] : undefined))?.trim();
  return found !== undefined && isSendable(found) ? found : undefined;
};

const missing = (message: string, hint: string): SyncError<'registry'> =>
  new SyncError('registry', 'unauthorized', `read the registry's token: ${message}`, { hint });

const readFile = async (path: string): Promise<string> => {
  const hint = "Write the registry's token there, or name another place with --token-file or registry.token.";
  const file = await open(path, 'r').catch((error: unknown) => {
    const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw missing(`the file ${path} ${absent ? 'does not exist' : "can't be opened"}`, hint);
  });
  try {
    const buffer = Buffer.alloc(LARGEST_FILE + 1);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0).catch(() => {
      throw missing(`${path} can't be read as a file`, hint);
    });
    if (bytesRead > LARGEST_FILE) throw missing(`expected at most ${LARGEST_FILE} bytes in ${path}, met more`, hint);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
};

/** Long enough for whoever writes the file to end: it is emptied first, then filled. */
const SETTLE_MS = 200;

const fromFile = async (path: string, clock: Clock): Promise<TokenText> => {
  const token = readTokenWhole(await readFile(path));
  if (token !== undefined) return token;
  await clock.sleep(SETTLE_MS);
  const written = readTokenWhole(await readFile(path));
  if (written !== undefined) return written;
  throw missing(
    `expected in ${path} JSON with access_token or token (also below tokens), or the bare token; met something else`,
    'Write the registry’s token to the file again.',
  );
};

const fromEnvironment = (name: string, environment: RegistryTokenDependencies['environment']): TokenText => {
  const text = environment[name];
  if (text === undefined || text.trim() === '') {
    throw missing(`the environment variable ${name} is not set`, `Set ${name} to the registry's token.`);
  }
  const token = readTokenWhole(text);
  if (token !== undefined) return token;
  throw missing(`the environment variable ${name} holds no token that can be sent`, `Set ${name} to the token alone.`);
};

/** Hides every form of a token the first time it is met. */
const masking = (mask: (form: string) => void): ((token: string) => string) => {
  let last: string | undefined;
  return (token) => {
    if (token !== last) for (const form of maskForms(token)) mask(form);
    last = token;
    return token;
  };
};

const githubToken = async (audience: string, deps: RegistryTokenDependencies): Promise<Issued> => {
  const token = await deps.idToken(audience);
  const obtainedAt = deps.clock.now();
  const times = tokenTimes(token);
  const life =
    times.expiresAt === undefined ? undefined : (times.expiresAt - (times.issuedAt ?? obtainedAt / 1000)) * 1000;
  return { token, obtainedAt, ...(life === undefined ? {} : { expiresAt: obtainedAt + life }) };
};

const checkAudience = (audience: string, deps: RegistryTokenDependencies): void => {
  if (!isReserved(audience, deps.reservedAudiences ?? [])) return;
  throw new SyncError(
    'configuration',
    'contradiction',
    `read the registry's token: the audience ${audience} also opens AWS, and the registry could use it there`,
    { hint: "Set registry.token's audience to one of the registry's own, its URL for example." },
  );
};

/**
 * The registry's own token, asked for before each call: a file is read again each time, so that whoever writes it can
 * renew it under a long run, and once more where it is met half-written; GitHub's and an issuer's tokens are renewed at three quarters of their life, and when the registry
 * refused the one that is named.
 * Every form is masked before the token is returned; one from a file or variable only where `permit` lets it go. The function rejects with SyncError registry/unauthorized for a file
 * or variable without a token, and with what `idToken` and `clientToken` reject with.
 * Throws SyncError configuration/contradiction for an audience of GitHub's token that AWS takes too.
 */
export const createRegistryToken = (
  setting: RegistryToken,
  deps: RegistryTokenDependencies,
): ((refused?: string) => Promise<string>) => {
  const masked = masking(deps.mask);
  const permitted = async ({ token, registry }: TokenText): Promise<string> => {
    const shown = masked(token);
    await deps.permit(registry);
    return shown;
  };
  if ('file' in setting) return async () => permitted(await fromFile(setting.file, deps.clock));
  if ('env' in setting) return async () => permitted(fromEnvironment(setting.env, deps.environment));
  if ('github-oidc' in setting) checkAudience(setting['github-oidc'].audience, deps);
  const request =
    'issuer' in setting
      ? () => deps.clientToken(setting.issuer, setting.client)
      : () => githubToken(setting['github-oidc'].audience, deps);
  const current = renewing(request, deps);
  return async (refused) => masked((await current(refused)).token);
};
