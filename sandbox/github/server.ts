import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contract, loadContract } from './contract.ts';
import { createDispatcher } from './dispatch.ts';
import { createRepository } from './git.ts';
import { createPeople, type Edits } from './people.ts';
import type { Actor, Permissions, Settings, World } from './state.ts';

const MAX_BODY = 40 * 1024 * 1024;

/** What a job's token may do with the permissions that the workflow templates give it. */
const JOB: Permissions = {
  contents: 'write',
  'pull-requests': 'write',
  checks: 'write',
  issues: 'write',
  actions: 'write',
};

export interface GithubOptions {
  /** `owner/name` */
  readonly repository: string;
  readonly defaultBranch?: string;
  /** Files of the first commit. */
  readonly files?: Edits;
  /** `dotcom`: REST at the root; `enterprise`: at /api/v3, GraphQL at /api/graphql. */
  readonly style?: 'dotcom' | 'enterprise';
  readonly settings?: Partial<Settings>;
  /** Loaded before, where several doubles are started: compiling it takes a while. */
  readonly contract?: Contract;
}

const createWorld = (options: GithubOptions, root: string): World => {
  const [owner = '', name = ''] = options.repository.split('/');
  const counts = { id: 1000, number: 0, seconds: 1_767_600_000 };
  return {
    owner,
    name,
    repositoryId: 424242,
    defaultBranch: options.defaultBranch ?? 'main',
    git: createRepository(root),
    settings: {
      actionsMayOpenPulls: true,
      rulesets: [],
      treeLimit: 100_000,
      drafts: true,
      deleteBranchOnMerge: false,
      collaborators: ['alice', 'bob'],
      teams: ['platform'],
      ...options.settings,
    },
    actors: new Map(),
    items: new Map(),
    labels: new Set(),
    checks: [],
    runs: [],
    pushes: [],
    faults: [],
    requests: [],
    violations: [],
    serverUrl: '',
    apiUrl: '',
    nextId: () => (counts.id += 1),
    nextNumber: () => (counts.number += 1),
    seconds: () => (counts.seconds += 1),
  };
};

const readBody = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > MAX_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/**
 * Starts GitHub's double on loopback: REST and GraphQL as far as used, with refs, trees and commits in a real bare
 * repository. What a caller does against GitHub's description is answered 500 and kept in `world.violations`.
 */
export const startGithub = async (options: GithubOptions) => {
  const world = createWorld(options, mkdtempSync(join(tmpdir(), 'github-double-')));
  const people = createPeople(world);
  people.commit(world.defaultBranch, options.files ?? { 'README.md': 'A catalogue\n' }, 'First');
  const dispatch = createDispatcher(world, options.contract ?? loadContract());
  const prefix = options.style === 'enterprise' ? '/api/v3' : '';
  const graphqlPath = options.style === 'enterprise' ? '/api/graphql' : '/graphql';

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    if (body === undefined) return void response.writeHead(413).end();
    const url = new URL(request.url ?? '/', world.serverUrl);
    const result = await dispatch({
      method: request.method ?? 'GET',
      path: url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : url.pathname,
      graphql: url.pathname === graphqlPath,
      query: Object.fromEntries(url.searchParams),
      authorization: request.headers.authorization,
      body,
      url,
    });
    if (result === 'lost') return void request.socket.destroy();
    const text = result.body === undefined ? '' : JSON.stringify(result.body);
    response
      .writeHead(result.status, { 'content-type': 'application/json; charset=utf-8', ...result.headers })
      .end(text);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      world.violations.push(
        `${request.method} ${request.url}: ${error instanceof Error ? error.stack : String(error)}`,
      );
      response.writeHead(500, { 'content-type': 'application/json' }).end('{"message":"Server Error"}');
    });
  });
  server.requestTimeout = 30_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  world.serverUrl = `http://127.0.0.1:${port}`;
  world.apiUrl = `${world.serverUrl}${prefix}`;

  /** A fresh token for an actor. */
  const token = (actor: Actor): string => {
    const text = `ghs_${randomUUID().replaceAll('-', '')}`;
    world.actors.set(text, actor);
    return text;
  };
  return {
    world,
    people,
    /** Another person than `people`, who is alice. */
    person: (login: string) => createPeople(world, login),
    /** A job's own token; `permissions` replaces what the templates give it. */
    jobToken: (permissions: Permissions = JOB): string =>
      token({ login: 'github-actions[bot]', kind: 'actions', permissions }),
    /** An app's token: like a job's, but the setting about requests does not concern it. */
    appToken: (permissions: Permissions = JOB): string => token({ login: 'catalogue[bot]', kind: 'app', permissions }),
    /** A person's own token: it may change everybody's comments. */
    personToken: (login: string, permissions: Permissions = JOB): string =>
      token({ login, kind: 'person', permissions }),
    /** The token of a job that a fork's pull request started. */
    forkToken: (): string =>
      token({
        login: 'github-actions[bot]',
        kind: 'actions',
        permissions: { contents: 'read', 'pull-requests': 'read' },
      }),
    /** What a runner has in its environment. */
    environment: {
      GITHUB_API_URL: world.apiUrl,
      GITHUB_GRAPHQL_URL: `${world.serverUrl}${graphqlPath}`,
      GITHUB_SERVER_URL: world.serverUrl,
      GITHUB_REPOSITORY: options.repository,
      GITHUB_REPOSITORY_ID: String(world.repositoryId),
    },
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      world.git.remove();
    },
  };
};

export type Github = Awaited<ReturnType<typeof startGithub>>;
