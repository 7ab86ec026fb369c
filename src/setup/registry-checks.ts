import type { RegistrySettings } from '../config/registry-kinds/table.ts';
import { selectedRegistries } from '../config/registry-settings.ts';
import { discoverIssuer, ISSUER_LIMITS, ISSUER_RETRY } from '../credentials/discovery.ts';
import { canHaveIdToken } from '../forge/github/environment.ts';
import { discoveryUrls } from '../model/issuer-urls.ts';
import type { CheckRow } from '../model/setup.ts';
import { mapLimit } from '../net/concurrency.ts';
import { createFetch } from '../net/fetch.ts';
import { kindOf } from '../registries/table.ts';
import type { CommandContext } from '../running/context.ts';
import { withCredentials } from '../running/credentials.ts';
import { issuerFetch } from '../running/reaching.ts';
import { withConnections } from '../running/registry-access.ts';
import { type CheckStep, failedRow } from './doctor.ts';
import { variableRows } from './identity-checks.ts';
import { appendCommand, askCommand, type Mender, mendRegistry, renewCommand } from './mending.ts';

const ISSUERS_AT_ONCE = 8;
const LARGEST_LIST = 64 * 1024 * 1024;

/** `lines`: what the configuration lacks, at its top level. */
const missingRow = (
  { check, key, config }: { readonly check: string; readonly key: string; readonly config: string },
  lines: readonly string[],
): CheckRow => ({
  check,
  state: 'failed',
  met: `the configuration has no ${key}`,
  todo: `Add it to ${config}, with a value of your own.`,
  command: appendCommand(lines, config),
});

const OWNER_LINES = ['owner: platform-catalogue'];
const REGISTRY_LINES = ['registry:', '  url: https://registry.example.com', '  token: { env: REGISTRY_TOKEN }'];

const registryRows = (
  context: CommandContext,
  configured: RegistrySettings,
  { owner, renew }: { readonly owner: string; readonly renew: string },
): Promise<readonly CheckRow[]> =>
  withCredentials(context, (credentials) =>
    withConnections(context, { credentials }, async (open) => {
      const registry = await open(configured);
      return kindOf(configured).checks(await registry.snapshot(context.signal), owner, renew);
    }),
  );

/** Asks where a site is published, as its clients do. */
const publishedRows = async (context: CommandContext, configured: RegistrySettings): Promise<readonly CheckRow[]> => {
  const { settings, environment, clock, cut } = context;
  const url = settings.publishedUrl ?? configured.url;
  const kind = kindOf(configured);
  if (kind.published === undefined || url === undefined) return [];
  const privateHosts = [...settings.privateHosts, new URL(url).hostname];
  const fetch = createFetch({
    ...ISSUER_LIMITS,
    maxBodyBytes: LARGEST_LIST,
    environment,
    clock,
    signal: cut,
    privateHosts,
  });
  try {
    return await kind.published(configured, url, fetch);
  } finally {
    await fetch.close();
  }
};

/** The section is there, so that nothing can be added behind it: the flag says it for now. */
const noUrl = (check: string, section: string): CheckRow => ({
  check,
  state: 'failed',
  met: `the configuration has no ${section}.url`,
  todo: `Add url: below ${section}; until then the flag says it.`,
  command: 'agentcore-sync doctor --registry-url https://registry.example.com',
});

/** The variable that a registry's token is read from, where it is one. */
const variableOf = (configured: RegistrySettings): string | undefined => {
  if (!('token' in configured)) return undefined;
  const { token } = configured;
  if ('env' in token) return token.env;
  return 'issuer' in token ? undefined : 'REGISTRY_TOKEN';
};

/** Who would mend what doctor finds. */
export const menderOf = ({ environment, run }: Pick<CommandContext, 'environment' | 'run'>): Mender => ({
  person: !canHaveIdToken(environment),
  repository: run.repository,
  profile: environment['AWS_PROFILE'] || undefined,
});

/** One step for each registry of the run; the only one needs no name. */
const registrySteps = (context: CommandContext): readonly CheckStep[] => {
  const { owner, registries, config } = context.settings;
  const step = (check: string, run: CheckStep['run'], mend: CheckStep['mend']): CheckStep => ({
    id: check,
    part: 'registry',
    check,
    run,
    mend,
  });
  const noOwner = (check: string): CheckRow => missingRow({ check, key: 'owner', config }, OWNER_LINES);
  if (registries.length === 0) {
    const check = 'registry';
    const none = async (): Promise<CheckRow> =>
      owner === undefined ? noOwner(check) : missingRow({ check, key: 'registry.url', config }, REGISTRY_LINES);
    return [step(check, none, () => 'agentcore-sync init')];
  }
  return selectedRegistries(context.settings).map((configured) => {
    const { name, url } = configured;
    const isOnly = registries.length === 1;
    const check = isOnly ? 'registry' : `registry ${name}`;
    const renew = renewCommand(menderOf(context), variableOf(configured));
    const run = async (): Promise<readonly CheckRow[]> => {
      if (owner === undefined) return [noOwner(check)];
      if (kindOf(configured).answers && url === undefined)
        return [noUrl(check, isOnly ? 'registry' : `registries.${name}`)];
      const own = await registryRows(context, configured, { owner, renew });
      const rows = [...own, ...(await publishedRows(context, configured))];
      return isOnly ? rows : rows.map((row) => ({ ...row, check: `${row.check} (${name})` }));
    };
    return step(check, run, mendRegistry(renew, url));
  });
};

const issuersStep = (context: CommandContext): CheckStep => ({
  id: 'issuers',
  part: 'issuers',
  check: 'issuers',
  mend: () => 'agentcore-sync validate',
  run: async () => {
    const { settings, clock, signal } = context;
    const { issuers } = settings;
    if (issuers.length === 0) {
      return { check: 'issuers', state: 'skipped', met: 'the configuration names none: no token is requested' };
    }
    const fetch = issuerFetch(context, issuers);
    const retry = { ...ISSUER_RETRY, random: Math.random, signal };
    try {
      return await mapLimit(issuers, ISSUERS_AT_ONCE, async (issuer): Promise<CheckRow> => {
        const check = `issuer ${issuer.issuer}`;
        try {
          const { tokenEndpoint } = await discoverIssuer(issuer, { fetch, clock, retry });
          return { check, state: 'ok', met: `tokens from ${tokenEndpoint}` };
        } catch (error) {
          return failedRow(check, error, () => askCommand(discoveryUrls(issuer)[0] ?? issuer.issuer));
        }
      });
    } finally {
      await fetch.close();
    }
  },
});

/** The secrets' variables, the registry's answer and rights, the issuers' documents. */
export const registryChecks = (context: CommandContext): readonly CheckStep[] => {
  const { settings, environment } = context;
  const isSet = (name: string): boolean => (environment[name] ?? '').trim() !== '';
  return [
    {
      id: 'variables',
      part: 'registry',
      check: 'variables',
      mend: () => 'agentcore-sync validate',
      run: async () => {
        const { repository } = context.run;
        const rows = variableRows(settings, { isSet, person: !canHaveIdToken(environment), repository });
        return rows.length > 0 ? rows : { check: 'variables', state: 'skipped', met: 'the configuration names none' };
      },
    },
    ...registrySteps(context),
    issuersStep(context),
  ];
};
