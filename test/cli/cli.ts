/** The command line as users run it: a process of its own in a folder of its own, with nothing of this machine's environment. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, onTestFinished } from 'vitest';
import { type Aws, type AwsOptions, startAws } from '../../sandbox/aws/server.ts';
import { type Registry, type RegistryOptions, startRegistry } from '../../sandbox/registry/registry.ts';
import { confirmRoleFor, gateway, jwt, roleFor, runtime, target } from '../../sandbox/resources.ts';
import { type World, world } from '../../sandbox/world.ts';
import type { Given } from '../../src/config/read-options.ts';
import { commandLineIn, seed } from './in-process.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const NETWORK = join(ROOT, 'test/setup/network.mjs');
const LIMIT_MS = 50_000;

/** A door as it ships; vitest's global set-up has built it. */
const doorPath = (door: 'cli' | 'main'): string => join(ROOT, 'dist', `${door}.js`);

/** Where Node keeps the compiled form of the bundle, so that not every process compiles it again. */
const COMPILED = join(ROOT, '.cache/compiled');

export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Called with the process once it runs. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs a door of the product in `folder`; the network beyond this machine is blocked. */
export const runDoor = (
  door: 'cli' | 'main',
  words: readonly string[],
  { folder, environment, onStart }: RunOptions & { readonly folder: string },
): Promise<Run> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', NETWORK, doorPath(door), ...words], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, NODE_COMPILE_CACHE: COMPILED, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.once('error', fail);
    child.once('close', (code, signal) => done({ code, signal, stdout, stderr }));
    onStart?.(child);
  });

/** A folder that is removed when the test ends. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'agentcore-sync-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export const CALLER = '999999999999';
export const RETAIL = '111111111111';
export const LOGISTICS = '222222222222';
/** A value of a runtime's environment variable, which may appear nowhere. */
export const CANARY = 'canary-of-an-environment-variable';
const DISCOVERY = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_retail/.well-known/openid-configuration';

/** Two accounts in two Regions, each with a gateway and a runtime at least; nothing in the caller's own. */
export const twoAccounts = (): World =>
  world({
    accounts: {
      [CALLER]: { name: 'tooling' },
      [RETAIL]: {
        name: 'retail',
        roles: { AgentCoreSync: roleFor(CALLER), AgentCoreConfirm: confirmRoleFor(CALLER), Other: roleFor(CALLER) },
        regions: {
          'us-east-1': {
            gateways: [
              gateway({
                name: 'pricing',
                description: 'Price lookups',
                authorizer: jwt(DISCOVERY, { allowedClients: ['registry'] }),
                targets: [
                  target({ name: 'orders' }),
                  target({ name: 'catalog', endpoint: 'https://catalog.example.com/mcp' }),
                ],
              }),
            ],
            runtimes: [runtime({ name: 'stock', environmentVariables: { DB_PASSWORD: CANARY, [CANARY]: 'x' } })],
          },
          'eu-west-1': { gateways: [gateway({ name: 'pricing', authorizer: { type: 'NONE' } })] },
        },
      },
      [LOGISTICS]: {
        name: 'logistics',
        roles: { AgentCoreSync: roleFor(CALLER), AgentCoreConfirm: confirmRoleFor(CALLER) },
        regions: {
          'us-east-1': { gateways: [gateway({ name: 'routing', authorizer: { type: 'NONE' } })] },
          'eu-west-1': { runtimes: [runtime({ name: 'customs', serverProtocol: 'A2A' })] },
        },
      },
    },
  });

export interface Bench {
  readonly folder: string;
  readonly aws: Aws;
  readonly registry: Registry;
  /** What a process needs to reach both. */
  readonly environment: Readonly<Record<string, string>>;
  readonly run: (words: string, options?: RunOptions) => Promise<Run>;
  /** The same in this process: for all steps of a story where the process is not what it is about. */
  readonly step: (words: string, options?: Pick<RunOptions, 'environment'>) => Promise<Run>;
  /** What a scan writes, or an apply registers, without a process of its own. */
  readonly seed: (command: 'scan' | 'apply', given?: Given) => Promise<void>;
  readonly write: (file: string, text: string) => void;
  readonly read: (file: string) => string;
  /** Path → text of every file in the folder. */
  readonly files: () => Readonly<Record<string, string>>;
}

/** The services, and a folder with a token and a configuration: two accounts, two Regions, this registry. */
export const startBench = async (
  options: { readonly world?: World; readonly aws?: AwsOptions; readonly registry?: RegistryOptions } = {},
): Promise<Bench> => {
  const folder = temporaryFolder();
  const aws = await startAws(options.world ?? twoAccounts(), { caller: { account: CALLER }, ...options.aws });
  const registry = await startRegistry({ scan: 'off', ...options.registry });
  onTestFinished(() => Promise.all([aws.close(), registry.close()]).then(() => undefined));
  const { AWS_REGION: _, ...environment } = aws.environment;
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  // Its own origin is named: nobody is asked whether it may go there.
  write('.token', JSON.stringify({ access_token: registry.token, registry: registry.url }));
  write('agentcore-sync.yaml', configuration(registry.url));
  return {
    folder,
    aws,
    registry,
    environment,
    write,
    run: (words, { environment: more, ...rest } = {}) =>
      runDoor('cli', words === '' ? [] : words.split(' '), {
        folder,
        environment: { ...environment, ...more },
        ...rest,
      }),
    step: (words, { environment: more } = {}) =>
      commandLineIn({ folder, environment: { ...environment, ...more } }, words === '' ? [] : words.split(' ')),
    seed: (command, given) => seed({ folder, environment }, command, given),
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    files: () =>
      Object.fromEntries(
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
          .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]),
      ),
  };
};

/** A configuration with everything that the commands need. */
export const configuration = (registryUrl: string, more = ''): string =>
  [
    'owner: test-catalogue',
    'aws:',
    `  accounts: ["${RETAIL}", "${LOGISTICS}"]`,
    '  regions: [us-east-1, eu-west-1]',
    'registry:',
    `  url: ${registryUrl}`,
    more,
  ].join('\n');

const ajv = new Ajv2020({ strict: false });
const isEnvelope = ajv.compile<Envelope>(JSON.parse(readFileSync(join(ROOT, 'schemas/output.schema.json'), 'utf8')));

export interface Envelope {
  readonly command: string;
  // What a command answers differs: tests look into it by key.
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly problems: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly subject: string;
    readonly text: string;
    readonly hint?: string;
    readonly standing?: true;
    readonly place?: { readonly file: string; readonly line?: number; readonly column?: number };
  }[];
}

/** Standard output as the one JSON document that it must be, valid against the published schema. */
export const envelopeOf = ({ stdout }: Pick<Run, 'stdout'>): Envelope => {
  const value: unknown = JSON.parse(stdout);
  if (isEnvelope(value)) return value;
  expect(ajv.errorsText(isEnvelope.errors)).toBe('');
  throw new Error('no envelope');
};

/** What a result says of its only registry. */
export const onlyRegistry = (result: unknown): Readonly<Record<string, unknown>> => {
  const registries: unknown = Object(result).registries;
  expect(registries).toHaveLength(1);
  return Array.isArray(registries) ? registries[0] : {};
};

/** Rules of an envelope's problems, sorted. */
export const rulesOf = ({ problems }: Envelope): readonly string[] => problems.map(({ rule }) => rule).sort();

/** What a command did when it had to end with `code`: otherwise the test shows what it printed. */
export const expectCode = (run: Run, code: number): Run => {
  expect(run.code === code ? '' : `exit ${run.code} ${run.signal}\n${run.stdout}\n${run.stderr}`).toBe('');
  return run;
};
