import { Octokit } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import Bottleneck from 'bottleneck/light.js';
import { withoutEnd } from '../../model/ends.ts';
import { SyncError } from '../../model/errors.ts';
import type { RunFacts } from '../../model/run-facts.ts';
import type { Fetch } from '../../net/fetch.ts';
import { maskForms } from '../../net/masks.ts';
import { githubError } from './errors.ts';

/** Environment variables by name: the runner's own, or a test's. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface ClientOptions {
  readonly run: Pick<RunFacts, 'repository' | 'server' | 'api'>;
  readonly token: string;
  readonly fetch: Fetch;
  /** Called before a wait that GitHub asked for. */
  readonly onWait?: (seconds: number) => void;
  /** Milliseconds that a second of waiting lasts; 1000 by default, tests take less. */
  readonly secondMs?: number;
}

/** A wait that GitHub asks for is granted up to this many seconds; a longer one ends the run with its reason. */
const LONGEST_WAIT = 900;
const LIMIT_RETRIES = 3;

/**
 * A fetch whose answers were read whole and are JSON: octokit takes a body that breaks off, or a proxy's page, for an
 * empty answer.
 */
const wholeAnswers =
  (fetch: Fetch): Fetch =>
  async (input, init) => {
    const response = await fetch(input, init);
    if (response.status === 204 || response.status === 205 || response.status === 304) return response;
    const text = await response.text();
    if (response.ok && !isJson(text)) {
      throw new SyncError('github', 'malformed', `${response.url}: expected JSON, met something else`, {
        hint: 'check GITHUB_API_URL, and a proxy between here and there',
        status: response.status,
      });
    }
    return new Response(text, { status: response.status, headers: response.headers });
  };

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const createOctokit = (options: ClientOptions, baseUrl: string) => {
  const second = options.secondMs ?? 1000;
  const patient = (seconds: number, _request: unknown, _octokit: unknown, retries: number): boolean => {
    if (seconds > LONGEST_WAIT || retries >= LIMIT_RETRIES) return false;
    options.onWait?.(seconds);
    return true;
  };
  // GitHub's own advice: one write a second, and three seconds between writes that notify people.
  const paced = (seconds: number) => new Bottleneck.Group({ maxConcurrent: 1, minTime: seconds * second });
  return new (Octokit.plugin(retry, throttling, paginateRest))({
    auth: options.token,
    baseUrl,
    userAgent: 'agentcore-sync',
    request: { fetch: wholeAnswers(options.fetch) },
    // What octokit logs names whole requests; what matters comes back as an error.
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    // 409 is answered by reading again, 429 and secondary limits by the throttling plugin.
    retry: { doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451], retryAfterBaseValue: second },
    throttle: {
      retryAfterBaseValue: second,
      write: paced(1),
      notifications: paced(3),
      onRateLimit: patient,
      onSecondaryRateLimit: patient,
    },
  });
};

type Api = ReturnType<typeof createOctokit>;

/** One repository on GitHub. Every error that leaves it is a SyncError of area github or network. */
export interface Repository {
  readonly owner: string;
  readonly repo: string;
  /** Web address of the repository, without a last slash. */
  readonly webUrl: string;
  /** Runs a call; `doing` says what was being done to which thing. */
  readonly call: <T>(doing: string, work: (api: Api, at: { owner: string; repo: string }) => Promise<T>) => Promise<T>;
  /** As `call`; nothing when GitHub answers 404. */
  readonly find: <T>(
    doing: string,
    work: (api: Api, at: { owner: string; repo: string }) => Promise<T>,
  ) => Promise<T | undefined>;
}

const repositoryOf = ({ repository }: ClientOptions['run']): readonly [owner: string, repo: string] => {
  if (repository === undefined) {
    throw new SyncError(
      'usage',
      'missing-option',
      'reaching GitHub: expected GITHUB_REPOSITORY in the environment, met none',
      { hint: 'run it in a workflow, or set it to owner/name' },
    );
  }
  const [owner = '', repo = ''] = withoutEnd(repository, '/').split('/');
  return [owner, repo];
};

/**
 * Opens the repository of the run with a token; on GitHub Enterprise Server the runner's URLs lead there.
 * Throws SyncError usage/missing-option without GITHUB_REPOSITORY.
 */
export const openRepository = (options: ClientOptions): Repository => {
  const [owner, repo] = repositoryOf(options.run);
  const { server = 'https://github.com', api: address = 'https://api.github.com' } = options.run;
  const api = createOctokit(options, address);
  const secrets = maskForms(options.token);
  const call: Repository['call'] = async (doing, work) => {
    try {
      return await work(api, { owner, repo });
    } catch (error) {
      throw githubError(error, doing, secrets);
    }
  };
  return {
    owner,
    repo,
    webUrl: `${server}/${owner}/${repo}`,
    call,
    find: async (doing, work) => {
      try {
        return await call(doing, work);
      } catch (error) {
        if (error instanceof SyncError && error.area === 'github' && error.status === 404) return undefined;
        throw error;
      }
    },
  };
};
