import { isLoopbackHost } from '../../model/addresses.ts';
import { SyncError } from '../../model/errors.ts';
import type { RunFacts } from '../../model/run-facts.ts';
import type { Clock } from '../../net/clock.ts';
import { createFetch } from '../../net/fetch.ts';
import type { RequestLog } from '../../net/request-log.ts';
import { openRepository, type Repository } from './client.ts';

/** Limits of one exchange with GitHub. */
export const GITHUB_LIMITS = { timeoutMs: 60_000, maxBodyBytes: 64 * 1024 * 1024 } as const;

const hostOf = (address: string | undefined): string => URL.parse(address ?? '')?.hostname ?? '';

/** What reaching GitHub takes. */
export interface GithubContext {
  readonly run: RunFacts;
  /** Proxies and certificate authorities. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Ends calls that are under way. */
  readonly cut: AbortSignal;
  readonly mask: (secret: string) => void;
  /** Whom to tell of requests. */
  readonly requests?: RequestLog;
}

/**
 * Opens the repository that the workflow runs in, for the length of `work`. The server's address is the runner's own: it
 * may be a private one, and an emulator on this machine needs no rest between two writes.
 * Throws SyncError usage/missing-option without a token.
 */
export const withRepository = async <Result>(
  context: GithubContext,
  work: (repository: Repository) => Promise<Result>,
): Promise<Result> => {
  const { run, environment, clock, cut, mask } = context;
  const { token } = run;
  if (token === undefined) {
    throw new SyncError('usage', 'missing-option', 'Reaching GitHub: expected the input github-token, met none.', {
      hint: `Give the step "github-token: \${{ github.token }}".`,
    });
  }
  mask(token);
  const host = hostOf(run.api);
  const fetch = createFetch({
    environment,
    clock,
    signal: cut,
    ...GITHUB_LIMITS,
    ...context.requests?.('github'),
    privateHosts: host === '' ? [] : [host],
  });
  const pace = isLoopbackHost(host) ? { secondMs: 0 } : {};
  try {
    return await work(openRepository({ run, token, fetch, ...pace }));
  } finally {
    await fetch.close();
  }
};
