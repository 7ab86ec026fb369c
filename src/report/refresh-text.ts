import type { Refreshed, RefreshResult } from '../model/refresh.ts';
import { type Cell, table } from './table.ts';
import { type Line, renderText, type Style, type TextOptions } from './text.ts';
import { number, tally } from './wording.ts';

const STATES = {
  renewed: 'green',
  withheld: 'red',
  failed: 'red',
  uncovered: 'yellow',
  absent: 'yellow',
} as const satisfies Record<Refreshed['state'], Style>;

const COLUMNS = [
  { title: 'state' },
  { title: 'path' },
  { title: 'issuer' },
  { title: 'client' },
  { title: 'lives' },
  { title: 'note', style: 'dim' },
] as const;

const MINUTE_MS = 60_000;

/** How long a token lives, in minutes; nothing where the issuer did not say. */
export const lifeText = ({ obtainedAt, expiresAt }: Refreshed): string =>
  obtainedAt === undefined || expiresAt === undefined
    ? ''
    : `${number(Math.floor((expiresAt - obtainedAt) / MINUTE_MS))} min`;

/** What a person should know besides the state. */
export const noteText = ({ enabled, note }: Refreshed): string =>
  [...(enabled ? ['enabled'] : []), ...(note === undefined ? [] : [note])].join('; ');

/** `12 renewed, 1 withheld`. */
export const refreshCounts = (refreshed: readonly Refreshed[]): string => {
  const of = tally(refreshed, ({ state }) => state);
  const parts = (['renewed', 'failed', 'withheld', 'uncovered', 'absent'] as const)
    .filter((state) => of(state) > 0)
    .map((state) => `${number(of(state))} ${state}`);
  return parts.length === 0 ? 'no registration needs a token' : parts.join(', ');
};

/** One row for each registration that needs a token, never the token. */
export const refreshText = ({ refreshed }: RefreshResult, options: TextOptions): string => {
  const rows = refreshed.map((one): Cell[] => [
    { text: one.state, style: STATES[one.state] },
    one.path,
    one.issuer ?? '',
    one.client ?? '',
    lifeText(one),
    noteText(one),
  ]);
  const lines = table({ columns: COLUMNS, rows, width: options.width });
  const close: Line = [{ text: 'Tokens: ', style: 'bold' }, `${refreshCounts(refreshed)}.`];
  return renderText([...lines, ...(lines.length === 0 ? [] : [[]]), close], options.colour);
};
