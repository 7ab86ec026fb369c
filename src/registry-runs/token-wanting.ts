import { readFile } from 'node:fs/promises';
import { plainPath } from '../config/repository.ts';
import { checkIssuers } from '../credentials/check-issuers.ts';
import { type ManifestEntry, manifestGateway, readManifest } from '../credentials/manifest.ts';
import type { LockedList } from '../engine/disabling.ts';
import type { Comparing } from '../engine/tokens/may-send.ts';
import type { Entry } from '../model/catalogue.ts';
import { SyncError } from '../model/errors.ts';
import type { Ownership } from '../model/owned-failure.ts';
import { distinctProblems, type Problem } from '../model/problem.ts';
import type { Registration, ServerRegistration } from '../model/registration.ts';
import { renderEntries } from '../registration/render.ts';
import { type Catalogue, loadCatalogue } from '../running/catalogue.ts';
import type { CommandContext } from '../running/context.ts';
import { guardContext } from '../running/guarding.ts';
import { beside } from '../running/judging.ts';
import { namesOf, spelledName, unknownOperand } from '../running/naming.ts';
import { entriesByFile, lockedListIn, plainAccounts, renderSettings } from '../running/rendering.ts';
import { keptProblems, nothingKept, ownershipOf, selectingOf } from '../running/selecting.ts';

/** The registrations of a run that need a token, and the entry of each. */
export interface Wanting {
  readonly registrations: readonly ServerRegistration[];
  /** What the entries register, whether it needs a token in this run or not. */
  readonly all: readonly Registration[];
  readonly entryOf: (registration: ServerRegistration) => Entry;
  /** The file of a registration, as a user would open it. */
  readonly fileOf: (registration: ServerRegistration) => string;
  /** Whether what stands at the path is what is meant; absent: it must carry our mark. */
  readonly isOurs?: Comparing['isOurs'];
  /** Whose the entries are; absent where no entry is read. */
  readonly owning?: Ownership;
  /** Which list of tools git holds the lock of; absent: nobody looked. */
  readonly lockedList?: LockedList;
  readonly problems: readonly Problem[];
}

/** Narrows a run to the files and paths that are named, and to the accounts. What names nothing is told. */
const select = (
  all: readonly Registration[],
  entryOf: Wanting['entryOf'],
  { settings, operands }: CommandContext,
): Pick<Wanting, 'registrations' | 'problems'> => {
  const bearing = all.filter((one) => one.type === 'server').filter((one) => one.authScheme === 'bearer');
  const problems = operands.flatMap((operand) => {
    if (bearing.some((one) => namesOf(one, settings).includes(spelledName(operand)))) return [];
    const known = all.some((one) => namesOf(one, settings).includes(spelledName(operand)));
    return [
      unknownOperand(
        operand,
        known
          ? 'it needs no token, or its callers send their own'
          : 'there is neither a file nor a registration of this name',
      ),
    ];
  });
  const named = new Set(operands.map(spelledName));
  const { accounts } = settings.refresh;
  const inAccount = (registration: ServerRegistration): boolean => {
    const { value } = entryOf(registration);
    return accounts === undefined || ('source' in value && accounts.includes(value.source.account));
  };
  return {
    registrations: bearing.filter(
      (one) => (named.size === 0 || namesOf(one, settings).some((name) => named.has(name))) && inAccount(one),
    ),
    problems,
  };
};

const found = (entry: Entry | undefined, name: string): Entry => {
  if (entry === undefined) throw new SyncError('catalogue', 'invalid', `There is no entry ${name}.`);
  return entry;
};

const fromCatalogue = (catalogue: Catalogue, context: CommandContext): Wanting => {
  const entryOf: Wanting['entryOf'] = entriesByFile(catalogue.entries);
  const { registrations, problems } = renderEntries(
    catalogue,
    renderSettings(context.settings, catalogue.accounts, catalogue.tree),
    catalogue.guard,
  );
  const kept = selectingOf(context, catalogue);
  const { settings, operands } = context;
  const among = select(registrations, entryOf, context);
  const isNothing = settings.only !== undefined && !catalogue.entries.some((entry) => kept?.entry(entry) === true);
  const selected = {
    registrations: among.registrations.filter((one) => kept?.at(entryOf(one), one.path) !== false),
    problems: [...among.problems, ...(isNothing && settings.only ? [nothingKept(settings.only)] : [])],
  };
  const fileOf: Wanting['fileOf'] = ({ origin }) => `${settings.directory}/${origin.file}`;
  const files = new Set([...selected.registrations.map(fileOf), ...operands.map(plainPath)]);
  const isAbout = ({ place }: Problem): boolean => operands.length === 0 || !place || files.has(place.file);
  const met = [...catalogue.problems, ...problems];
  const judged = distinctProblems(keptProblems(kept, met).filter(isAbout)).map(beside);
  return {
    ...selected,
    all: registrations,
    entryOf,
    fileOf,
    owning: ownershipOf(settings, catalogue),
    lockedList: lockedListIn(catalogue.tree, settings),
    problems: [...judged, ...selected.problems],
  };
};

const readText = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((cause: unknown) => {
    throw new SyncError(
      'catalogue',
      'unreadable',
      `read the manifest ${file}: expected a file, met none that can be read`,
      { hint: 'Name it with --manifest, or leave --manifest out: then the entries are read.', cause },
    );
  });

const noGateway = (file: string, path: string): Problem => ({
  rule: 'manifest-entry',
  severity: 'error',
  place: { file },
  subject: path,
  text: `${path}: its gateway_arn is no ARN of an AgentCore gateway.`,
  hint: 'Write the manifest again with the old tool, or with export-manifest.',
});

/** A row of the manifest as an entry, at the place that its ARN gives it: the guard judges it like any other. */
const manifestEntry = (row: ManifestEntry): Entry | undefined => {
  const value = manifestGateway(row);
  if (value === undefined) return undefined;
  const { account, region, arn } = value.source;
  return { path: `${account}/${region}/gateways/${arn.split('/').at(-1)}.yaml`, text: '', value };
};

/**
 * Entries as the old tool's manifest has them. What stands at a path is known by the ARN that the old tool wrote beside
 * it, or by our mark.
 */
const fromManifest = async (file: string, context: CommandContext): Promise<Wanting> => {
  const { settings, environment } = context;
  const read = readManifest(await readText(file), file);
  const made = read.entries.map((row) => ({ row, entry: manifestEntry(row) }));
  const entries = made.flatMap(({ entry }) => (entry === undefined ? [] : [entry]));
  const byPath = new Map(entries.map((entry) => [entry.value.registration.path, entry]));
  const entryOf: Wanting['entryOf'] = ({ path }) => found(byPath.get(path), path);
  const rendered = renderEntries(
    { entries, problems: [] },
    renderSettings(settings, plainAccounts(settings)),
    guardContext(settings, environment),
  );
  const selected = select(rendered.registrations, entryOf, context);
  return {
    ...selected,
    all: rendered.registrations,
    entryOf,
    fileOf: () => file,
    isOurs: ({ identity }, listed) => {
      const metadata = listed.values.get('metadata');
      return typeof metadata === 'object' && metadata !== null && 'gateway_arn' in metadata
        ? metadata.gateway_arn === identity.arn
        : false;
    },
    problems: [
      ...checkIssuers(settings.issuers),
      ...read.problems,
      ...made.flatMap(({ row, entry }) => (entry === undefined ? [noGateway(file, row.serverPath)] : [])),
      ...rendered.problems.map((problem) => ({ ...problem, place: { file } })),
      ...selected.problems,
    ],
  };
};

/** What of the catalogue, or of the manifest that is named instead, needs a token in this run. */
export const readWanting = async (context: CommandContext): Promise<Wanting> => {
  const { manifest } = context.settings.refresh;
  if (manifest !== undefined) return fromManifest(manifest, context);
  return fromCatalogue(await loadCatalogue(context), context);
};
