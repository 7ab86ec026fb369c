/**
 * Every flat option, once: the flag, the action's input, the environment variable, the key of the configuration that
 * it overrides, its default and its text. action.yml, the command line and the tables in the documentation come from here.
 * Precedence: flag or input, then environment, then configuration, then default.
 */

import { DISABLE_OPTIONS } from './disable.ts';
import { GATEWAY_OPTIONS } from './gateways.ts';
import { LOG_OPTIONS } from './log.ts';
import { LOGIN_OPTIONS } from './login.ts';
import { REFRESH_OPTIONS } from './refresh.ts';
import { REPORT_OPTIONS } from './report.ts';
import { REQUEST_OPTIONS } from './request.ts';
import { SERVE_OPTIONS } from './serve.ts';
import { SETUP_OPTIONS } from './setup.ts';
import { VERIFY_OPTIONS } from './verify.ts';

/** Commands in the order of the documentation. What each is stands in `src/commands/table.ts`. */
export const COMMANDS = [
  'scan',
  'list',
  'validate',
  'plan',
  'apply',
  'sync',
  'refresh',
  'verify',
  'start',
  'lock',
  'issues',
  'call',
  'import',
  'export-manifest',
  'show',
  'report',
  'clients',
  'impact',
  'disable',
  'log',
  'login',
  'init',
  'upgrade',
  'doctor',
  'serve',
  'gateways',
  'completion',
] as const;

export type Command = (typeof COMMANDS)[number];

/** The same, for a caller who holds a text. */
export const isCommand = (text: string): text is Command => COMMANDS.some((command) => command === text);

interface Spec {
  readonly commands: readonly Command[] | 'all';
  readonly text: string;
  /** Environment variable that is read when neither flag nor input is given. */
  readonly environment?: string;
  /** Key of the configuration that the option overrides. */
  readonly configuration?: string;
  /** Another spelling of the flag and the input. */
  readonly alias?: string;
  /** Only for one of the doors; both when absent. */
  readonly door?: 'cli' | 'action';
  /** Commands whose forerunner took it: given on a command line it does nothing, and a notice says why. */
  readonly former?: { readonly commands: readonly Command[]; readonly text: string };
}

type OptionSpec = Spec &
  /** With default true the flag `--no-…` switches it off. */
  (
    | { readonly type: 'boolean'; readonly default?: boolean }
    | { readonly type: 'integer'; readonly default?: number; readonly minimum: number; readonly maximum: number }
    | {
        readonly type: 'text';
        readonly default?: string;
        readonly value: string;
        readonly pattern?: RegExp;
        readonly form?: string;
      }
    | {
        readonly type: 'list';
        readonly value: string;
        readonly pattern?: RegExp;
        readonly form?: string;
        /** Given without a value, it means everything: an empty list. */
        readonly whole?: true;
      }
    | { readonly type: 'choice'; readonly default?: string; readonly choices: readonly string[] }
  );

const SCANNING = ['scan', 'list', 'sync'] as const;
const REGISTERING = ['plan', 'apply', 'sync'] as const;
const TO_REGISTRY = [...REGISTERING, 'import', 'refresh', 'verify'] as const;

export const OPTIONS = {
  accounts: {
    type: 'list',
    value: 'id,…',
    pattern: /^[0-9]{12}$/,
    form: 'twelve digits',
    commands: [...SCANNING, 'refresh', 'verify', 'lock', 'report', 'init', 'doctor', 'gateways'],
    environment: 'AGENTCORE_ACCOUNTS',
    configuration: 'aws.accounts',
    text: "Accounts to scan. With a list in the configuration this narrows the run. Without any: the caller's own, no role assumed.",
  },
  regions: {
    type: 'list',
    value: 'name,…',
    pattern: /^([a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}|all)$/,
    form: 'a Region such as us-east-1, or all',
    alias: 'region',
    commands: [...SCANNING, 'report', 'init', 'doctor', 'gateways'],
    environment: 'AWS_REGION',
    configuration: 'aws.regions',
    text: "Regions to scan. With a list in the configuration the flag narrows the run, and AWS_REGION is not read. Without any: the SDK's own, else us-east-1.",
  },
  assumeRoleName: {
    type: 'text',
    value: 'name',
    default: 'AgentCoreSync',
    commands: [...SCANNING, 'report', 'doctor', 'gateways'],
    environment: 'AGENTCORE_ASSUME_ROLE_NAME',
    configuration: 'aws.role',
    text: 'Name of the role to assume in each account.',
  },
  credentials: {
    type: 'choice',
    choices: ['default-chain', 'github-oidc', 'ambient'],
    commands: [...SCANNING, 'plan', 'apply', 'import', 'refresh', 'verify', 'lock', 'call', 'report', 'doctor'],
    environment: 'AGENTCORE_CREDENTIALS',
    configuration: 'aws.credentials',
    text: "Whose AWS credentials: the job's own token (github-oidc), or what the SDK finds (default-chain, also ambient). A job takes none that are weaker than the configuration says; outside of a job the default chain stands in.",
  },
  timeout: {
    type: 'integer',
    minimum: 1,
    maximum: 900,
    default: 30,
    commands: [
      ...SCANNING,
      'plan',
      'apply',
      'import',
      'refresh',
      'verify',
      'lock',
      'call',
      'report',
      'doctor',
      'gateways',
    ],
    text: 'Seconds for one call to AWS, and to the registry (there without it: 30, and 90 for registering an agent).',
  },
  runTimeout: {
    type: 'integer',
    minimum: 10,
    maximum: 86_400,
    commands: SCANNING,
    text: 'Seconds for the whole scan; what is not listed by then is reported as incomplete.',
  },
  gatewaysOnly: { type: 'boolean', commands: SCANNING, text: 'Only gateways and their targets in this run.' },
  runtimesOnly: { type: 'boolean', commands: SCANNING, text: 'Only runtimes in this run.' },
  includeMcpTargets: {
    type: 'boolean',
    commands: SCANNING,
    configuration: 'scan.targets',
    text: 'Gateway targets that are MCP servers, or pass MCP or A2A through, get entries of their own.',
  },
  includeHarnesses: {
    type: 'boolean',
    commands: SCANNING,
    configuration: 'scan.harnesses',
    text: 'Harnesses get entries, as agents. Needs ListHarnesses and GetHarness.',
  },
  includeEndpoints: {
    type: 'boolean',
    commands: SCANNING,
    configuration: 'scan.endpoints',
    text: 'List the named endpoints of runtimes too (the lowest quota of all).',
  },
  include: {
    type: 'list',
    value: 'key=glob,…',
    commands: SCANNING,
    text: 'Narrow this run to what one of these matches: name=, id=, account=, region=, kind= or tag=key=value, with * and ?.',
  },
  exclude: {
    type: 'list',
    value: 'key=glob,…',
    commands: SCANNING,
    text: 'Leave out of this run what one of these matches; same form as include.',
  },
  only: {
    type: 'list',
    value: 'key=glob,…',
    commands: ['scan', 'list', 'validate', 'plan', 'apply', 'refresh', 'verify', 'lock', 'show', 'report'],
    text: 'Keep of the run what these match: path=, file=, account=, owner=, kind=, name= or region=, with * and ?; several of one key are alternatives. All is still planned, and limits count all of it. To scan and list, path and owner are those of the entries at hand: what has no entry yet matches none.',
  },
  coverage: {
    type: 'boolean',
    commands: ['list'],
    text: 'Show each account and Region instead: what was listed, when it was last scanned whole (from the runs of scan.yml, with github-token), and why not since.',
  },
  prune: {
    type: 'boolean',
    commands: ['scan'],
    text: 'Remove the files of what the configuration no longer asks for.',
  },
  strictAccounts: {
    type: 'boolean',
    commands: SCANNING,
    text: 'An account that never had a file and refuses its role is a failure too.',
  },
  registryUrl: {
    type: 'text',
    value: 'url',
    commands: [...TO_REGISTRY, 'report', 'disable', 'init', 'login', 'doctor'],
    environment: 'REGISTRY_URL',
    configuration: 'registry.url',
    former: { commands: ['list'], text: 'list asks no registry.' },
    text: 'Base URL of the registry.',
  },
  to: {
    type: 'list',
    value: 'names',
    commands: [...TO_REGISTRY, 'report', 'disable', 'login', 'doctor', 'serve'],
    text: 'Only these of the registries that the configuration names. registry-url and token-file are of the only registry, or of the one named here.',
  },
  tokenFile: {
    type: 'text',
    value: 'path',
    default: '.token',
    commands: [...TO_REGISTRY, 'report', 'disable', 'login', 'doctor'],
    environment: 'REGISTRY_TOKEN_FILE',
    configuration: 'registry.token',
    former: { commands: ['list'], text: 'list asks no registry.' },
    text: "File with the registry's token: JSON ({access_token} or {token}, also below tokens; registry: the URL that it is for), or the bare token.",
  },
  visibility: {
    type: 'choice',
    choices: ['public', 'internal', 'group-restricted'],
    default: 'internal',
    commands: ['plan', 'apply', 'sync', 'show'],
    configuration: 'defaults.visibility',
    text: 'Visibility of registrations that do not say theirs.',
  },
  adopt: {
    type: 'list',
    value: 'path,…',
    whole: true,
    pattern: /^\/\S{1,255}$/,
    form: 'a path of the registry, such as /name/ (none, or all: every one)',
    commands: REGISTERING,
    text: "Adopt registrations that hold a wanted path and carry nobody's mark: those named, or all where none is. What they lose is shown.",
  },
  overwrite: { type: 'boolean', commands: REGISTERING, text: 'The old word for --adopt without paths.' },
  allowDeletes: {
    type: 'boolean',
    commands: [...REGISTERING, 'gateways'],
    text: 'Delete registrations whose entry is gone; gateways deploy: resources that the definition no longer has.',
  },
  deep: {
    type: 'boolean',
    commands: ['plan', 'apply'],
    text: 'Read each of our registrations and compare every field, also those that a list does not show.',
  },
  enableFlagged: {
    type: 'boolean',
    commands: REGISTERING,
    text: "Enable again what the registry's own security scan has disabled.",
  },
  takeOverFrom: {
    type: 'text',
    value: 'owner',
    commands: REGISTERING,
    text: 'Another owner whose registrations become ours: after owner was changed, or the repository copied.',
  },
  allowUnenforcedVisibility: {
    type: 'boolean',
    commands: REGISTERING,
    text: 'Register group-restricted entries also where the registry would show them to everybody.',
  },
  concurrency: {
    type: 'integer',
    minimum: 1,
    maximum: 64,
    default: 8,
    commands: [...TO_REGISTRY, 'disable'],
    text: 'Calls to the registry side by side.',
  },
  reason: {
    type: 'text',
    value: 'text',
    pattern: /^[^\p{C}]{1,200}$/u,
    form: 'one line of at most 200 characters',
    commands: ['disable'],
    text: 'Why it is switched off. Everybody who sees the registration or its file can read it.',
  },
  ...DISABLE_OPTIONS,
  ...REFRESH_OPTIONS,
  ...VERIFY_OPTIONS,
  against: {
    type: 'text',
    value: 'git ref',
    commands: ['validate', 'plan', 'gateways'],
    text: 'plan: compare with the entries at a commit instead of the registry: no network, no token. Both take the settings from that commit, and tell what a person changed in source since.',
  },
  head: {
    type: 'text',
    value: 'git ref',
    commands: ['validate', 'plan'],
    text: 'Read the entries at this commit instead of the working directory; with against, as they are once it is merged.',
  },
  ...REQUEST_OPTIONS,
  ...REPORT_OPTIONS,
  ...SETUP_OPTIONS,
  ...SERVE_OPTIONS,
  ...LOG_OPTIONS,
  ...LOGIN_OPTIONS,
  out: {
    type: 'text',
    value: 'path',
    commands: ['plan', 'gateways'],
    text: 'plan, gateways plan: save the plan, for apply and gateways deploy to compare with. gateways render: the folder for the templates.',
  },
  expect: {
    type: 'text',
    value: 'path',
    commands: ['apply', 'gateways'],
    text: "A saved plan, or the output plan of the step that made it: apply makes its own, and writes nothing when that is another one, or does more than the output's.",
  },
  yes: {
    type: 'boolean',
    commands: ['apply', 'sync', 'import', 'upgrade', 'gateways'],
    door: 'cli',
    text: 'Write without a question. One is asked on a terminal only, and never where CI is set; apply asks none with --expect.',
  },
  exitCode: { type: 'boolean', commands: ['plan'], door: 'cli', text: 'Exit with 2 when there are changes.' },
  dryRun: {
    type: 'boolean',
    commands: ['scan', 'sync', 'apply', 'import', 'upgrade'],
    text: 'Show what would be done; write nothing.',
  },
  directory: {
    type: 'text',
    value: 'path',
    default: 'servers',
    commands: [
      'scan',
      'list',
      'validate',
      'plan',
      'apply',
      'sync',
      'import',
      'refresh',
      'verify',
      'lock',
      'call',
      'export-manifest',
      'show',
      'report',
      'clients',
      'impact',
      'log',
      'gateways',
    ],
    text: 'Where the entries are; definitions of gateways lie beside it, in gateways.',
  },
  config: {
    type: 'text',
    value: 'path',
    default: 'agentcore-sync.yaml',
    commands: 'all',
    text: 'The configuration file. The default one may be absent.',
  },
  output: {
    type: 'choice',
    choices: ['text', 'json'],
    default: 'text',
    commands: 'all',
    text: 'json: one document on standard output, diagnostics on standard error.',
  },
  sarif: {
    type: 'text',
    value: 'file',
    commands: ['validate', 'plan', 'verify'],
    text: 'Also write what was found as SARIF 2.1.0, for code scanning; whatever the exit code is.',
  },
  failOn: {
    type: 'choice',
    choices: ['error', 'warning'],
    default: 'error',
    commands: ['validate', 'plan', 'apply', 'refresh', 'verify', 'lock'],
    text: 'Fail the run for this and what is graver. What the configuration accepts fails nothing.',
  },
  full: {
    type: 'boolean',
    commands: 'all',
    text: 'Show everything: each change, each problem, and what is known and unchanged, instead of the first of many and a count.',
  },
  ...GATEWAY_OPTIONS,
  debug: {
    type: 'boolean',
    commands: 'all',
    text: 'One line for each request on standard error (method, host, path, status, milliseconds, attempt, request id; no secret), and stack traces.',
  },
} as const satisfies Record<string, OptionSpec>;

type Table = typeof OPTIONS;
export type OptionKey = keyof Table;
type ValueOf<S> = S extends { type: 'boolean' }
  ? boolean
  : S extends { type: 'integer' }
    ? number
    : S extends { type: 'list' }
      ? readonly string[]
      : S extends { type: 'choice'; choices: readonly (infer Choice)[] }
        ? Choice
        : string;

/** What flags, inputs and environment say; defaults are not filled in. */
export type OptionValues = { readonly [Key in OptionKey]?: ValueOf<Table[Key]> };

/** The table's rows, typed by what all have in common. */
export const optionSpecs: readonly (readonly [OptionKey, OptionSpec])[] = Object.entries(OPTIONS) as [
  OptionKey,
  OptionSpec,
][];

/** Name of the flag (without dashes) and of the input: the key in kebab case. */
export const optionName = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Whether a command does without an option that its forerunner took. */
export const isFormer = (command: Command, { former }: OptionSpec): boolean =>
  former?.commands.includes(command) === true;

/** Whether a command takes an option. */
export const takes = (command: Command, spec: OptionSpec): boolean =>
  spec.commands === 'all' || spec.commands.includes(command);

export type { OptionSpec };
