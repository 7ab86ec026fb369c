import { isObject } from '../../model/json.ts';
import type { Registration } from '../../model/registration.ts';
import type { Comparison, Field } from '../../model/registry.ts';

/** How a value is found in an answer. */
export interface Seen {
  /** Names in the answer, for the documentation. */
  readonly names: string;
  /** undefined: not set. */
  readonly read: (record: Readonly<Record<string, unknown>>) => unknown;
}

/** Ability without which a registry of this kind can't hold a field. */
export type Needs = 'serverVisibility' | 'agentGroups';

/** A row of the field table: what plan needs, and how the field travels. */
export interface Row<R extends Registration> extends Field<R> {
  /** Name in the form (servers) or the JSON body (agents) of a registration. */
  readonly sent: string;
  /** As form fields. */
  readonly form: (value: unknown) => Readonly<Record<string, string>>;
  /** Name and value in the record itself: JSON bodies, and what GET one shows. */
  readonly json: (value: unknown) => Readonly<Record<string, unknown>>;
  readonly needs?: Needs;
  /** Writing the whole registration again does not remove it. */
  readonly stuck?: true;
  readonly list: Seen | null;
  readonly one: Seen;
  /** What holds where the entry says nothing, and other remarks. */
  readonly note: string;
}

/** Reads one member; what equals one of `unset` (or is null) is not set. */
const seen = (name: string, unset: readonly string[] = [], map = (value: unknown): unknown => value): Seen => ({
  names: name,
  read: (record) => {
    const value = record[name];
    return value === null || value === undefined || (typeof value === 'string' && unset.includes(value))
      ? undefined
      : map(value);
  },
});

/** Text, or JSON text for anything else. */
const formText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

export const isText = (value: unknown): value is string => typeof value === 'string';

export const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText) : []);

interface RowSpec<R extends Registration> {
  readonly key: string;
  readonly value: (registration: R) => unknown;
  /** Name in the form or body; the record's own name when absent. */
  readonly sent?: string;
  /** Name in GET one. */
  readonly record: string;
  readonly list: string | null;
  readonly compare?: Comparison;
  readonly dangerous?: boolean;
  readonly needs?: Needs;
  readonly stuck?: true;
  /** Texts that the registry shows where nothing is set. */
  readonly unset?: readonly string[];
  /** To the registry's form and back. */
  readonly map?: { readonly out: (value: unknown) => unknown; readonly back: (value: unknown) => unknown };
  readonly form?: (value: unknown) => Readonly<Record<string, string>>;
  readonly note?: string;
}

/** A row from what is special about it. */
export const row = <R extends Registration>(spec: RowSpec<R>): Row<R> => {
  const sent = spec.sent ?? spec.record;
  const out = spec.map?.out ?? ((value: unknown) => value);
  const one = seen(spec.record, spec.unset, spec.map?.back);
  return {
    key: spec.key,
    value: spec.value,
    compare: spec.compare ?? 'exact',
    dangerous: spec.dangerous ?? false,
    shown: (value) => one.read({ [spec.record]: out(value) }),
    ...(spec.needs ? { needs: spec.needs } : {}),
    ...(spec.stuck ? { stuck: true as const } : {}),
    sent,
    form: spec.form ?? ((value) => ({ [sent]: formText(out(value)) })),
    json: (value) => ({ [spec.record]: out(value) }),
    list: spec.list === null ? null : seen(spec.list, spec.unset, spec.map?.back),
    one,
    note: spec.note ?? '',
  };
};

/** `{ organization, url }` from the list's two members. */
const listedProvider: Seen = {
  names: 'provider_organization, provider_url',
  read: (record) => {
    const [organization, url] = [record['provider_organization'], record['provider_url']];
    return isText(organization) && isText(url) ? { organization, url } : undefined;
  },
};

/** The provider travels as two form fields, of which one alone breaks the registry, and as one object in JSON. */
export const providerRow = <R extends Registration>(sent: string, stuck?: true): Row<R> => ({
  ...row<R>({
    key: 'provider',
    value: (registration) => registration.provider,
    record: 'provider',
    sent,
    list: null,
    ...(stuck ? { stuck: true as const } : {}),
    form: (value) =>
      isObject(value)
        ? { provider_organization: String(value['organization']), provider_url: String(value['url']) }
        : {},
    note: 'Both or neither.',
  }),
  list: listedProvider,
});

/** The registry knows `private` where entries say `internal`. */
export const VISIBILITY = {
  out: (value: unknown) => (value === 'internal' ? 'private' : value),
  back: (value: unknown) => (value === 'private' ? 'internal' : value),
};

/** Tags that the registry adds by itself. */
export const OWN_TAGS: ReadonlySet<string> = new Set(['security-pending', 'security-pending-local']);

/** Texts without blanks around them: the registry takes those away. */
const trimmedTexts = (value: unknown): string[] =>
  texts(value)
    .map((text) => text.trim())
    .filter((text) => text !== '');

export const TAGS = {
  out: (value: unknown) => (Array.isArray(value) ? trimmedTexts(value) : value),
  back: (value: unknown) => trimmedTexts(value).filter((tag) => !OWN_TAGS.has(tag)),
};
