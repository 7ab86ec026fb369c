import type { RequestEvent } from '../model/request-event.ts';
import type { RequestLog } from '../net/request-log.ts';
import { requestLine } from '../report/request-line.ts';

/** What a client does again by itself: another attempt follows. */
const isUnfinished = ({ outcome }: RequestEvent): boolean =>
  'error' in outcome || outcome.status === 429 || outcome.status >= 500;

/**
 * With --debug one line for each request, without secrets. Where a client does not number its attempts, the same request
 * after one that failed counts as the next.
 */
export const createRequestLog = (debug: boolean, write: (line: string) => void): RequestLog => {
  if (!debug) return () => ({});
  return (service) => {
    const unfinished = new Map<string, number>();
    return {
      onRequest: (event) => {
        const key = `${event.method} ${event.host}${event.path}`;
        const attempt = event.attempt ?? (unfinished.get(key) ?? 0) + 1;
        if (isUnfinished(event)) unfinished.set(key, attempt);
        else unfinished.delete(key);
        write(requestLine(service, { ...event, attempt }));
      },
    };
  };
};
