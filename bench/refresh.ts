/** refresh of 500 entries from 5 issuers at 50 ms a call, as a process, against the same calls one after another. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { newEntryText } from '../src/catalogue/new-entry.ts';
import type { Answer, Order } from './refresh-doubles.ts';

const ENTRIES = 500;
/** Ids of the clients of each issuer, one for each account. */
const CLIENTS = ['red', 'blue'] as const;
const TIMES = 20;

type Ready = Extract<Answer, { type: 'ready' }>;
type Counted = Extract<Answer, { type: 'counted' }>;
type Print = (line: string) => void;

interface Doubles extends Ready {
  readonly slow: () => void;
  readonly count: () => Promise<Counted>;
  readonly close: () => void;
}

const startDoubles = async (): Promise<Doubles> => {
  const child = fork(join(import.meta.dirname, 'refresh-doubles.ts'), CLIENTS, { stdio: 'inherit' });
  const next = async (): Promise<Answer> => (await once(child, 'message'))[0];
  const order = (message: Order): boolean => child.send(message);
  const ready = await next();
  if (ready.type !== 'ready') throw new Error('the doubles did not start');
  return {
    ...ready,
    slow: () => void order({ type: 'slow' }),
    count: async () => {
      const answer = next();
      order({ type: 'count' });
      const counted = await answer;
      if (counted.type !== 'counted') throw new Error('the doubles did not count');
      return counted;
    },
    close: () => child.disconnect(),
  };
};

const accountOf = (index: number): string => String(100_000_000_000 + index);

/** The nth entry: its issuer and, by its account, its client. */
const entry = (index: number, { issuers }: Ready) => {
  const account = accountOf(index % CLIENTS.length);
  const issuer = issuers[Math.floor(index / CLIENTS.length) % issuers.length];
  if (issuer === undefined) throw new Error('there is no issuer');
  const id = `service-${index}-${String(index).padStart(10, '0')}`;
  const source = {
    account,
    region: 'us-east-1',
    arn: `arn:aws:bedrock-agentcore:us-east-1:${account}:gateway/${id}`,
    name: `service-${index}`,
    url: `https://${id}.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp`,
    protocol: 'MCP',
    authorizer: { type: 'CUSTOM_JWT', discoveryUrl: issuer.discoveryUrl },
  };
  const path = `/service-${index}/`;
  const client = CLIENTS[index % CLIENTS.length] ?? '';
  const text = newEntryText({ kind: 'gateway', value: source }, { path });
  return { file: `servers/${account}/us-east-1/gateways/${id}.yaml`, path, issuer, client, text };
};

const prepare = async (doubles: Doubles): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'bench-refresh-'));
  const clients = CLIENTS.map((id, at) => `{ id: ${id}, for: ["${accountOf(at)}/*"], secret: { env: OAUTH_${id} } }`);
  const issuers = doubles.issuers.map(({ issuer }) => `  - { issuer: "${issuer}", clients: [${clients.join(', ')}] }`);
  const registry = `{ url: ${doubles.url}, token: { env: REGISTRY_TOKEN } }`;
  await writeFile(
    join(directory, 'agentcore-sync.yaml'),
    ['owner: bench', 'confirmBy: review', `registry: ${registry}`, 'issuers:', ...issuers, ''].join('\n'),
  );
  for (let index = 0; index < ENTRIES; index += 1) {
    const { file, text } = entry(index, doubles);
    await mkdir(dirname(join(directory, file)), { recursive: true });
    await writeFile(join(directory, file), text);
  }
  return directory;
};

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
  readonly exitCode: number | undefined;
}

/** One command as a process; its output is dropped. */
const run = async (words: readonly string[], doubles: Doubles, directory: string): Promise<Measured> => {
  const secrets = CLIENTS.map((id) => [`OAUTH_${id}`, `secret-of-${id}`]);
  const child = fork(join(import.meta.dirname, 'apply-measured.ts'), words, {
    cwd: directory,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      REGISTRY_TOKEN: JSON.stringify({ token: doubles.token, registry: doubles.url }),
      ...Object.fromEntries(secrets),
    },
  });
  const [measured]: Measured[] = await once(child, 'message');
  if (measured?.exitCode !== 0) throw new Error(`${words.join(' ')} ended with ${measured?.exitCode}`);
  return measured;
};

const done = async (answer: Promise<Response>): Promise<unknown> => {
  const response = await answer;
  if (!response.ok) throw new Error(`the reference met ${response.status}`);
  return response.json();
};

/** As the old refresher does it: for each entry its issuer's document, a token, and the credential. Seconds. */
const oneAfterAnother = async (doubles: Doubles): Promise<number> => {
  const started = performance.now();
  for (let index = 0; index < ENTRIES; index += 1) {
    const { path, issuer, client } = entry(index, doubles);
    await done(fetch(issuer.discoveryUrl));
    const pair = Buffer.from(`${client}:secret-of-${client}`).toString('base64');
    await done(
      fetch(issuer.tokenEndpoint, {
        method: 'POST',
        headers: { authorization: `Basic ${pair}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      }),
    );
    await done(
      fetch(`${doubles.url}/api/servers${path}/auth-credential`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${doubles.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ auth_scheme: 'bearer', auth_credential: `token-${index}` }),
      }),
    );
  }
  return (performance.now() - started) / 1000;
};

/** Runs the benchmark and prints its figures; true when every one is within its bound. */
export const benchmarkRefresh = async (print: Print): Promise<boolean> => {
  const doubles = await startDoubles();
  const directory = await prepare(doubles);
  try {
    await run(['apply', '--no-refresh'], doubles, directory);
    await run(['refresh', '--no-scan'], doubles, directory);
    const before = await doubles.count();
    doubles.slow();
    const ours = await run(['refresh', '--no-scan'], doubles, directory);
    const after = await doubles.count();
    const sequential = await oneAfterAnother(doubles);
    const times = sequential / ours.seconds;
    const tokens = after.tokens - before.tokens;
    const distinct = doubles.issuers.length * CLIENTS.length;
    print(
      `refresh of ${ENTRIES} entries   ${ours.seconds.toFixed(1)} s, ${ours.megabytes.toFixed(0)} MB, whole process`,
    );
    print(`one after another        ${sequential.toFixed(1)} s: ${times.toFixed(1)} times (at least ${TIMES})`);
    print(`documents ${after.documents - before.documents} of ${doubles.issuers.length} issuers`);
    print(`token requests ${tokens}, for ${distinct} of client, scope and audience`);
    print(`credentials ${after.patches}, reads ${after.reads}, lists ${after.lists}, at once at most ${after.peak}`);
    return times >= TIMES && tokens === distinct && after.patches === ENTRIES && after.lists === 2;
  } finally {
    doubles.close();
    await rm(directory, { recursive: true });
  }
};
