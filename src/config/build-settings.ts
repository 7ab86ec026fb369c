import { withoutEnd } from '../model/ends.ts';
import type { AwsConfiguration, Configuration, Filter, LimitsConfiguration } from '../model/generated/configuration.ts';
import type { Problem } from '../model/problem.ts';
import { awsCredentials } from './aws-credentials.ts';
import { clientScopeProblems } from './client-scope.ts';
import { defaultSettings, defaultsProblems } from './defaults.ts';
import { parseFilters } from './filters.ts';
import { initSettings } from './init-settings.ts';
import { judgingProblems, judgingSettings } from './judging-settings.ts';
import type { ConfigurationPlace } from './load.ts';
import { narrowedOnly, onlySetting } from './only-settings.ts';
import type { Command } from './options/commands.ts';
import { OPTIONS, type OptionKey, type OptionValues } from './options/options.ts';
import { registrySettings } from './registry-settings.ts';
import { plainPath } from './repository.ts';
import { requestSettings } from './request-settings.ts';
import type {
  AccountSelection,
  AwsSettings,
  GatewaysRun,
  Limit,
  LimitSettings,
  LoginSettings,
  RefreshSettings,
  ScanSettings,
  Settings,
  TargetsRead,
} from './settings.ts';
import { verifySettings } from './verify-settings.ts';

/** What the doors and the configuration file said, each already checked on its own. */
export interface SettingsQuestion {
  readonly command: Command;
  readonly values: OptionValues;
  readonly origins: Readonly<Partial<Record<OptionKey, 'door' | 'environment'>>>;
  readonly configuration: Configuration;
  /** A person at a command line, and no job of GitHub Actions. */
  readonly person?: boolean;
  /** Where its values stand, for messages. */
  readonly placeOf?: ConfigurationPlace;
}

export interface SettingsRead {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

const DEFAULT_LIMITS = { deletes: '20%', updates: '20%', disallows: '20%', disables: '5%', new: 200 } as const;
const DEFAULT_AUDIENCE = 'sts.amazonaws.com';
const DEFAULT_CONFIRM_ROLE = 'AgentCoreConfirm';
const DEFAULT_VERIFY_ROLE = 'AgentCoreVerify';
const LONGEST_CHAINED_SESSION = 3600;

/**
 * Merges options and configuration into settings: flag or input, then environment, then configuration, then default.
 * Contradictions come back as problems, all at once.
 */
export const buildSettings = (question: SettingsQuestion): SettingsRead => {
  const { values, configuration } = question;
  const configFile = plainPath(values.config ?? OPTIONS.config.default);
  const { placeOf = () => ({ file: configFile }) } = question;
  const problems: Problem[] = [
    ...clientScopeProblems(configuration),
    ...defaultsProblems(configuration, placeOf),
    ...judgingProblems(configuration, placeOf),
  ];
  const registries = registrySettings(question, problems);
  const names = registries.registries.map(({ name }) => name);
  const settings: Settings = {
    ...(configuration.owner === undefined ? {} : { owner: configuration.owner }),
    directory: plainPath(values.directory ?? OPTIONS.directory.default),
    ...(values.directory === undefined ? {} : { directoryGiven: true as const }),
    configFile,
    config: configFile,
    output: values.output ?? OPTIONS.output.default,
    debug: values.debug ?? false,
    dryRun: values.dryRun ?? false,
    aws: awsSettings(question, problems),
    confirmBy: configuration.confirmBy ?? 'aws',
    scan: scanSettings(question, problems),
    paths: { template: configuration.paths?.template ?? '/{name}/', aliases: configuration.paths?.aliases ?? {} },
    ...registries,
    ...groupSettings(configuration, defaultSettings(configuration, values, placeOf)),
    gateways: configuration.gateways ?? {},
    gatewaysRun: gatewaysRun(values),
    limits: limitSettings(configuration.limits),
    judging: judgingSettings(configuration, values),
    issuers: configuration.issuers ?? [],
    secrets: configuration.secrets ?? {},
    ignoreDrift: configuration['ignore-drift'] ?? [],
    owners: configuration.owners ?? {},
    ...hostSettings(configuration),
    apply: {
      adopt: adoptSetting(values, problems),
      allowDeletes: values.allowDeletes ?? false,
      ...disableSettings(values),
      exitCode: values.exitCode ?? false,
      yes: values.yes ?? false,
      deep: values.deep ?? false,
      enableFlagged: values.enableFlagged ?? false,
      allowUnenforcedVisibility: values.allowUnenforcedVisibility ?? false,
      ...(values.takeOverFrom === undefined ? {} : { takeOverFrom: values.takeOverFrom }),
      ...(values.out === undefined ? {} : { out: values.out }),
      ...(values.expect === undefined ? {} : { expect: values.expect }),
    },
    ...shownSettings(values, problems),
    ...onlySetting(question.values, problems),
    ...(values.against === undefined ? {} : { against: values.against }),
    ...(values.head === undefined ? {} : { head: values.head }),
    request: requestSettings(values),
    refresh: refreshSettings(question),
    verify: verifySettings(question, names, problems),
    init: initSettings(question, problems),
    login: loginSettings(values),
    serve: { host: values.host ?? OPTIONS.host.default, port: values.port ?? OPTIONS.port.default },
    ...(values.checks === undefined ? {} : { checks: values.checks }),
    ...(values.url === undefined ? {} : { publishedUrl: withoutEnd(values.url, '/') }),
  };
  return { settings, problems };
};

/** The defaults, and the groups that there are as far as the configuration says: those of its defaults are among them. */
const groupSettings = (
  { groups }: Configuration,
  defaults: Settings['defaults'],
): Pick<Settings, 'defaults' | 'groups'> => ({
  defaults,
  ...(groups === undefined
    ? {}
    : { groups: [...new Set([...groups, ...defaults.rows.flatMap(({ values }) => values.groups ?? [])])] }),
});

/** Why something is switched off, and which job records it. */
const disableSettings = ({
  reason,
  recordTo,
  recordFrom,
}: OptionValues): Pick<Settings['apply'], 'reason' | 'recordTo' | 'recordFrom'> => ({
  ...(reason === undefined ? {} : { reason }),
  ...(recordTo === undefined ? {} : { recordTo }),
  ...(recordFrom === undefined ? {} : { recordFrom }),
});

/** How much is shown, and in what form, by what only reads. */
const shownSettings = (
  values: OptionValues,
  problems: Problem[],
): Pick<Settings, 'coverage' | 'markdown' | 'logLimit' | 'audit' | 'unlisted'> => {
  const { coverage = false, markdown = false, limit = OPTIONS.limit.default, unlisted = false, audit, since } = values;
  if (unlisted && audit === true) {
    const text = 'unlisted and audit are both given: each is a report of its own.';
    problems.push(contradiction('unlisted', text, 'Give one of them.'));
  }
  return {
    coverage,
    markdown,
    logLimit: limit,
    unlisted,
    ...(audit === true ? { audit: since === undefined ? {} : { since } } : {}),
  };
};

const gatewaysRun = ({
  format,
  all,
  out,
  target,
  role,
  allowDeletes,
  expect,
  yes,
  import: imports,
}: OptionValues): GatewaysRun => ({
  format: format ?? OPTIONS.format.default,
  import: imports ?? false,
  all: all ?? false,
  allowDeletes: allowDeletes ?? false,
  ...(out === undefined ? {} : { out }),
  ...(target === undefined ? {} : { target }),
  ...(role === undefined ? {} : { role }),
  ...(expect === undefined ? {} : { expect }),
  yes: yes ?? false,
});

const refreshSettings = ({ command, values }: SettingsQuestion): RefreshSettings => ({
  withRegistration: values.refresh ?? true,
  ...(values.envFile === undefined ? {} : { envFile: values.envFile }),
  scan: values.scan ?? true,
  loop: values.loop ?? false,
  intervalSeconds: values.interval ?? OPTIONS.interval.default,
  ...(values.healthFile === undefined ? {} : { healthFile: values.healthFile }),
  ...(values.manifest === undefined ? {} : { manifest: values.manifest }),
  ...(selects(command) && values.accounts !== undefined ? { accounts: values.accounts } : {}),
});

const hostSettings = ({ network }: Configuration): Pick<Settings, 'privateHosts' | 'httpHosts'> => {
  const hosts = (network?.privateHosts ?? []).map((one) => (typeof one === 'string' ? { host: one } : one));
  return {
    privateHosts: hosts.map(({ host }) => host),
    httpHosts: hosts.filter(({ http }) => http === true).map(({ host }) => host),
  };
};

/** Commands that accounts narrow without saying what the catalogue's scope is. */
const selects = (command: Command): boolean => ['refresh', 'verify', 'lock', 'call'].includes(command);

const accountSelection = (given: readonly string[] | undefined, configuration: Configuration): AccountSelection => {
  const organization = configuration.aws?.organization;
  if (organization !== undefined) {
    return {
      type: 'organization',
      units: organization.units ?? [],
      exclude: organization.exclude ?? [],
      include: organization.include ?? [],
      ...(organization.role === undefined ? {} : { role: organization.role }),
    };
  }
  const configured = configuration.aws?.accounts ?? [];
  if (configured.length > 0) return { type: 'list', accounts: configured };
  return given === undefined ? { type: 'own' } : { type: 'list', accounts: given, thisRun: true };
};

const regionSelection = (values: OptionValues, configuration: Configuration): AwsSettings['regions'] => {
  const configured = configuration.aws?.regions;
  if (configured !== undefined) return configured === 'all' ? { type: 'all' } : { type: 'list', regions: configured };
  if (values.regions === undefined) return { type: 'default' };
  return values.regions.includes('all') ? { type: 'all' } : { type: 'list', regions: values.regions, thisRun: true };
};

const contradiction = (subject: string, text: string, hint: string): Problem => ({
  rule: 'configuration-contradiction',
  severity: 'error',
  subject,
  text,
  hint,
});

const confirmContradictions = ({ confirm, hubRole }: AwsConfiguration): Problem[] => {
  if (confirm?.hubRole === undefined || confirm.hubRole !== hubRole) return [];
  return [
    contradiction(
      'aws.confirm.hubRole',
      'aws.confirm.hubRole is the hub of the scan (aws.hubRole): its jobs would be trusted with what only apply and refresh may have.',
      'Deploy the hub for confirming (iam/) and name it in aws.confirm.hubRole.',
    ),
  ];
};

/** No path named: all of them. The old tool's word asks for all, too. */
const adoptSetting = (
  { adopt, overwrite }: SettingsQuestion['values'],
  problems: Problem[],
): Settings['apply']['adopt'] => {
  if (overwrite === true) {
    problems.push({
      rule: 'option-renamed',
      severity: 'notice',
      subject: 'overwrite',
      text: 'overwrite is called adopt here, and is read as that: what stands at a wanted path without a mark becomes ours.',
      hint: 'Write --adopt, or --adopt with the paths that are meant.',
    });
  }
  if (adopt === undefined) return overwrite === true ? 'all' : 'none';
  return adopt.length === 0 ? 'all' : adopt;
};

const awsSettings = (question: SettingsQuestion, problems: Problem[]): AwsSettings => {
  const { command, values, configuration } = question;
  const aws = configuration.aws ?? {};
  if (aws.accounts !== undefined && aws.organization !== undefined) {
    problems.push(
      contradiction(
        'aws',
        'aws.accounts and aws.organization are both given.',
        'Keep one of them; organization.include adds single accounts.',
      ),
    );
  }
  if (aws.hubRole !== undefined && (aws.sessionSeconds ?? 0) > LONGEST_CHAINED_SESSION) {
    problems.push(
      contradiction(
        'aws.sessionSeconds',
        `A session of ${aws.sessionSeconds} s can't be had through aws.hubRole: AWS caps a role that is assumed from a role at ${LONGEST_CHAINED_SESSION} s.`,
        `Set aws.sessionSeconds to ${LONGEST_CHAINED_SESSION} or less, or leave aws.hubRole out.`,
      ),
    );
  }
  problems.push(...confirmContradictions(aws));
  return {
    accounts: accountSelection(selects(command) ? undefined : values.accounts, configuration),
    regions: regionSelection(values, configuration),
    role: values.assumeRoleName ?? aws.role ?? OPTIONS.assumeRoleName.default,
    ...(aws.hubRole === undefined ? {} : { hubRole: aws.hubRole }),
    confirm: { ...aws.confirm, role: aws.confirm?.role ?? DEFAULT_CONFIRM_ROLE },
    ...(aws.verify === undefined ? {} : { verify: { ...aws.verify, role: aws.verify.role ?? DEFAULT_VERIFY_ROLE } }),
    ...awsCredentials(question, problems),
    domains: aws.domains ?? [],
    audience: aws.audience ?? DEFAULT_AUDIENCE,
    ...(aws.externalId === undefined ? {} : { externalId: aws.externalId }),
    ...(aws.sessionSeconds === undefined ? {} : { sessionSeconds: aws.sessionSeconds }),
    ...(aws.quotas === undefined ? {} : { quotas: aws.quotas }),
    callSeconds: values.timeout ?? OPTIONS.timeout.default,
    ...(values.runTimeout === undefined ? {} : { runSeconds: values.runTimeout }),
  };
};

const scanSettings = ({ values, origins, configuration }: SettingsQuestion, problems: Problem[]): ScanSettings => {
  if (values.gatewaysOnly && values.runtimesOnly) {
    problems.push(
      contradiction(
        'gateways-only',
        'gateways-only and runtimes-only are both given: nothing would be scanned.',
        'Give one of them.',
      ),
    );
  }
  const configuredAccounts = configuration.aws?.accounts !== undefined || configuration.aws?.organization !== undefined;
  const configuredRegions = configuration.aws?.regions;
  // Shells, runners and credential actions set AWS_REGION for everything: it says nothing against a reviewed file.
  const regions = origins.regions === 'environment' && configuredRegions !== undefined ? undefined : values.regions;
  problems.push(
    ...outside('accounts', values.accounts, configuration.aws?.accounts),
    ...outside('regions', regions, configuredRegions === 'all' ? undefined : configuredRegions),
  );
  return {
    include: configuration.scan?.include ?? [],
    exclude: configuration.scan?.exclude ?? [],
    narrow: {
      ...(configuredAccounts && values.accounts !== undefined ? { accounts: values.accounts } : {}),
      ...(configuredRegions !== undefined && regions !== undefined && !regions.includes('all') ? { regions } : {}),
      include: filters('include', values.include, problems),
      exclude: filters('exclude', values.exclude, problems),
      ...narrowedOnly(values),
      gateways: !values.runtimesOnly,
      runtimes: !values.gatewaysOnly,
    },
    targets: targetsRead(values.includeMcpTargets, configuration.scan?.targets),
    harnesses: values.includeHarnesses ?? configuration.scan?.harnesses ?? false,
    endpoints: values.includeEndpoints ?? configuration.scan?.endpoints ?? false,
    strictAccounts: values.strictAccounts ?? false,
    prune: values.prune ?? false,
  };
};

/** The flag asks for entries of targets, or for none; it narrows nothing of what the configuration reads besides. */
const targetsRead = (flag: boolean | undefined, configured: 'none' | 'mcp' | 'all' = 'none'): TargetsRead => {
  if (flag === false) return false;
  if (configured !== 'none') return configured;
  return flag === true ? 'mcp' : false;
};

/** Flags narrow a run; they never widen the scope that the configuration sets. */
const outside = (
  name: 'accounts' | 'regions',
  asked: readonly string[] = [],
  configured: readonly string[] | undefined,
): Problem[] =>
  asked
    .filter((item) => item !== 'all' && configured !== undefined && !configured.includes(item))
    .map((item) =>
      contradiction(
        name,
        `${name} asks for ${item}, which is not in aws.${name} of the configuration.`,
        `Add it to aws.${name}, or leave it out of ${name}.`,
      ),
    );

const filters = (option: string, items: readonly string[] | undefined, problems: Problem[]): readonly Filter[] => {
  const read = parseFilters(items ?? []);
  for (const bad of read.unknown) {
    problems.push({
      rule: 'option-value',
      severity: 'error',
      subject: option,
      text: `${option} expects name=, id=, account=, region=, kind= or tag= and a glob, met ${JSON.stringify(bad)}.`,
    });
  }
  return read.filters;
};

const loginSettings = ({ issuer, client, scope }: OptionValues): LoginSettings => ({
  ...(issuer === undefined ? {} : { issuer }),
  ...(client === undefined ? {} : { client }),
  ...(scope === undefined ? {} : { scope }),
});

const limit = (share: number | string): Limit =>
  typeof share === 'number' ? { type: 'count', count: share } : { type: 'share', percent: Number(share.slice(0, -1)) };

const limitSettings = (limits: LimitsConfiguration = {}): LimitSettings => ({
  deletes: limit(limits.deletes ?? DEFAULT_LIMITS.deletes),
  updates: limit(limits.updates ?? DEFAULT_LIMITS.updates),
  disallows: limit(limits.disallows ?? DEFAULT_LIMITS.disallows),
  disables: limit(limits.disables ?? DEFAULT_LIMITS.disables),
  new: limits.new ?? DEFAULT_LIMITS.new,
  allow: limits.allow ?? [],
});
