/** apply against a registry that answers in 20 ms, and plan of a large catalogue: whole processes, as a user runs them. */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Fields } from '../sandbox/registry/registry.ts';
import { newEntryText } from '../src/catalogue/new-entry.ts';
import { createDefaults } from '../src/config/defaults.ts';
import { markFor } from '../src/engine/mark.ts';
import { renderEntries } from '../src/registration/render.ts';
import { createForm } from '../src/registries/mcp-gateway-registry/body.ts';
import { FIELD_TABLE } from '../src/registries/mcp-gateway-registry/fields.ts';
import { anyPublicHost } from '../test/catalogue/world.ts';
import type { Answer, Order } from './apply-double.ts';

const ENTRIES = 2000;
const LARGE = 20_000;
const LATENCY_MS = 20;
const CONCURRENCY = 8;

interface Double {
  readonly url: string;
  readonly token: string;
  readonly order: (order: Order) => void;
  readonly count: () => Promise<Extract<Answer, { type: 'counted' }>>;
  readonly close: () => void;
}

const startDouble = async (): Promise<Double> => {
  const child = fork(join(import.meta.dirname, 'apply-double.ts'), { stdio: 'inherit' });
  const next = async (): Promise<Answer> => (await once(child, 'message'))[0];
  const ready = await next();
  if (ready.type !== 'ready') throw new Error('the registry did not start');
  const order = (message: Order): void => {
    child.send(message);
  };
  return {
    url: ready.url,
    token: ready.token,
    order,
    count: async () => {
      const answer = next();
      order({ type: 'count' });
      const counted = await answer;
      if (counted.type !== 'counted') throw new Error('the registry did not count');
      return counted;
    },
    close: () => child.disconnect(),
  };
};

const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-northeast-1'];

/** The nth gateway, spread over accounts and Regions. */
const gateway = (index: number, description: string) => {
  const account = String(100_000_000_000 + (index % 100));
  const region = REGIONS[Math.floor(index / 100) % REGIONS.length] ?? 'us-east-1';
  const id = `service-${index}-${String(index).padStart(10, '0')}`;
  const source = {
    account,
    region,
    arn: `arn:aws:bedrock-agentcore:${region}:${account}:gateway/${id}`,
    name: `service-${index}`,
    description,
    url: `https://${id}.gateway.bedrock-agentcore.${region}.amazonaws.com/mcp`,
    protocol: 'MCP',
    authorizer: { type: 'NONE' },
  };
  const registration = { path: `/service-${index}/` };
  return {
    path: `${account}/${region}/gateways/${id}.yaml`,
    text: newEntryText({ kind: 'gateway', value: source }, registration),
    value: { kind: 'gateway' as const, source, registration },
  };
};

interface Range {
  readonly from: number;
  readonly to: number;
  readonly description: string;
}

const writeEntries = async (directory: string, { from, to, description }: Range): Promise<void> => {
  for (let index = from; index < to; index += 1) {
    const { path, text } = gateway(index, description);
    const file = join(directory, 'servers', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
};

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
  readonly exitCode: number | undefined;
}

/** One command as a process; its output is dropped. */
const run = async (command: string, double: Double, directory: string): Promise<Measured> => {
  const { GITHUB_REPOSITORY: _, GITHUB_REPOSITORY_ID: __, GITHUB_ACTIONS: ___, ...environment } = process.env;
  const child = fork(join(import.meta.dirname, 'apply-measured.ts'), [command], {
    cwd: directory,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...environment, REGISTRY_TOKEN: JSON.stringify({ token: double.token, registry: double.url }) },
  });
  const [measured]: Measured[] = await once(child, 'message');
  if (measured?.exitCode !== 0) throw new Error(`${command} ended with ${measured?.exitCode}`);
  return measured;
};

const prepare = async (double: Double, entries: number): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'bench-apply-'));
  const token = 'token: { env: REGISTRY_TOKEN }';
  await writeFile(
    join(directory, 'agentcore-sync.yaml'),
    `owner: bench\nconfirmBy: review\nregistry:\n  url: ${double.url}\n  ${token}\n`,
  );
  await writeEntries(directory, { from: 0, to: entries, description: 'first' });
  return directory;
};

/** What the registry holds after the entries were applied, without applying them. */
const registered = (count: number): { readonly path: string; readonly fields: Fields }[] => {
  const entries = Array.from({ length: count }, (_, index) => gateway(index, 'first'));
  const settings = {
    directory: 'servers',
    defaultsOf: () => createDefaults({ rows: [] })({ kind: 'gateway', name: '' }),
    issuers: [],
    secrets: {},
  };
  const { registrations } = renderEntries({ entries, problems: [] }, settings, {
    dnsSuffix: () => 'amazonaws.com',
    hosts: anyPublicHost,
  });
  const abilities = { serverVisibility: true, agentGroups: true };
  return registrations.map((registration) => {
    const mark = markFor(registration, { owner: 'bench' }, FIELD_TABLE);
    const form = createForm({ registration, mark, keep: new Set(), headers: {} }, abilities);
    const { name, tags, metadata, overwrite: _, path, supported_transports, ...fields } = form;
    return {
      path: path ?? '',
      fields: {
        ...fields,
        server_name: name ?? '',
        tags: (tags ?? '').split(','),
        metadata: JSON.parse(metadata ?? '{}'),
        supported_transports: JSON.parse(supported_transports ?? '[]'),
      },
    };
  });
};

const line = (what: string, measured: Measured, more = ''): string =>
  `${what.padEnd(28)} ${measured.seconds.toFixed(1).padStart(6)} s ${measured.megabytes.toFixed(0).padStart(5)} MB  ${more}\n`;

type Print = (text: string) => void;

const applyRuns = async (double: Double, print: Print): Promise<boolean> => {
  const directory = await prepare(double, ENTRIES);
  double.order({ type: 'latency', ms: LATENCY_MS });
  const first = await run('apply', double, directory);
  const firstCalls = await double.count();
  const sequential = (firstCalls.calls * LATENCY_MS) / 1000;
  const ratio = sequential / first.seconds;
  print(
    line(
      'first apply',
      first,
      `${firstCalls.calls} calls, peak ${firstCalls.peak}; one after another ${sequential.toFixed(1)} s: ${ratio.toFixed(1)} times`,
    ),
  );
  const second = await run('apply', double, directory);
  const secondCalls = await double.count();
  print(line('second apply', second, `${secondCalls.calls} calls, ${secondCalls.writes} writes`));
  await writeEntries(directory, { from: 0, to: ENTRIES / 100, description: 'changed' });
  const third = await run('apply', double, directory);
  const thirdCalls = await double.count();
  print(line('1 % changed', third, `${thirdCalls.calls} calls, ${thirdCalls.writes} writes`));
  await rm(directory, { recursive: true });
  return ratio >= 6 && secondCalls.writes === 0 && secondCalls.calls <= 3 && firstCalls.peak <= CONCURRENCY;
};

const largePlan = async (double: Double, print: Print): Promise<boolean> => {
  const directory = await prepare(double, LARGE);
  double.order({ type: 'latency', ms: LATENCY_MS });
  double.order({ type: 'seed', servers: registered(LARGE) });
  const validate = await run('validate', double, directory);
  print(line(`validate ${LARGE} entries`, validate));
  const plan = await run('plan', double, directory);
  print(line(`plan ${LARGE} entries`, plan, `${(await double.count()).calls} calls`));
  await rm(directory, { recursive: true });
  const seconds = validate.seconds + plan.seconds;
  return seconds <= 15 && Math.max(validate.megabytes, plan.megabytes) <= 500;
};

/** Runs the benchmark and prints a line for each run; true when every figure is within its bound. */
export const benchmarkApply = async (print: Print): Promise<boolean> => {
  const within: boolean[] = [];
  for (const part of [applyRuns, largePlan]) {
    const double = await startDouble();
    try {
      within.push(await part(double, print));
    } finally {
      double.close();
    }
  }
  return within.every(Boolean);
};

if (import.meta.main) {
  const within = await benchmarkApply((text) => process.stdout.write(text));
  process.stdout.write(within ? 'within its bounds\n' : 'beyond its bounds\n');
  process.exitCode = within ? 0 : 1;
}
