/** What is known of an entry without its registration: what defaults go by, and what placeholders stand for. */
export interface EntryFacts {
  readonly kind: string;
  /** In AWS; of a manual entry its registration's name or path. */
  readonly name: string;
  /** Absent for manual entries. */
  readonly account?: string;
  readonly region?: string;
  /** The account's path in the organization: `o-…/r-…/ou-…`; absent where it is not known. */
  readonly ou?: string;
  /** The account's alias in the configuration, else its name in the organization. */
  readonly alias?: string;
}

/** What may stand between braces in texts and tags of `defaults`. */
export const PLACEHOLDERS = ['account', 'alias', 'region', 'name'] as const;

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** What stands between braces in a text. */
export const placeholdersIn = (text: string): readonly string[] =>
  [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);

/** Names are strangers' text: what could end a tag or open a link becomes a dash. */
const UNSAFE = /[^\p{L}\p{N} ._@+-]+/gu;

const plain = (text: string): string => text.normalize('NFC').replaceAll(UNSAFE, '-').trim();

/**
 * A text with its placeholders filled in, at most `length` code points; undefined where one of them stands for nothing here,
 * such as an account for a manual entry. Accounts without an alias are called by their id.
 */
export const fillText = (text: string, facts: EntryFacts, length: number): string | undefined => {
  const values = new Map<string, string | undefined>(
    PLACEHOLDERS.map((name) => [name, name === 'alias' ? (facts.alias ?? facts.account) : facts[name]]),
  );
  if (placeholdersIn(text).some((name) => values.get(name) === undefined)) return undefined;
  const filled = text.replaceAll(PLACEHOLDER, (_, name: string) => plain(values.get(name) ?? ''));
  return [...filled].slice(0, length).join('').trim() || undefined;
};
