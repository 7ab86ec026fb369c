import { SyncError } from '../model/errors.ts';
import type { AwsConnections } from '../net/agents.ts';
import { createAwsConnections } from '../net/agents.ts';
import type { Clock } from '../net/clock.ts';
import type { OnRequest } from '../net/request-log.ts';
import type { TimeLimits } from '../net/time-limit.ts';
import { createTimeLimits } from '../net/time-limit.ts';

/** What every AWS client of a run is made with. */
export interface AwsConnection {
  readonly handler: AwsConnections['handler'];
  readonly clock: Clock;
  /** Seconds for one call, its retries by the SDK included. */
  readonly callSeconds: number;
  readonly limits: TimeLimits;
  close(): void;
}

export interface ConnectionOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Seconds for one call. */
  readonly callSeconds: number;
  /** Ends every call when it is aborted. */
  readonly signal?: AbortSignal;
  /** Is told of each request. */
  readonly onRequest?: OnRequest;
}

const CUT_AFTER_MS = 1000;

/** Opens the connections that the AWS clients of one run share. They end with `close`. */
export const openAwsConnection = ({
  environment,
  clock,
  callSeconds,
  signal,
  onRequest,
}: ConnectionOptions): AwsConnection => {
  const ms = callSeconds * 1000;
  // The limit of a call ends it for us; the connection is cut a little later, where nobody waits any more.
  const { handler, close } = createAwsConnections(environment, ms + CUT_AFTER_MS, onRequest);
  return { handler, clock, callSeconds, limits: createTimeLimits(ms, clock, signal), close };
};

/** Runs one call within its time limit. `action` names it in the error: SyncError cloud/timeout. */
export const limited = <Result>(
  connection: AwsConnection,
  action: string,
  send: (options: { readonly abortSignal: AbortSignal }) => Promise<Result>,
): Promise<Result> =>
  connection.limits.run(
    (abortSignal) => send({ abortSignal }),
    () => new SyncError('cloud', 'timeout', `${action}: expected an answer within ${connection.callSeconds} s`),
  );
