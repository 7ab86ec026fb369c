import { SyncError } from '../model/errors.ts';
import type { AwsConnections } from '../net/agents.ts';
import { createAwsConnections } from '../net/agents.ts';
import type { Clock } from '../net/clock.ts';
import { withTimeLimit } from '../net/time-limit.ts';

/** What every AWS client of a run is made with. */
export interface AwsConnection {
  readonly handler: AwsConnections['handler'];
  readonly clock: Clock;
  /** Milliseconds for one call, its retries by the SDK included. */
  readonly callMs: number;
  /** Aborted when the run ends. */
  readonly signal?: AbortSignal;
  close(): void;
}

export interface ConnectionOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Seconds for one call. */
  readonly callSeconds: number;
  readonly signal?: AbortSignal;
}

/** Opens the connections that the AWS clients of one run share. They end with `close`. */
export const openAwsConnection = ({ environment, clock, callSeconds, signal }: ConnectionOptions): AwsConnection => {
  const callMs = callSeconds * 1000;
  const { handler, close } = createAwsConnections({ environment, timeoutMs: callMs });
  return { handler, clock, callMs, close, ...(signal ? { signal } : {}) };
};

/** Runs one call within its time limit. `action` names it in the error: SyncError cloud/timeout. */
export const limited = <Result>(
  connection: AwsConnection,
  action: string,
  send: (options: { readonly abortSignal: AbortSignal }) => Promise<Result>,
): Promise<Result> =>
  withTimeLimit((abortSignal) => send({ abortSignal }), {
    ms: connection.callMs,
    clock: connection.clock,
    signal: connection.signal,
    expired: () =>
      new SyncError('cloud', 'timeout', `${action}: expected an answer within ${connection.callMs / 1000} s`),
  });
