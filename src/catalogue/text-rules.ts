import { invisibleIn } from '../document/characters.ts';
import type { Finding, Pointer } from '../document/finding.ts';
import type { Entry } from '../model/catalogue.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import { isObject } from '../model/json.ts';

/**
 * Forms in which vendors write secrets, so that they can be found. Nothing is guessed by how random a text looks.
 * https://docs.github.com/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
 */
const SECRET_FORMS: readonly (readonly [string, RegExp])[] = [
  ['an AWS access key id', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/],
  ['a token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40,255})\b/],
  ['a token of GitLab', /\bglpat-[A-Za-z0-9_-]{20}/],
  ['a token of Slack', /\bxox[abprs]-[A-Za-z0-9-]{10,250}/],
  ['a key of Anthropic', /\bsk-ant-[A-Za-z0-9_-]{20,200}/],
  ['a key of OpenAI', /\bsk-(?:proj-)?[A-Za-z0-9]{20,200}\b/],
  ['a key of Google', /\bAIza[A-Za-z0-9_-]{35}/],
  ['a key of Stripe', /\b[rs]k_live_[A-Za-z0-9]{20,200}/],
  ['a token of npm', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a JSON Web Token', /\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,1000}/],
  ['a private key', /-----BEGIN (?:[A-Z]{1,20} ){0,3}PRIVATE KEY-----/],
];

/** Parameters that carry a secret by their name. */
const SECRET_PARAMETER =
  /^(?:x-)?(?:api[-_]?key|apikey|key|token|access[-_]?token|auth|authorization|secret|client[-_]?secret|password|sig|signature|subscription-key|x-amz-(?:credential|signature|security-token))$/i;

interface Text {
  readonly pointer: Pointer;
  readonly text: string;
}

/** Every text of a value, keys too: `metadata` may have any. */
const textsIn = (value: unknown, pointer: Pointer): readonly Text[] => {
  if (typeof value === 'string') return [{ pointer, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, at) => textsIn(item, [...pointer, at]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    { pointer: [...pointer, key], text: key },
    ...textsIn(item, [...pointer, key]),
  ]);
};

/** Texts that people and the registry's readers see; of what the scan wrote, those that its owner chose. */
const readTexts = (value: EntryFile): readonly Text[] => {
  const scanned = 'source' in value ? { name: value.source.name, description: textOf(value.source) } : {};
  return [...textsIn(value.registration, ['registration']), ...textsIn(scanned, ['source'])];
};

const textOf = (source: object): unknown => ('description' in source ? source.description : undefined);

const secretFindings = (texts: readonly Text[]): readonly Finding[] =>
  texts.flatMap(({ pointer, text }): Finding[] => {
    const form = SECRET_FORMS.find(([, pattern]) => pattern.test(text));
    if (form === undefined) return [];
    return [
      {
        rule: 'secret-in-field',
        // What the scan wrote is no entry's to mend.
        ...(pointer[0] === 'source' ? { severity: 'warning' as const } : {}),
        pointer,
        text: `${pointer.join('.')} holds what looks like ${form[0]}.`,
        hint: 'Revoke it: it stands in the history of git. Then name it under secrets, and use it by { secret: … }.',
      },
    ];
  });

const hiddenFindings = (texts: readonly Text[]): readonly Finding[] =>
  texts.flatMap(({ pointer, text }): Finding[] => {
    const hidden = invisibleIn(text);
    if (hidden.length === 0) return [];
    return [
      {
        rule: 'hidden-characters',
        pointer,
        text: `${pointer.join('.')} has characters that nobody sees and a model reads: ${hidden.slice(0, 5).join(', ')}.`,
        hint: pointer[0] === 'source' ? 'Ask who owns the resource what they are for.' : 'Write the text without them.',
      },
    ];
  });

/** Where requests go, with the place of each URL. */
const urlsOf = (value: EntryFile): readonly Text[] => {
  if (value.kind !== 'server' && value.kind !== 'agent')
    return [{ pointer: ['source', 'url'], text: value.source.url }];
  return (['url', 'mcpEndpoint', 'sseEndpoint'] as const).flatMap((key) => {
    const text = value.registration[key];
    return text === undefined ? [] : [{ pointer: ['registration', key], text }];
  });
};

const queryFindings = (value: EntryFile): readonly Finding[] =>
  urlsOf(value).flatMap(({ pointer, text }): Finding[] => {
    const names = [...(URL.parse(text)?.searchParams ?? [])].filter(
      ([name, given]) => SECRET_PARAMETER.test(name) && given !== '',
    );
    const [first] = names;
    if (first === undefined) return [];
    return [
      {
        rule: 'api-key-in-query',
        ...(pointer[0] === 'source' ? { severity: 'warning' as const } : {}),
        pointer,
        text: `${pointer.join('.')} carries a key in its query (${first[0]}): everybody who sees the registration or a log has it.`,
        hint: 'Send it in a header: headers: { X-Api-Key: { secret: … } }.',
      },
    ];
  });

/** What is wrong with the texts of an entry: secrets that they hold, and characters that nobody sees. */
export const textFindings = ({ value }: Entry): readonly Finding[] => {
  const texts = readTexts(value);
  return [...secretFindings(texts), ...hiddenFindings(texts), ...queryFindings(value)];
};
