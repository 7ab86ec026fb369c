import { guardUrl, type HostRule } from '../catalogue/guard.ts';
import { manualText } from '../catalogue/manual-text.ts';
import { type RegistryRules, readForeign } from '../catalogue/registry-rules.ts';
import { checkSchema } from '../catalogue/schema.ts';
import { KINDS } from '../kinds/table.ts';
import type { Entry } from '../model/catalogue.ts';
import { compareTexts } from '../model/compare-texts.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import { isObject } from '../model/json.ts';
import type { Problem } from '../model/problem.ts';
import { pathKey } from '../model/registry.ts';
import type { RegistryDocument } from '../model/registry-document.ts';
import type { Imported } from './import-registrations.ts';
import { manualFile } from './manual-entry.ts';

/** A value of a JSON file, and the file. */
export interface ReadDocument {
  readonly file: string;
  readonly value: unknown;
}

/** What the catalogue holds already, which hosts may be registered, and the forms that registries write documents in. */
export interface DocumentsInto {
  readonly entries: readonly Entry[];
  readonly hosts: HostRule;
  readonly registries: Pick<RegistryRules, 'forms'>;
}

type Sound = Extract<RegistryDocument, { type: 'entry' }>;
type Converted = { readonly entry: EntryFile; readonly lost: readonly string[] } | { readonly refused: Refusal };

/** Why there is no entry, and what to do. */
interface Refusal {
  readonly text: string;
  readonly hint: string;
}

const problem = (rule: Problem['rule'], file: string, { text, hint }: Refusal): Problem => ({
  rule,
  severity: 'warning',
  place: { file },
  subject: file,
  text,
  hint,
});

const OTHER: RegistryDocument = {
  type: 'other',
  text: 'no registry writes such a document',
  hint: 'Write its entry by hand.',
};

/** A document as the first form reads it that can make an entry of it. */
const documentOf = (
  value: Parameters<typeof readForeign>[1],
  { forms }: Pick<RegistryRules, 'forms'>,
): RegistryDocument => {
  const read = forms.map(({ document }) => document(value));
  return read.find(({ type }) => type === 'entry') ?? read[0] ?? OTHER;
};

const convert = (document: Sound, registries: Pick<RegistryRules, 'forms'>): Converted => {
  const form = readForeign(registries, document.value);
  if (form === undefined)
    return { refused: { text: 'it is no server and no agent', hint: 'Only these become entries.' } };
  const callers = document.placeholders.length > 0 ? { credential: { from: 'caller' } } : {};
  const checked = checkSchema({ ...form.value, ...callers });
  if (!('entry' in checked)) {
    const met = checked.findings[0]?.text.replace(/\.$/, '') ?? 'it does not fit the schema of entries';
    return { refused: { text: met, hint: 'Complete the document, then import it again.' } };
  }
  const unsent = form.findings
    .filter(({ rule }) => rule === 'field-unsupported')
    .map(({ pointer }) => `${pointer?.[0]}`);
  return { entry: checked.entry, lost: [...new Set([...document.lost, ...unsent])].toSorted() };
};

const urlsOf = ({ kind, registration }: EntryFile): readonly string[] =>
  kind === 'server' || kind === 'agent'
    ? [registration.url, registration.mcpEndpoint, registration.sseEndpoint].filter((url) => url !== undefined)
    : [];

/** Some kinds, such as gateways, have a host of their own, whatever path is written behind it. */
const sameHost = (url: string, { value }: Entry): boolean =>
  'source' in value && KINDS[value.kind].ownHost === true && URL.parse(url)?.host === URL.parse(value.source.url)?.host;

const refuse = (entry: EntryFile, { entries, hosts }: DocumentsInto): Refusal | undefined => {
  const urls = urlsOf(entry);
  const fault = urls.map((url) => guardUrl(url, hosts)).find((text) => text !== undefined);
  if (fault !== undefined) {
    const hint = 'Correct the URL; a host of your own network goes under network.privateHosts of the configuration.';
    return { text: `its URL is none that is registered: ${fault}`, hint };
  }
  const scanned = entries.find((known) => urls.some((url) => sameHost(url, known)));
  if (scanned === undefined) return undefined;
  const { path } = entry.registration;
  const caller = entry.credential === undefined ? '' : ', and credential: { from: caller }';
  return {
    text: `a scan wrote its gateway to ${scanned.path}`,
    hint: `Give that file registration.path ${path}${caller}.`,
  };
};

const notes = (
  file: string,
  made: { entry: EntryFile; lost: readonly string[] },
  { placeholders }: Sound,
): Problem[] => {
  const { path } = made.entry.registration;
  const lost: Refusal = {
    text: `${path} goes without ${made.lost.join(', ')}: an entry has no place for it.`,
    hint: 'Keep what matters under registration.metadata.',
  };
  const callers: Refusal = {
    text: `${path}: ${placeholders.join(', ')} held a placeholder, so callers send their own token.`,
    hint: 'Where the registry is to hold one, take credential out of the entry and list a client that covers it.',
  };
  return [
    ...(made.lost.length === 0 ? [] : [problem('field-unsupported', file, lost)]),
    ...(placeholders.length === 0 ? [] : [problem('import-callers', file, callers)]),
  ];
};

const NOTHING: Imported = { changes: [], secrets: [], problems: [] };

const question = (file: string, { text, hint }: Refusal): Imported => ({
  ...NOTHING,
  problems: [problem('import-question', file, { text: `No entry is made: ${text}.`, hint })],
});

/** One document's entry. `held`: the file of each path that has one, which grows. */
const importOne = ({ file, value }: ReadDocument, into: DocumentsInto, held: Map<string, string>): Imported => {
  if (!isObject(value)) return question(file, { text: 'it is no JSON object', hint: 'Name servers and agents.' });
  const document = documentOf(value, into.registries);
  if (document.type === 'other') return question(file, document);
  const made = convert(document, into.registries);
  if ('refused' in made) return question(file, made.refused);
  const { entry } = made;
  const { path } = entry.registration;
  const target = manualFile({ type: entry.kind === 'agent' ? 'agent' : 'server', path });
  const holder = held.get(pathKey(path));
  // The same document again: what people made of its entry since then stays.
  if (holder === target && into.entries.some((known) => known.path === target)) return NOTHING;
  if (holder !== undefined || [...held.values()].includes(target)) {
    const hint = 'Keep one of the two: one path is one registration, and its versions share it.';
    return question(file, { text: `${path} is registered by ${holder ?? target}`, hint });
  }
  const refusal = refuse(entry, into);
  if (refusal !== undefined) return question(file, refusal);
  held.set(pathKey(path), target);
  return {
    changes: [{ action: 'create', path: target, text: manualText(entry) }],
    secrets: document.secrets.map((secret) => ({ ...secret, path })),
    problems: notes(file, made, document),
  };
};

/**
 * Entries by hand for documents in the registry's own form. What an entry has no place for is named once for each document,
 * and each document that becomes none with the reason. Importing twice changes nothing. Pure.
 */
export const importDocuments = (documents: readonly ReadDocument[], into: DocumentsInto): Imported => {
  const held = new Map(into.entries.map(({ path, value }) => [pathKey(value.registration.path), path]));
  const all = documents.map((document) => importOne(document, into, held));
  return {
    changes: all.flatMap(({ changes }) => changes).sort((left, right) => compareTexts(left.path, right.path)),
    secrets: all.flatMap(({ secrets }) => secrets),
    problems: all.flatMap(({ problems }) => problems),
  };
};
