/** AWS on loopback: one server for all services, told apart by the scope of the request's signature. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { World } from '../world.ts';
import { type Context, handle, type Outcome } from './dispatch.ts';
import { createFaults, type Fault } from './faults.ts';
import { createIdTokens, type IdTokens, type Job, jobOf } from './id-token.ts';
import { createLog, type Figures, type RequestRecord } from './log.ts';
import { type HttpAnswer, readBody } from './protocol.ts';
import { AGENTCORE_QUOTAS, createMeter, type Quotas } from './quotas.ts';
import { createSessions } from './sessions.ts';
import { type CloudFormation, createCloudFormation } from './stacks.ts';

export interface AwsOptions {
  /** Whose long-term key the environment holds (default: the world's first account); with `role` the key is a session of that role. */
  caller?: { account: string; role?: string };
  /** Region of the environment (default us-east-1). */
  region?: string;
  /** Milliseconds before every answer (default 0). */
  latencyMs?: number;
  /** AgentCore's rates; true: the documented ones. Off by default. */
  quotas?: boolean | Partial<Quotas>;
  faults?: readonly Fault[];
  /** No page of any listing is longer than this. */
  pageLimit?: number;
  /** How many requests the log keeps, the newest (default 10,000; 0 for benchmarks). */
  logged?: number;
  /** The workflow job of the id-token endpoint. */
  job?: Partial<Job>;
  /** Refuse a job token that was used before (AWS itself does not). */
  singleUseTokens?: boolean;
  /** Milliseconds since the epoch (default: the machine's clock). */
  now?: () => number;
}

export interface Aws {
  readonly url: string;
  /** What a process needs to reach this AWS as `caller`. */
  readonly environment: Readonly<Record<string, string>>;
  /** What a workflow job with `id-token: write` has besides. */
  readonly jobEnvironment: Readonly<Record<string, string>>;
  /** The world itself: change it between requests. */
  readonly world: World;
  /** Newest last. */
  readonly requests: readonly RequestRecord[];
  /** Counts since the start. */
  readonly figures: Figures;
  readonly idTokens: IdTokens;
  /** Stacks, and what shall go wrong with their resources. */
  readonly cloud: CloudFormation;
  setFaults(faults: readonly Fault[]): void;
  close(): Promise<void>;
}

const LONG_TERM_KEY = 'AKIASANDBOXEXAMPLE00';
const HANG_MS = 300_000;
const DEFAULT_REGION = 'us-east-1';

interface GitHub {
  readonly idTokens: IdTokens;
  readonly issuer: string;
  readonly now: () => number;
}

const jsonAnswer = (status: number, body: unknown): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** GitHub's side: the id-token endpoint of a job, and the issuer's public documents. */
const handleGitHub = async (request: IncomingMessage, url: URL, github: GitHub): Promise<HttpAnswer | undefined> => {
  const { idTokens } = github;
  switch (url.pathname) {
    case '/id-token': {
      if (request.headers.authorization !== `Bearer ${idTokens.requestToken}`) {
        return jsonAnswer(401, { message: 'The request token is not valid' });
      }
      const audience = url.searchParams.get('audience') ?? 'https://github.com/example';
      return jsonAnswer(200, { value: await idTokens.issue(audience, github.now()) });
    }
    case '/.well-known/jwks':
      return jsonAnswer(200, await idTokens.keys());
    case '/.well-known/openid-configuration':
      return jsonAnswer(200, { issuer: github.issuer, jwks_uri: `${url.origin}/.well-known/jwks` });
    default:
      return undefined;
  }
};

const send = (response: ServerResponse, { status, headers, body }: HttpAnswer): void => {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
};

const perform = (response: ServerResponse, outcome: Outcome, latencyMs: number): void => {
  switch (outcome.kind) {
    case 'reset':
      response.destroy();
      return;
    case 'hang':
      setTimeout(() => response.destroy(), HANG_MS).unref();
      return;
    case 'answer': {
      const wait = latencyMs + outcome.slow;
      if (wait === 0) send(response, outcome.http);
      else setTimeout(() => send(response, outcome.http), wait).unref();
    }
  }
};

const createContext = (world: World, options: AwsOptions, idTokens: IdTokens): Context => {
  const account = options.caller?.account ?? Object.keys(world.accounts)[0] ?? '111111111111';
  const role = options.caller?.role;
  const arn =
    role === undefined
      ? `arn:${world.partition}:iam::${account}:user/sandbox`
      : `arn:${world.partition}:sts::${account}:assumed-role/${role}/job`;
  const sessions = createSessions(LONG_TERM_KEY, { account, arn, ...(role !== undefined && { role }) });
  const { quotas } = options;
  return {
    world,
    region: options.region ?? DEFAULT_REGION,
    pageLimit: options.pageLimit ?? Number.POSITIVE_INFINITY,
    now: options.now ?? Date.now,
    sessions,
    stsContext: { sessions, idTokens, singleUseTokens: options.singleUseTokens ?? false, usedTokens: new Set() },
    faults: createFaults(options.faults ?? []),
    meter: quotas ? createMeter({ ...AGENTCORE_QUOTAS, ...(typeof quotas === 'object' && quotas) }) : undefined,
    log: createLog(options.logged ?? 10_000),
    cloud: createCloudFormation(),
  };
};

const listen = (server: Server): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(`http://127.0.0.1:${address.port}`);
      else reject(new Error('the server listens on no port'));
    });
  });

/** Starts AWS as `world` describes it, on a free port of 127.0.0.1. Ends with `close`, which also cuts hanging requests. */
export const startAws = async (world: World, options: AwsOptions = {}): Promise<Aws> => {
  const job = jobOf(options.job);
  const idTokens = createIdTokens(job);
  const context = createContext(world, options, idTokens);
  const github: GitHub = { idTokens, issuer: job.issuer, now: context.now };
  const latencyMs = options.latencyMs ?? 0;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    if (body === undefined) return send(response, jsonAnswer(413, { message: 'The request is too large' }));
    if (request.method === 'GET' && !request.headers['x-amz-date']) {
      const answer = await handleGitHub(request, new URL(request.url ?? '/', url), github);
      if (answer) return send(response, answer);
    }
    perform(response, await handle(request, body, context), latencyMs);
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  // Node's five seconds would now and then cut a connection just as a client takes it up again.
  server.keepAliveTimeout = 60_000;
  const url = await listen(server);
  return {
    url,
    environment: {
      AWS_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: LONG_TERM_KEY,
      AWS_SECRET_ACCESS_KEY: 'sandbox',
      AWS_REGION: context.region,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    },
    jobEnvironment: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/id-token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: idTokens.requestToken,
    },
    world,
    requests: context.log.requests,
    figures: context.log.figures,
    idTokens,
    cloud: context.cloud,
    setFaults: (faults) => context.faults.set(faults),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
