import { editPath } from '../catalogue/edit-path.ts';
import type { HostRule } from '../catalogue/guard.ts';
import { manualText } from '../catalogue/manual-text.ts';
import type { RegistryRules } from '../catalogue/registry-rules.ts';
import { isUnread } from '../engine/adopting.ts';
import { mergeRead } from '../engine/read-whole.ts';
import { METADATA_KEYS } from '../kinds/table.ts';
import type { Entry, FileChange } from '../model/catalogue.ts';
import { compareTexts } from '../model/compare-texts.ts';
import { registeredEndpoints } from '../model/entry-parts.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import { isObject } from '../model/json.ts';
import type { Problem } from '../model/problem.ts';
import type { Listed, Registry, Snapshot } from '../model/registry.ts';
import { pathKey } from '../model/registry.ts';
import type { OnWork } from '../model/work.ts';
import { mapLimit } from '../net/concurrency.ts';
import type { SecretToDefine } from './manual-entry.ts';
import { entryPath, importManual, manualFile } from './manual-entry.ts';

/** What the catalogue holds already, and what may be registered. */
export interface ImportInto {
  readonly entries: readonly Entry[];
  /** Which hosts an entry may name. */
  readonly hosts: HostRule;
  readonly routeFault: RegistryRules['routeFault'];
  /** Which registries a new entry is for, where it is not for all of them. */
  readonly registriesOf?: (listed: Listed) => readonly string[] | undefined;
}

export interface Imported {
  /** Sorted by path. */
  readonly changes: readonly FileChange[];
  readonly secrets: readonly SecretToDefine[];
  readonly problems: readonly Problem[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The AWS resource that a registration names in its metadata: the same words for registrations and entries. */
const resourceOf = (listed: Listed): string | undefined => {
  const metadata = listed.values.get('metadata');
  if (!isObject(metadata)) return undefined;
  const first = (keys: readonly string[]): string => keys.map((key) => text(metadata[key])).find(Boolean) ?? '';
  const arn = first(METADATA_KEYS.arn);
  const part = first([...METADATA_KEYS.part, 'endpoint']);
  return arn === '' ? undefined : part === '' ? arn : `${arn} ${part}`;
};

const entryResource = ({ value }: Entry): string | undefined => {
  if (!('source' in value)) return undefined;
  // What has no ARN of its own has an id beside it.
  return 'id' in value.source ? `${value.source.arn} ${value.source.id}` : value.source.arn;
};

const problem = (rule: Problem['rule'], listed: Listed, of: { text: string; hint: string }): Problem => ({
  rule,
  severity: 'warning',
  subject: listed.path,
  ...of,
});

/** Nobody's: neither under a mark, nor from a peer registry. */
const isImportable = (listed: Listed): boolean => !listed.federated && listed.mark.type === 'none';

/**
 * A snapshot in which what will become an entry by hand was read whole, headers included. What can't be read without harm
 * (credentials of the `file` back end) is as the list shows it.
 */
export const readForImport = async (
  registry: Registry,
  snapshot: Snapshot,
  options: { readonly concurrency: number; readonly signal?: AbortSignal; readonly onWork?: OnWork },
): Promise<Snapshot> => {
  const isRead = (one: Listed): boolean => isImportable(one) && resourceOf(one) === undefined && !one.fragile;
  options.onWork?.({ type: 'begun', text: 'reading registrations', total: snapshot.listed.filter(isRead).length });
  const listed = await mapLimit(snapshot.listed, options.concurrency, async (one) => {
    if (!isRead(one)) return one;
    const read = mergeRead(one, await registry.read(one, options.signal));
    options.onWork?.({ type: 'step', failed: false });
    return read;
  });
  return { ...snapshot, listed };
};

type Part = Partial<Imported>;

const question = (group: readonly Listed[]): Part => ({
  problems: group.slice(0, 1).map((listed) =>
    problem('import-question', listed, {
      text: `${group.map(({ path }) => path).join(' and ')} are registered for one resource: which path is to stay?`,
      hint: 'Remove the others from the registry, then import again.',
    }),
  ),
});

/** What is held already, and what may be registered. */
interface Known extends Pick<ImportInto, 'hosts' | 'routeFault' | 'registriesOf'> {
  /** Paths of entries, by their key. */
  readonly held: ReadonlySet<string>;
}

/** The path of what a scan found becomes the one that it is registered under. */
const keepPath = (entry: Entry, listed: Listed, { held, routeFault }: Known): Part => {
  const path = entryPath(listed);
  if (pathKey(entry.value.registration.path) === pathKey(path)) return {};
  const fault = routeFault(path) ?? (held.has(pathKey(path)) ? 'another entry has it' : undefined);
  const edited = fault === undefined ? editPath(entry.path, entry.text, path) : undefined;
  if (edited === undefined) {
    const reason = fault ?? 'the file cannot be edited there';
    const says = {
      text: `${entry.path} cannot take the path ${path}: ${reason}.`,
      hint: 'Write registration.path by hand.',
    };
    return { problems: [problem('import-question', listed, says)] };
  }
  return { changes: [{ action: 'update', path: entry.path, before: entry.text, text: edited }] };
};

const isTarget = (listed: Listed): boolean => {
  const metadata = listed.values.get('metadata');
  return isObject(metadata) && METADATA_KEYS.part.some((key) => text(metadata[key]) !== '');
};

const unmatched = (listed: Listed, resource: string): Part => ({
  problems: [
    problem('import-unmatched', listed, {
      text: `${listed.path} is registered for ${resource}, for which there is no file.`,
      hint: isTarget(listed)
        ? 'Set scan.targets: mcp and scan its account and Region first; if it is gone, remove the registration.'
        : 'Scan its account and Region first; if it is gone, remove the registration.',
    }),
  ],
});

/** What an entry can't say, and the registration loses when it becomes ours. */
const unheld = (listed: Listed): Problem[] =>
  (listed.unheld ?? []).length === 0
    ? []
    : [
        problem('import-question', listed, {
          text: `${listed.path} holds what an entry has no field for: ${(listed.unheld ?? []).join(', ')}.`,
          hint: 'Adopting it may lose that. Where it matters, set register: false in its file and leave the registration to whoever made it.',
        }),
      ];

/** Whoever comes first keeps the plain name: that must not hang on the order of a list. */
const byPath = (left: Listed, right: Listed): number =>
  compareTexts(left.path, right.path) || -compareTexts(left.type, right.type);

/** What was not read, for that would cost its credential: an entry without these fields would take them away. */
const unread = (listed: Listed): Problem[] =>
  !isUnread(listed)
    ? []
    : [
        problem('import-question', listed, {
          text: `${listed.path} could not be read without losing its credential: transports, headers, auth provider and SSE URL are unknown.`,
          hint: `Fill them in, then adopt it by name: --adopt ${listed.path}.`,
        }),
      ];

/** Files and paths that entries have, or get in this run. */
interface Taken {
  readonly files: Set<string>;
  readonly paths: Set<string>;
}

/** A file that nobody has: the path's own name, then with its kind, then with a number. */
const freeFile = (listed: Listed, files: ReadonlySet<string>): string => {
  const base = manualFile(listed).replace(/\.yaml$/, '');
  const names = [base, ...(listed.type === 'agent' ? [`${base}-agent`] : [])].map((name) => `${name}.yaml`);
  for (let number = 2; ; number += 1) {
    const free = names.find((name) => !files.has(name));
    if (free !== undefined) return free;
    names.push(`${base}-${number}.yaml`);
  }
};

const noEntry = (listed: Listed, reason: string, hint = 'Write it by hand.'): Part => ({
  problems: [problem('import-question', listed, { text: `${listed.path} gets no entry: ${reason}`, hint })],
});

const byHand = (listed: Listed, taken: Taken, { hosts, routeFault, registriesOf }: Known): Part => {
  const fault = routeFault(entryPath(listed));
  if (fault !== undefined) return noEntry(listed, fault, 'Register it under another path.');
  if (taken.paths.has(pathKey(listed.path))) {
    const reason =
      'another registration has this path, or differs from it in case or kind only: such paths are one name here';
    return noEntry(listed, reason, 'Give one of them another path in the registry, then import again.');
  }
  const made = importManual(listed, { hosts, registries: registriesOf?.(listed) });
  if ('refused' in made) return noEntry(listed, made.refused);
  const path = freeFile(listed, taken.files);
  taken.files.add(path);
  taken.paths.add(pathKey(listed.path));
  return {
    changes: [{ action: 'create', path, text: manualText(made.entry) }],
    secrets: made.secrets,
    problems: [...unheld(listed), ...unread(listed)],
  };
};

const pathsOf = (value: EntryFile): readonly string[] => [
  pathKey(value.registration.path),
  ...Object.values(registeredEndpoints(value)).map(({ path }) => pathKey(path)),
];

/**
 * Files for what is in a registry without anybody's mark. What another tool registered for an AWS resource is matched to
 * its file by ARN, which keeps the registered path and nothing else; everything else becomes an entry by hand. Two
 * registrations for one resource are a question, never a choice. Pure.
 */
export const importRegistrations = (listed: readonly Listed[], { entries, ...rules }: ImportInto): Imported => {
  const held = new Set(entries.flatMap(({ value }) => pathsOf(value)));
  const taken: Taken = { files: new Set(entries.map(({ path }) => path)), paths: new Set() };
  const byResource = new Map(entries.map((entry) => [entryResource(entry) ?? '', entry]));
  const groups = Map.groupBy(
    listed.filter(isImportable).toSorted(byPath),
    (one) => resourceOf(one) ?? `path ${one.type} ${one.path}`,
  );
  const parts = [...groups].flatMap(([resource, group]): Part[] => {
    const [first] = group;
    if (!first) return [];
    if (group.length > 1) return [question(group)];
    if (resourceOf(first) === undefined)
      return held.has(pathKey(first.path)) ? [] : [byHand(first, taken, { ...rules, held })];
    const entry = byResource.get(resource);
    return [entry ? keepPath(entry, first, { ...rules, held }) : unmatched(first, resource)];
  });
  return {
    changes: parts.flatMap((part) => part.changes ?? []).sort((left, right) => compareTexts(left.path, right.path)),
    secrets: parts.flatMap((part) => part.secrets ?? []),
    problems: parts.flatMap((part) => part.problems ?? []),
  };
};
