import type { RequestEvent } from '../model/request-event.ts';
import { visible } from './visible.ts';

const LONGEST = 200;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** One exchange as a line: who was asked for what, what came of it, how long it took, which attempt it was. */
export const requestLine = (service: string, event: RequestEvent): string => {
  const { method, host, path, operation, outcome, ms, attempt, id } = event;
  const parts = [
    service,
    method,
    host,
    cut(path),
    ...(operation === undefined ? [] : [operation]),
    'status' in outcome ? String(outcome.status) : cut(outcome.error),
    `${Math.round(ms)} ms`,
    ...(attempt === undefined ? [] : [`try ${attempt}`]),
    ...(id === undefined ? [] : [`id ${cut(id)}`]),
  ];
  return `debug: ${parts.map(visible).join(' ')}\n`;
};
