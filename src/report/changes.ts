import { CALLERS_TEXT } from '../model/callers.ts';
import { compareTexts } from '../model/compare-texts.ts';
import type { Change, FieldChange, Plan } from '../model/plan.ts';
import { conflictText, deleteText, replaceText } from '../model/reasons.ts';
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

/** That all is as in git, and how much. */
export const asInGit = (unchanged: number): string =>
  unchanged === 0
    ? 'no changes'
    : `no changes. ${number(unchanged)} ${unchanged === 1 ? 'registration is' : 'registrations are'} as in git`;

/** `3 to create, 1 to update, 12 unchanged, 1 conflict, 2 not confirmed`; where nothing is to be done, that all is as in git. */
export const planCounts = ({ changes, blocked = [] }: Plan): string => {
  const of = tally(changes, ({ action }) => action);
  const parts = [
    ...WRITING.filter((action) => of(action) > 0).map((action) => `${number(of(action))} to ${action}`),
    ...(of('conflict') === 0 ? [] : [counted(of('conflict'), 'conflict')]),
    ...(blocked.length === 0 ? [] : [`${number(blocked.length)} not confirmed`]),
  ];
  if (parts.length === 0) return asInGit(of('unchanged'));
  return [...parts, ...(of('unchanged') === 0 ? [] : [`${number(of('unchanged'))} unchanged`])].join(', ');
};

/** What a plan says where nobody asked AWS about the places of its changes: one line, or none. */
export const toConfirmText = ({ toConfirm = 0 }: Plan): string | undefined =>
  toConfirm === 0
    ? undefined
    : `To be confirmed by apply: ${counted(toConfirm, 'place')}. Nobody asked AWS here, so apply asks before it sends anything.`;

/** A file of the catalogue as it lies from the working directory, so that a terminal opens it. */
export const fromHere = (file: string, directory: string | undefined): string =>
  directory === undefined || directory === '.' ? file : `${directory}/${file}`;

/** File of the entry that a change comes from, with the endpoint it names. */
export const changeFile = (change: Change, directory?: string): string => {
  const { file, endpoint } = change.action === 'delete' ? change.registered : change.registration.origin;
  if (file === undefined) return '';
  const from = fromHere(file, directory);
  return endpoint === undefined ? from : `${from} (endpoint ${endpoint})`;
};

/** One line below a change: a field that differs, or something to say about it. */
export type Detail =
  | { readonly type: 'field'; readonly label: string; readonly change: FieldChange }
  | { readonly type: 'fact'; readonly label: string; readonly value: string };

const fact = (label: string, value: string): Detail => ({ type: 'fact', label, value });

const ADOPTED = 'registered by something else: what differs is lost';

/** Headers that are sent, by name; of secrets the names: `X-Team, X-Key (secret apikey)`. Values are never shown. */
export const sentHeaders = (
  registration: Registration,
): readonly { readonly name: string; readonly secret?: string }[] =>
  registration.type === 'agent'
    ? []
    : Object.entries(registration.headers)
        .map(([name, header]) => ({ name, ...('secret' in header ? { secret: header.secret } : {}) }))
        .toSorted((a, b) => compareTexts(a.name, b.name));

const headersText = (registration: Registration): string =>
  sentHeaders(registration)
    .map(({ name, secret }) => (secret === undefined ? name : `${name} (secret ${secret})`))
    .join(', ');

/** The provider that every scanned server has. */
const OWN_PROVIDER = 'bedrock-agentcore';

const optional = (label: string, value: unknown): Detail[] =>
  value === undefined || value === '' ? [] : [fact(label, valueText(value))];

/** Where requests go besides the URL: an endpoint that only repeats it says nothing. */
const endpoints = (registration: Registration): Detail[] =>
  registration.type === 'agent'
    ? []
    : (['mcpEndpoint', 'sseEndpoint'] as const).flatMap((field) =>
        registration[field] === registration.url ? [] : optional(field, registration[field]),
      );

const authText = (scheme: string, header: string | undefined): string =>
  header === undefined ? scheme : `${scheme} in the header ${header}`;

const credentials = (registration: Registration): Detail[] => {
  if (registration.type === 'agent') {
    const schemes = Object.keys(registration.securitySchemes);
    return schemes.length === 0 ? [] : [fact('auth', valueText(schemes))];
  }
  const { authScheme, authHeaderName, authProvider } = registration;
  const sent = headersText(registration);
  return [
    fact('auth', registration.callers === true ? CALLERS_TEXT : authText(authScheme, authHeaderName)),
    ...optional('authProvider', authProvider === OWN_PROVIDER ? undefined : authProvider),
    ...(sent === '' ? [] : [fact('headers', sent)]),
  ];
};

/** Everything of a registration that decides where requests and credentials go, besides its URL. */
export const destinations = (registration: Registration): readonly Detail[] => [
  ...endpoints(registration),
  ...credentials(registration),
];

/** What the entry itself says and no default, of fields that nothing else shows. */
const ownWords = ({ from, license, provider, metadata }: Registration): Detail[] =>
  Object.entries({ license, provider, metadata }).flatMap(([field, value]) =>
    from[field] === 'entry' ? optional(field, value) : [],
  );

const created = (registration: Registration): Detail[] => [
  fact('name', valueText(registration.name)),
  fact('url', registration.url),
  ...destinations(registration),
  fact('visibility', [registration.visibility, ...registration.groups].join(', ')),
  ...(registration.tags.length === 0 ? [] : [fact('tags', valueText(registration.tags))]),
  ...ownWords(registration),
  ...(registration.enabled ? [] : [fact('enabled', 'false')]),
];

/** After a change of headers that carry secrets: which are sent from now on. */
const headersNow = (change: Extract<Change, { action: 'update' | 'replace' }>): Detail[] =>
  change.fields.some(({ field }) => /^headers\b/.test(field)) &&
  sentHeaders(change.registration).some(({ secret }) => secret !== undefined)
    ? [fact('headers now', headersText(change.registration))]
    : [];

/** After the credential went because callers send their own. */
const callersNow = ({ fields, registration }: Extract<Change, { action: 'update' | 'replace' }>): Detail[] =>
  registration.type === 'server' && registration.callers === true && fields.some(({ field }) => field === 'authScheme')
    ? [fact('auth now', CALLERS_TEXT)]
    : [];

/** What a person should know about a change, most dangerous first. */
export const details = (change: Change): Detail[] => {
  switch (change.action) {
    case 'create':
      return created(change.registration);
    case 'update':
    case 'replace':
      return [
        ...(change.action === 'replace' ? [fact('why', replaceText(change.why))] : []),
        ...(change.adopts === true ? [fact('takes over', ADOPTED)] : []),
        ...headersNow(change),
        ...callersNow(change),
        ...byRisk(change.fields).map((field): Detail => ({ type: 'field', label: field.field, change: field })),
      ];
    case 'delete':
      return [
        fact('why', deleteText(change.why)),
        ...(change.protected === true ? [fact('protected', 'it is not deleted')] : []),
      ];
    case 'conflict':
      return [fact('why', conflictText(change.why))];
    case 'unchanged':
      return [];
  }
};
