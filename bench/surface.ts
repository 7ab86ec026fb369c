/** What a person sees: lines that commands print for 42, 600 and 1,000 entries, and when the first of them comes, on a terminal and through a pipe. */
import { type SpawnOptions, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startAws } from '../sandbox/aws/server.ts';
import { startRegistry } from '../sandbox/registry/registry.ts';
import { confirmRoleFor, gateway, jwt, roleFor } from '../sandbox/resources.ts';
import { world } from '../sandbox/world.ts';

type Print = (line: string) => void;

interface Size {
  readonly accounts: number;
  readonly regions: readonly string[];
  /** Gateways in each account and Region. */
  readonly entries: number;
}

const SIZES: readonly Size[] = [
  { accounts: 3, regions: ['us-east-1', 'eu-west-1'], entries: 7 },
  { accounts: 30, regions: ['us-east-1', 'eu-west-1'], entries: 10 },
  { accounts: 100, regions: ['us-east-1'], entries: 10 },
];

/** Milliseconds that every answer takes. */
const LATENCY_MS = 20;
const FIRST_OUTPUT_MS = 2000;

const ROOT = resolve(import.meta.dirname, '..');
const CLI = join(ROOT, 'dist/cli.js');
const CALLER = '999999999999';
const accountOf = (index: number): string => String(100_000_000_000 + index);

/** Of ten gateways three expect a token of one of two clients, three AWS_IAM, and the rest nothing. */
const gatewayOf = (index: number) => {
  const turn = index % 10;
  const issuer = 'https://idp.example.com/.well-known/openid-configuration';
  const closed = turn < 3 ? jwt(issuer, { allowedClients: [`client-${index % 2}`] }) : { type: 'AWS_IAM' as const };
  return gateway({ name: `gw-${index}`, authorizer: turn < 6 ? closed : { type: 'NONE' } });
};

const accountsOf = ({ accounts, regions, entries }: Size) =>
  Object.fromEntries(
    Array.from({ length: accounts }, (_, account) => [
      accountOf(account),
      {
        name: `account-${account}`,
        roles: { AgentCoreSync: roleFor(CALLER), AgentCoreConfirm: confirmRoleFor(CALLER) },
        regions: Object.fromEntries(
          regions.map((region, at) => {
            const first = (account * regions.length + at) * entries;
            return [region, { gateways: Array.from({ length: entries }, (_, index) => gatewayOf(first + index)) }];
          }),
        ),
      },
    ]),
  );

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds until the first byte, and until the end. */
  readonly firstMs: number;
  readonly wholeMs: number;
}

const start = (program: string, words: readonly string[], options: SpawnOptions): Promise<Ran> =>
  new Promise((done, fail) => {
    const from = performance.now();
    const child = spawn(program, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr, firstMs] = ['', '', Number.NaN];
    const seen = (): void => {
      if (Number.isNaN(firstMs)) firstMs = performance.now() - from;
    };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      seen();
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      seen();
      stderr += text;
    });
    child.once('error', fail);
    child.once('close', (code) => done({ code, stdout, stderr, firstMs, wholeMs: performance.now() - from }));
  });

/** Lines, but for those that a log gets every ten seconds. */
const linesOf = (text: string): number =>
  text
    .split('\n')
    .filter((line) => !/^(?:reading|applying|refresh|verify|\w+ has begun)\b.*, \d+ s$|: [\d,]+ of [\d,]+/.test(line))
    .length - 1;

/** A command, what it ends with, and how many lines it may print on both streams together. */
interface Command {
  readonly name: string;
  readonly words: string;
  /** On the terminal, where doing it twice would be something else. */
  readonly screen?: string;
  readonly code: number;
  /** Of so many entries in so many places. */
  readonly most: (entries: number, places: number) => number;
  readonly silent?: true;
}

/** In this order: each needs what the ones before it left. What fails says so: nothing has a client in these worlds. */
const COMMANDS: readonly Command[] = [
  { name: 'list', words: 'list', code: 0, most: (entries, places) => entries + 3 * places + 30 },
  { name: 'list --coverage', words: 'list --coverage', code: 0, most: (_entries, places) => places + 30 },
  { name: 'first scan', words: 'scan', screen: 'scan --dry-run', code: 0, most: () => 100 },
  { name: 'scan, no news', words: 'scan', code: 0, most: () => 50 },
  { name: 'validate', words: 'validate', code: 0, most: () => 30 },
  { name: 'first plan', words: 'plan', code: 0, most: () => 130 },
  { name: 'first apply', words: 'apply --yes', screen: 'apply --dry-run', code: 0, most: () => 80 },
  { name: 'plan, no news', words: 'plan --exit-code', code: 0, most: () => 10, silent: true },
  { name: 'apply, no news', words: 'apply --yes', code: 0, most: () => 10, silent: true },
  { name: 'import, no news', words: 'import --dry-run', code: 0, most: () => 30 },
  { name: 'show one', words: 'show /gw-0/', code: 0, most: () => 40 },
  { name: 'doctor', words: 'doctor', code: 0, most: (_entries, places) => places + 40 },
  { name: 'refresh', words: 'refresh', code: 1, most: () => 50 },
  { name: 'verify', words: 'verify', code: 1, most: () => 150 },
];

const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, at) => (at < 2 ? String(cell).padEnd(at === 0 ? 8 : 18) : String(cell).padStart(8))).join('');

interface Place {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One command: its lines where a program reads them, its first output on a terminal, which util-linux's script gives. */
const measure = async (
  { name, words, screen = words, code, most, silent }: Command,
  { accounts, regions, entries }: Size,
  { place, print }: { readonly place: Place; readonly print: Print },
): Promise<boolean> => {
  const places = accounts * regions.length;
  const typed = ['-qec', `${process.execPath} ${CLI} ${screen}`, '/dev/null'];
  const terminal = await start('script', typed, place);
  const piped = await start(process.execPath, [CLI, ...words.split(' ')], place);
  const [out, told] = [linesOf(piped.stdout), linesOf(piped.stderr)];
  const bound = most(places * entries, places);
  const within =
    piped.code === code &&
    out + told <= bound &&
    (silent !== true || told === 0) &&
    Math.max(terminal.firstMs, piped.firstMs) <= FIRST_OUTPUT_MS;
  const cells = [
    places * entries,
    name,
    out,
    told,
    ...[terminal.firstMs, piped.firstMs, piped.wholeMs].map(Math.round),
  ];
  print(
    `${row(cells)}${within ? '' : `  beyond its bounds: exit ${piped.code}, expected ${code}; at most ${bound} lines`}`,
  );
  return within;
};

const measureWorld = async (size: Size, print: Print): Promise<boolean> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-surface-'));
  const accounts = { [CALLER]: { name: 'tooling' }, ...accountsOf(size) };
  const aws = await startAws(world({ accounts }), { caller: { account: CALLER }, latencyMs: LATENCY_MS, logged: 0 });
  const registry = await startRegistry({ scan: 'off', version: 'newer', latencyMs: LATENCY_MS });
  try {
    const ids = Array.from({ length: size.accounts }, (_, at) => `"${accountOf(at)}"`).join(', ');
    const configuration = [
      'owner: bench',
      `aws: { accounts: [${ids}], regions: [${size.regions.join(', ')}] }`,
      `registry: { url: "${registry.url}" }`,
      'limits: { new: 2000 }',
    ];
    await writeFile(join(folder, 'agentcore-sync.yaml'), `${configuration.join('\n')}\n`);
    await writeFile(join(folder, '.token'), JSON.stringify({ access_token: registry.token, registry: registry.url }));
    const { AWS_REGION: _, ...own } = aws.environment;
    const env = {
      PATH: process.env['PATH'],
      HOME: folder,
      TERM: 'xterm',
      NODE_COMPILE_CACHE: join(ROOT, '.cache/compiled'),
      NODE_OPTIONS: `--import=${join(ROOT, 'test/setup/network.mjs')}`,
      ...own,
    };
    let held = true;
    for (const command of COMMANDS) {
      const within = await measure(command, size, { place: { cwd: folder, env }, print });
      held = held && within;
    }
    return held;
  } finally {
    await Promise.all([aws.close(), registry.close(), rm(folder, { recursive: true })]);
  }
};

/** Packages that a person's computer gets: the package needs none but itself (test/package.test.ts installs it). */
const packages = async (): Promise<number> => {
  const { dependencies = {} } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  return 1 + Object.keys(dependencies).length;
};

/** Runs the benchmark and prints a line for each command; true when every figure is within its bound. */
export const benchmarkSurface = async (print: Print): Promise<boolean> => {
  const installed = await packages();
  print(`packages installed: ${installed}`);
  print(row(['entries', 'command', 'stdout', 'stderr', 'screen', 'piped', 'all ms']));
  let held = installed === 1;
  for (const size of SIZES) {
    const within = await measureWorld(size, print);
    held = held && within;
  }
  return held;
};
