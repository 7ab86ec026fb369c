import { existsSync, readFileSync } from 'node:fs';
import { OPTIONS } from '../config/options/options.ts';
import type { McpGatewayRegistrySettings } from '../config/registry-kinds/mcp-gateway-registry.ts';
import { DEFAULT_REGISTRY_NAME } from '../config/registry-kinds/table.ts';
import { createRegistryToken, readTokenWhole } from '../credentials/registry-token.ts';
import { canHaveIdToken } from '../forge/github/environment.ts';
import { SyncError } from '../model/errors.ts';
import type { RegistryToken } from '../model/generated/configuration.ts';
import { visible } from '../report/visible.ts';
import { saysYes } from './asking.ts';
import type { CommandContext } from './context.ts';
import type { Credentials } from './credentials.ts';
import { rememberUse, type StoredToken, tokenKey, wasUsed } from './token-origins.ts';

/** The variable that a person's token stands in where no file is named. */
const VARIABLE = 'REGISTRY_TOKEN';

/** The file that `login` writes for a registry; the only one has the name that the old tool knows. */
export const tokenFileOf = (name: string): string =>
  name === DEFAULT_REGISTRY_NAME ? OPTIONS.tokenFile.default : `${OPTIONS.tokenFile.default}-${name}`;

/** Whether a file is one that `login` wrote: a token that says which registry it is for. */
const namesRegistry = (path: string): boolean => {
  try {
    return readTokenWhole(readFileSync(path, 'utf8'))?.registry !== undefined;
  } catch {
    return false;
  }
};

const isSet = (text: string | undefined): boolean => (text ?? '').trim() !== '';

const NOTHING_HINT = `Run agentcore-sync login, set ${VARIABLE}, or name a file with --token-file.`;

/**
 * The token that a person has at hand: what the configuration names, where it is there, else REGISTRY_TOKEN, else the
 * file that `login` writes. Throws SyncError registry/unauthorized where there is none of them.
 */
const tokenAtHand = (
  { name, token: configured }: McpGatewayRegistrySettings,
  environment: CommandContext['environment'],
): RegistryToken => {
  if ('env' in configured && isSet(environment[configured.env])) return configured;
  if ('file' in configured && existsSync(configured.file)) return configured;
  const files = [...new Set([tokenFileOf(name), OPTIONS.tokenFile.default])];
  // A client of the configuration serves a person too, unless that person has logged in.
  if ('issuer' in configured) {
    const file = files.find((path) => namesRegistry(path));
    return file === undefined ? configured : { file };
  }
  if (isSet(environment[VARIABLE])) return { env: VARIABLE };
  const file = files.find((path) => existsSync(path));
  if (file !== undefined) return { file };
  const looked = 'env' in configured && configured.env !== VARIABLE ? `${configured.env}, ${VARIABLE}` : VARIABLE;
  const places = [...new Set([...('file' in configured ? [configured.file] : []), tokenFileOf(name)])];
  throw new SyncError(
    'registry',
    'unauthorized',
    `read the registry's token: expected it in ${looked} or the file ${places.map(visible).join(' or ')}, met none of them`,
    { hint: NOTHING_HINT },
  );
};

const shownToken = (setting: StoredToken): string =>
  `the token in ${'file' in setting ? visible(setting.file) : setting.env}`;

const elsewhere = (setting: StoredToken, origin: string, named: string): SyncError =>
  new SyncError(
    'registry',
    'unauthorized',
    `send ${shownToken(setting)} to ${origin}: it says that it is for ${visible(named)}`,
    {
      hint: 'Check registry.url of the configuration: whoever can change it could have a token sent to a host of theirs.',
    },
  );

const unasked = (setting: StoredToken, origin: string): SyncError =>
  new SyncError(
    'registry',
    'unauthorized',
    `send ${shownToken(setting)} to ${origin}: the configuration names this registry, and the token was not used there before`,
    {
      hint: `Run agentcore-sync login, or the same command on a terminal, which asks. For scripts: give REGISTRY_URL or --registry-url, or name the registry beside the token: {"access_token": "…", "registry": "${origin}"}.`,
    },
  );

/**
 * Whether a person's token may go to an origin: what the token itself names, what the person named beside it, or what was
 * asked once and kept. A branch that changes registry.url gets no token by that.
 */
const personPermit = (
  { terminal, environment, work }: CommandContext,
  setting: StoredToken,
  { origin, named: namedByPerson }: { readonly origin: string; readonly named: boolean },
): (() => Promise<void>) => {
  let asked: Promise<void> | undefined;
  const ask = async (): Promise<void> => {
    const key = tokenKey(setting);
    if (namedByPerson || wasUsed(environment, key, origin)) return;
    if (terminal.ask === undefined) throw unasked(setting, origin);
    work?.({ type: 'ended' });
    const question = `${origin} is named by the configuration, and ${shownToken(setting)} was not used there before. Send it? [y/N] `;
    if (!saysYes(await terminal.ask(question))) {
      throw new SyncError('registry', 'unauthorized', `send ${shownToken(setting)} to ${origin}: the answer was no`);
    }
    rememberUse(environment, key, origin);
  };
  return () => {
    asked ??= ask();
    return asked;
  };
};

/** The token of a registry, asked for before each call; checked to be for that registry. Throws as `createRegistryToken`. */
export const openRegistryToken = (
  context: CommandContext,
  credentials: Credentials,
  registry: McpGatewayRegistrySettings & { readonly url: string },
): ((refused?: string) => Promise<string>) => {
  const { environment, clock, mask } = context;
  const isPerson = !canHaveIdToken(environment);
  const setting = isPerson && registry.tokenGiven !== true ? tokenAtHand(registry, environment) : registry.token;
  const { origin } = new URL(registry.url);
  const permitOf = (stored: StoredToken): ((named: string | undefined) => Promise<void>) => {
    const consent = isPerson
      ? personPermit(context, stored, { origin, named: registry.urlGiven === true })
      : async () => undefined;
    return async (named) => {
      if (named === undefined) return consent();
      if (URL.parse(named)?.origin !== origin) throw elsewhere(stored, origin, named);
    };
  };
  return createRegistryToken(setting, {
    environment,
    clock,
    random: Math.random,
    mask,
    idToken: credentials.idToken,
    clientToken: credentials.clientToken,
    permit: 'file' in setting || 'env' in setting ? permitOf(setting) : async () => undefined,
  });
};
