import type { Change, FieldChange } from '../model/plan.ts';
import type { Registration } from '../model/registration.ts';
import type { Style } from './text.ts';
import { byRisk, valueText } from './values.ts';
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

/** File of the entry that a change comes from, with the endpoint it names. */
export const changeFile = (change: Change): string => {
  const { file, endpoint } = change.action === 'delete' ? change.registered : change.registration.origin;
  if (file === undefined) return '';
  return endpoint === undefined ? file : `${file} (endpoint ${endpoint})`;
};

/** One line below a change: a field that differs, or something to say about it. */
export type Detail =
  | { readonly type: 'field'; readonly label: string; readonly change: FieldChange }
  | { readonly type: 'fact'; readonly label: string; readonly value: string };

const fact = (label: string, value: string): Detail => ({ type: 'fact', label, value });

const ADOPTED = 'registered by something else: what differs is lost';

const created = (registration: Registration): Detail[] => [
  fact('name', valueText(registration.name)),
  fact('url', registration.url),
  fact('visibility', [registration.visibility, ...registration.groups].join(', ')),
  ...(registration.type === 'server' ? [fact('auth', registration.authScheme)] : []),
  ...(registration.tags.length === 0 ? [] : [fact('tags', valueText(registration.tags))]),
  ...(registration.enabled ? [] : [fact('enabled', 'false')]),
];

/** What a person should know about a change, most dangerous first. */
export const details = (change: Change): Detail[] => {
  switch (change.action) {
    case 'create':
      return created(change.registration);
    case 'update':
    case 'replace':
      return [
        ...(change.action === 'replace' ? [fact('why', change.reason)] : []),
        ...(change.adopts === true ? [fact('takes over', ADOPTED)] : []),
        ...byRisk(change.fields).map((field): Detail => ({ type: 'field', label: field.field, change: field })),
      ];
    case 'delete':
      return [
        fact('why', change.reason),
        ...(change.protected === true ? [fact('protected', 'it is not deleted')] : []),
      ];
    case 'conflict':
      return [fact('why', change.reason)];
    case 'unchanged':
      return [];
  }
};
