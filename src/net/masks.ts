import { FINE, hidePieces } from './hide.ts';

/** Shorter pieces are left alone: hiding them would blank ordinary words and tell nothing less. */
const SHORTEST = 4;
/** Characters from which one line of a key is hidden by itself, as logs wrap and quote line by line. */
const LONG_LINE = 16;
/** The members of a JWK that are secret (RFC 7518, sections 6.2.2, 6.3.2 and 6.4.1). */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'] as const;

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const jsonEscaped = (text: string): string => JSON.stringify(text).slice(1, -1);
/** As HTML forms and, by RFC 6749 section 2.3.1, HTTP Basic write a text. */
const formEncoded = (text: string): string => new URLSearchParams({ '': text }).toString().slice(1);

/** As oauth4webapi writes the pair of HTTP Basic: every character that is no letter or digit. */
const fullyEncoded = (text: string): string =>
  formEncoded(text).replace(/[-_.*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

const privateMembers = (text: string): readonly string[] => {
  if (!text.trimStart().startsWith('{')) return [];
  try {
    const key: unknown = JSON.parse(text);
    const members = new Map(typeof key === 'object' && key !== null ? Object.entries(key) : []);
    return PRIVATE_MEMBERS.flatMap((name) => {
      const member: unknown = members.get(name);
      return typeof member === 'string' ? [member] : [];
    });
  } catch {
    return [];
  }
};

/**
 * Every form in which a secret can appear in output: raw, URL-encoded, JSON-escaped, as base64 alone and in the pair
 * of HTTP Basic, each long line of a key, the secret members of a JWK. Longest first, so that no form spoils a longer one.
 */
export const maskForms = (secret: string, clientId?: string): readonly string[] => {
  const pairs =
    clientId === undefined
      ? []
      : [(text: string) => text, formEncoded, fullyEncoded].map((encode) =>
          base64(`${encode(clientId)}:${encode(secret)}`),
        );
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  const parts = lines.length > 1 ? lines.filter((line) => line.length >= LONG_LINE) : [];
  const forms = [
    secret,
    secret.trim(),
    encodeURIComponent(secret.toWellFormed()),
    formEncoded(secret),
    fullyEncoded(secret),
    jsonEscaped(secret),
    base64(secret),
    ...pairs,
    ...parts,
    ...privateMembers(secret),
  ];
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST).sort((a, b) => b.length - a.length);
};

/** Characters that show nothing, and could interrupt a secret so that it is not found. */
const INVISIBLE = /\p{Cf}+/gu;
/** Characters that move a cursor or end a line, and those without a meaning. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]+/gu;

const hide = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((result, form) => result.replaceAll(form, '***'), text);

/** Characters of a stranger's text that are looked at: what is shown is far shorter. */
const LOOKED_AT = 20_000;

/**
 * A stranger's text (a server's error, a document's value) fit for a message, wherever it is shown: secrets, and runs of
 * them in any encoding, replaced by `***` before anything else, unprintable characters by a blank, cut to `length` characters.
 */
export const cleaned = (text: string, length: number, secrets: readonly string[] = []): string => {
  const known = hidePieces(hide(text.slice(0, LOOKED_AT), secrets), secrets, FINE);
  const visible = hide(known.replace(INVISIBLE, ''), secrets);
  const printable = visible.replace(UNPRINTABLE, ' ').replace(/\s+/g, ' ').trim();
  const characters = [...printable];
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : printable;
};
