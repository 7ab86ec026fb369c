import type { Change } from '../model/plan.ts';
import type { Style } from './text.ts';
import { counted, number, tally } from './wording.ts';

export type Action = Change['action'];

/** How each action is shown: its sign, its colour, and its past. */
export const ACTIONS = {
  create: { sign: '+', style: 'green', done: 'created' },
  update: { sign: '~', style: 'yellow', done: 'updated' },
  replace: { sign: '±', style: 'magenta', done: 'replaced' },
  delete: { sign: '-', style: 'red', done: 'deleted' },
  unchanged: { sign: '=', style: 'dim', done: 'unchanged' },
  conflict: { sign: '!', style: 'red', done: 'in conflict' },
} as const satisfies Record<Action, { sign: string; style: Style; done: string }>;

const WRITING = ['create', 'update', 'replace', 'delete'] as const;

/** `3 to create, 1 to update, 12 unchanged, 1 conflict`. */
export const planCounts = (changes: readonly Change[]): string => {
  const of = tally(changes, ({ action }) => action);
  const writes = WRITING.filter((action) => of(action) > 0).map((action) => `${number(of(action))} to ${action}`);
  return [
    ...(writes.length === 0 ? ['nothing to do'] : writes),
    ...(of('unchanged') === 0 ? [] : [`${number(of('unchanged'))} unchanged`]),
    ...(of('conflict') === 0 ? [] : [counted(of('conflict'), 'conflict')]),
  ].join(', ');
};

export const changeType = (change: Change): 'server' | 'agent' =>
  change.action === 'delete' ? change.registered.type : change.registration.type;

/** File of the entry that a change comes from, with the endpoint it names. */
export const changeFile = (change: Change): string => {
  const { file, endpoint } = change.action === 'delete' ? change.registered : change.registration.origin;
  if (file === undefined) return '';
  return endpoint === undefined ? file : `${file} (endpoint ${endpoint})`;
};
