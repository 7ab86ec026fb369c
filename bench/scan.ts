/** scan of an organization on the sandbox's AWS, with its quotas on: whole processes, as a user runs them. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { AGENTCORE_QUOTAS } from '../sandbox/aws/quotas.ts';
import type { Aws, AwsOptions } from '../sandbox/aws/server.ts';
import { startAws } from '../sandbox/aws/server.ts';
import type { Size } from '../sandbox/generate-world.ts';
import { generateWorld } from '../sandbox/generate-world.ts';
import { workplace } from './workplace.ts';

type Print = (text: string) => void;

const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1'];
const ORGANIZATION: Size = { accounts: 4, regions: REGIONS.slice(0, 3), gateways: 60, targets: 6, runtimes: 60 };
const LARGE: Size = { accounts: 100, regions: REGIONS, gateways: 25, targets: 2, runtimes: 25 };
const LATENCY_MS = 20;
/** A bucket holds what one second lets through. */
const REFILL_MS = 1500;

/** To reach. */
const BOUNDS = { ratio: 1.1, throttledShare: 0.01, sideBySide: 30, megabytes: 300 } as const;

/** What was built, or else the sources. */
const CLI = ((built: string): string => (existsSync(built) ? built : join(import.meta.dirname, '../src/cli.ts')))(
  join(import.meta.dirname, '../dist/cli.js'),
);

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
  readonly exitCode: number;
}

const environmentOf = (aws: Aws): NodeJS.ProcessEnv => {
  const { GITHUB_ACTIONS: _, GITHUB_REPOSITORY: __, ...environment } = process.env;
  return { ...environment, ...aws.environment, BENCH_CLI: CLI };
};

/** `scan` as a process, from its start to its end. */
const scan = async (aws: Aws, size: Size, directory: string): Promise<Measured> => {
  const started = performance.now();
  const accounts = Object.keys(aws.world.accounts).join(',');
  const child = fork(
    fileURLToPath(import.meta.resolve('./cli-measured.mjs')),
    ['scan', '--accounts', accounts, '--regions', size.regions.join(',')],
    { cwd: directory, env: environmentOf(aws), stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const [[met]]: [[Omit<Measured, 'seconds'>], unknown] = await Promise.all([
    once(child, 'message') as Promise<[Omit<Measured, 'seconds'>]>,
    once(child, 'exit'),
  ]);
  return { ...met, seconds: (performance.now() - started) / 1000 };
};

/** Seconds that a call of a scan takes when nothing else is under way, measured in a process of its own. */
const secondsOfOneCall = async (aws: Aws): Promise<number> => {
  const child = fork(fileURLToPath(import.meta.resolve('./scan-one-call.ts')), [], {
    env: environmentOf(aws),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [[seconds]]: [[number], unknown] = await Promise.all([
    once(child, 'message') as Promise<[number]>,
    once(child, 'exit'),
  ]);
  return seconds;
};

/** Path below the catalogue → time of the last write, of every entry. */
const filesOf = async (directory: string): Promise<Map<string, number>> => {
  const root = join(directory, 'servers');
  const names = await readdir(root, { recursive: true });
  const files = names.filter((name) => name.endsWith('.yaml'));
  const times = await Promise.all(files.map(async (name) => (await stat(join(root, name))).mtimeMs));
  return new Map(files.map((name, index) => [name, times[index] ?? 0]));
};

/** Seconds that quotas alone ask for: the most over account, Region and call of (calls − burst) / rate. */
const quotaBound = (aws: Aws): number => {
  const agentCore = aws.requests.filter(({ service, refused }) => service === 'bedrock-agentcore' && !refused);
  const groups = Map.groupBy(agentCore, ({ account, region, call }) => `${account} ${region} ${call}`);
  const seconds = [...groups.values()].map((calls) => {
    const rate = calls[0]?.call.startsWith('List') ? AGENTCORE_QUOTAS.list : AGENTCORE_QUOTAS.get;
    return (calls.length - rate) / rate;
  });
  return Math.max(0, ...seconds);
};

const resourcesOf = ({ accounts, regions, gateways, runtimes }: Size): number =>
  accounts * regions.length * (gateways + runtimes);

const withAws = async <Result>(
  size: Size,
  options: AwsOptions,
  work: (aws: Aws, directory: string) => Promise<Result>,
): Promise<Result> => {
  const aws = await startAws(generateWorld(size), options);
  const directory = await mkdtemp(join(workplace(), 'agentcore-sync-bench-'));
  try {
    return await work(aws, directory);
  } finally {
    await aws.close();
    await rm(directory, { recursive: true });
  }
};

/** With quotas on: near the bound, hardly throttled, nothing lost; a second run costs no more and writes nothing. */
const paced = (print: Print): Promise<boolean> =>
  withAws(ORGANIZATION, { latencyMs: LATENCY_MS, quotas: true, logged: 100_000 }, async (aws, directory) => {
    const first = await scan(aws, ORGANIZATION, directory);
    const { calls, throttled } = { ...aws.figures };
    const bound = quotaBound(aws);
    const ratio = first.seconds / bound;
    const files = await filesOf(directory);
    const lost = resourcesOf(ORGANIZATION) - files.size;
    print(
      `4 accounts, 3 Regions, quotas on: ${first.seconds.toFixed(2)} s, bound ${bound.toFixed(2)} s, ratio ${ratio.toFixed(3)}`,
    );
    print(
      `  ${calls} calls, ${throttled} throttled, ${lost} of ${resourcesOf(ORGANIZATION)} resources lost, ${first.megabytes.toFixed(0)} MB`,
    );
    // AWS's buckets are full again when the next run comes.
    await sleep(REFILL_MS);
    const second = await scan(aws, ORGANIZATION, directory);
    const again = aws.figures.calls - calls;
    const after = await filesOf(directory);
    const written = [...after].filter(([name, time]) => files.get(name) !== time).length;
    print(`  again, nothing changed: ${second.seconds.toFixed(2)} s, ${again} calls, ${written} files written`);
    const share = throttled / calls;
    const cheap = again <= calls * (1 + BOUNDS.throttledShare) && written === 0 && after.size === files.size;
    return first.exitCode === 0 && ratio <= BOUNDS.ratio && share < BOUNDS.throttledShare && lost === 0 && cheap;
  });

/** How often a run of a second or two is repeated; the median counts. */
const REPETITIONS = 5;

/** With quotas off: the whole process against one call after another. */
const unpaced = (print: Print): Promise<boolean> =>
  withAws(ORGANIZATION, { latencyMs: LATENCY_MS, logged: 0 }, async (aws, directory) => {
    const seconds = await secondsOfOneCall(aws);
    const runs: { readonly seconds: number; readonly calls: number; readonly lost: number }[] = [];
    for (let run = 0; run < REPETITIONS; run += 1) {
      const fresh = join(directory, String(run));
      await mkdir(fresh);
      await writeFile(join(fresh, 'agentcore-sync.yaml'), 'aws: { quotas: { get: 100000, list: 100000 } }\n');
      const before = aws.figures.calls;
      const met = await scan(aws, ORGANIZATION, fresh);
      const lost = resourcesOf(ORGANIZATION) - (await filesOf(fresh)).size;
      runs.push({ seconds: met.seconds, calls: aws.figures.calls - before, lost });
    }
    runs.sort((one, other) => one.seconds - other.seconds);
    const median = runs[Math.floor(REPETITIONS / 2)] ?? { seconds: Number.POSITIVE_INFINITY, calls: 0 };
    const lost = runs.reduce((sum, run) => sum + run.lost, 0);
    const times = (median.calls * seconds) / median.seconds;
    const all = runs.map((run) => run.seconds.toFixed(2)).join(', ');
    print(
      `4 accounts, 3 Regions, no quotas: ${median.seconds.toFixed(2)} s (${all}), ${median.calls} calls, ${lost} lost`,
    );
    print(
      `  one after another (${(seconds * 1000).toFixed(1)} ms a call): ${(median.calls * seconds).toFixed(1)} s, ${times.toFixed(1)} times`,
    );
    return times >= BOUNDS.sideBySide && lost === 0;
  });

/** 20,000 resources: memory. */
const large = (print: Print): Promise<boolean> =>
  withAws(LARGE, { logged: 0 }, async (aws, directory) => {
    const run = await scan(aws, LARGE, directory);
    const lost = resourcesOf(LARGE) - (await filesOf(directory)).size;
    print(
      `100 accounts, 4 Regions, ${resourcesOf(LARGE)} resources: ${run.seconds.toFixed(1)} s, peak ${run.megabytes.toFixed(0)} MB, ${lost} lost`,
    );
    return run.megabytes <= BOUNDS.megabytes && lost === 0;
  });

/** Runs the benchmark and prints a line for each run; true when every figure is within its bound. */
export const benchmarkScan = async (print: Print): Promise<boolean> => {
  const within: boolean[] = [];
  for (const part of [paced, unpaced, large]) within.push(await part(print));
  return within.every(Boolean);
};
