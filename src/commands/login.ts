import type { McpGatewayRegistrySettings } from '../config/registry-kinds/mcp-gateway-registry.ts';
import { selectedRegistries } from '../config/registry-settings.ts';
import type { Settings } from '../config/settings.ts';
import { type DevicePrompt, deviceLogin } from '../credentials/device-login.ts';
import { ISSUER_RETRY } from '../credentials/discovery.ts';
import type { Issued } from '../credentials/renewal.ts';
import { EXIT, isSyncError, SyncError } from '../model/errors.ts';
import type { Client, Issuer } from '../model/generated/configuration.ts';
import { sameUrl } from '../model/issuer-urls.ts';
import { visible } from '../report/visible.ts';
import type { CommandContext, RunCommand } from '../running/context.ts';
import { withCredentials } from '../running/credentials.ts';
import { issuerFetch } from '../running/reaching.ts';
import { tokenFileOf } from '../running/registry-token-access.ts';
import { keepFromGit, writeTokenFile } from '../running/token-file.ts';

type Registry = McpGatewayRegistrySettings & { readonly url: string };

/** Who is asked for the token: a client, and whether the configuration knows it. */
interface Asked {
  readonly issuer: Issuer;
  readonly client: Client;
  readonly configured: boolean;
}

const usage = (text: string, hint: string): SyncError =>
  new SyncError('usage', 'missing-option', `login: ${text}`, { hint });

const registryOf = (settings: Settings): Registry => {
  const [registry, ...others] = selectedRegistries(settings).flatMap((one): Registry[] =>
    'token' in one && one.url !== undefined ? [{ ...one, url: one.url }] : [],
  );
  if (registry === undefined) {
    throw usage("the registry's URL is not known", 'Give --registry-url, or name the registry in the configuration.');
  }
  if (others.length === 0) return registry;
  throw usage(
    `there are several registries: ${[registry, ...others].map(({ name }) => visible(name)).join(', ')}`,
    'Name the one that is meant with --to.',
  );
};

/** The client of the flags, else the one that `registry.token` names. */
const askedOf = ({ issuers, login }: Settings, { token }: Registry): Asked => {
  const named = 'issuer' in token ? token : undefined;
  const url = login.issuer ?? named?.issuer;
  const id = login.client ?? named?.client;
  if (url === undefined || id === undefined) {
    throw usage(
      'expected who gives tokens of the registry, met nobody',
      'Give --issuer and --client: the issuer that the registry trusts, and its client for people. Or name them in registry.token: { issuer, client }.',
    );
  }
  const issuer = issuers.find((one) => sameUrl(one.issuer, url)) ?? { issuer: url, clients: [{ id }] };
  const known = issuer.clients.find((one) => one.id === id);
  const scope = login.scope === undefined ? {} : { scope: login.scope };
  return {
    issuer,
    client: { ...(known ?? { id }), ...scope },
    configured: known !== undefined && login.client === undefined,
  };
};

const promptText = ({ address, code, minutes }: DevicePrompt): string =>
  `Open ${visible(address)}\nand check that it shows the code ${visible(code)}. It holds for ${minutes} min.\n`;

const byDevice = async (context: CommandContext, { issuer, client }: Asked): Promise<Issued> => {
  const { clock, signal, mask, terminal } = context;
  const fetch = issuerFetch(context, [issuer]);
  try {
    return await deviceLogin(
      { issuer, client },
      {
        fetch,
        clock,
        signal,
        mask,
        retry: { ...ISSUER_RETRY, random: Math.random, signal },
        show: (prompt) => {
          context.work?.({ type: 'ended' });
          terminal.write(promptText(prompt));
        },
      },
    );
  } finally {
    await fetch.close();
  }
};

/** With the secret of the client, where it is at hand; else a person logs in. */
const obtain = async (context: CommandContext, asked: Asked): Promise<Issued> => {
  if (!asked.configured) return byDevice(context, asked);
  const { issuer, client } = asked;
  try {
    return await withCredentials(context, ({ clientToken }) => clientToken(issuer.issuer, client.id));
  } catch (error) {
    if (!isSyncError(error, 'token') || error.code !== 'no-secret') throw error;
    return byDevice(context, asked);
  }
};

const endText = (expiresAt: number | undefined, now: number): string => {
  if (expiresAt === undefined) return 'The issuer does not say when it ends.';
  const minutes = Math.round((expiresAt - now) / 60_000);
  return `It ends at ${new Date(expiresAt).toISOString().slice(0, 16).replace('T', ' ')} UTC, in ${minutes} min.`;
};

/** `agentcore-sync login`: a token of the registry for a person, in a file that git never takes along. */
export const login: RunCommand = async (context) => {
  const { settings, clock, actions } = context;
  if (actions) throw usage('it is for people', 'A job takes its token from registry.token of the configuration.');
  const registry = registryOf(settings);
  const asked = askedOf(settings, registry);
  const file =
    registry.tokenGiven === true && 'file' in registry.token ? registry.token.file : tokenFileOf(registry.name);
  const added = await keepFromGit(file);
  const { token, expiresAt } = await obtain(context, asked).catch((error: unknown) => {
    // Who ends it is not told that the issuer failed.
    context.signal.throwIfAborted();
    throw error;
  });
  const ends = expiresAt === undefined ? {} : { expires_at: new Date(expiresAt).toISOString() };
  writeTokenFile(file, `${JSON.stringify({ access_token: token, registry: registry.url, ...ends }, null, 2)}\n`);
  const ignored = added ? '\nIt was added to what git ignores in this repository (info/exclude).' : '';
  return {
    exitCode: EXIT.done,
    result: {
      registry: registry.name,
      url: registry.url,
      file,
      ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt).toISOString() }),
    },
    problems: [],
    text: `The token for ${registry.url} is in ${visible(file)}, which only you can read.${ignored}\n${endText(expiresAt, clock.now())}\n`,
    markdown: '',
    outputs: {},
  };
};
