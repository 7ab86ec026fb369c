import type { RegistrySettings } from '../config/registry-kinds/table.ts';
import { selectedRegistries } from '../config/registry-settings.ts';
import { discoverIssuer, ISSUER_LIMITS, ISSUER_RETRY } from '../credentials/discovery.ts';
import { canHaveIdToken } from '../forge/github/environment.ts';
import { issuerHosts } from '../model/issuer-urls.ts';
import type { CheckRow } from '../model/setup.ts';
import { mapLimit } from '../net/concurrency.ts';
import { createFetch } from '../net/fetch.ts';
import { kindOf } from '../registries/table.ts';
import { type CheckStep, failedRow } from '../setup/doctor.ts';
import { variableRows } from '../setup/identity-checks.ts';
import type { CommandContext } from './context.ts';
import { withCredentials } from './credentials.ts';
import { withConnections } from './registry-access.ts';

const ISSUERS_AT_ONCE = 8;
const LARGEST_LIST = 64 * 1024 * 1024;

const missingRow = (check: string, key: string): CheckRow => ({
  check,
  state: 'failed',
  met: `the configuration has no ${key}`,
  todo: 'Add it to agentcore-sync.yaml.',
});

const registryRows = (
  context: CommandContext,
  configured: RegistrySettings,
  owner: string,
): Promise<readonly CheckRow[]> =>
  withCredentials(context, (credentials) =>
    withConnections(context, { credentials }, async (open) => {
      const registry = await open(configured);
      return kindOf(configured).checks(await registry.snapshot(context.signal), owner);
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

/** One step for each registry of the run; the only one needs no name. */
const registrySteps = (context: CommandContext): readonly CheckStep[] => {
  const { owner, registries } = context.settings;
  const step = (check: string, run: CheckStep['run']): CheckStep => ({ id: check, part: 'registry', check, run });
  if (registries.length === 0) {
    return [step('registry', async () => missingRow('registry', owner === undefined ? 'owner' : 'registry.url'))];
  }
  return selectedRegistries(context.settings).map((configured) => {
    const { name, url } = configured;
    const isOnly = registries.length === 1;
    const check = isOnly ? 'registry' : `registry ${name}`;
    return step(check, async () => {
      if (owner === undefined) return missingRow(check, 'owner');
      if (kindOf(configured).answers && url === undefined)
        return missingRow(check, isOnly ? 'registry.url' : `registries.${name}.url`);
      const own = await registryRows(context, configured, owner);
      const rows = [...own, ...(await publishedRows(context, configured))];
      return isOnly ? rows : rows.map((row) => ({ ...row, check: `${row.check} (${name})` }));
    });
  });
};

const issuersStep = (context: CommandContext): CheckStep => ({
  id: 'issuers',
  part: 'issuers',
  check: 'issuers',
  run: async () => {
    const { settings, environment, clock, signal, cut } = context;
    const { issuers } = settings;
    if (issuers.length === 0) {
      return { check: 'issuers', state: 'skipped', met: 'the configuration names none: no token is requested' };
    }
    const privateHosts = [...settings.privateHosts, ...issuerHosts(issuers)];
    const fetch = createFetch({
      ...ISSUER_LIMITS,
      environment,
      clock,
      signal: cut,
      privateHosts,
      ...context.requests?.('issuer'),
    });
    const retry = { ...ISSUER_RETRY, random: Math.random, signal };
    try {
      return await mapLimit(issuers, ISSUERS_AT_ONCE, async (issuer): Promise<CheckRow> => {
        const check = `issuer ${issuer.issuer}`;
        try {
          const { tokenEndpoint } = await discoverIssuer(issuer, { fetch, clock, retry });
          return { check, state: 'ok', met: `tokens from ${tokenEndpoint}` };
        } catch (error) {
          return failedRow(check, error);
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
