import { changedTree } from '../catalogue/changed-tree.ts';
import { loadEntries } from '../catalogue/entries.ts';
import { registryNames } from '../config/registry-settings.ts';
import { type AtRegistry, withOwnProblems } from '../model/at-registry.ts';
import type { FileChange } from '../model/catalogue.ts';
import { type Listed, pathKey } from '../model/registry.ts';
import type { Catalogue } from '../running/catalogue.ts';
import type { CommandContext } from '../running/context.ts';
import { withCredentials } from '../running/credentials.ts';
import { placeText, registriesOf, stepEach } from '../running/each-registry.ts';
import { hostsOf } from '../running/guarding.ts';
import { withConnections } from '../running/registry-access.ts';
import { type Imported, importRegistrations, readForImport } from './import-registrations.ts';

/** What stands in each registry of the run, read whole where that does no harm. */
const readRegistries = (context: CommandContext): Promise<readonly AtRegistry<readonly Listed[]>[]> =>
  withCredentials(context, (credentials) =>
    withConnections(context, { credentials }, (open) =>
      stepEach(context, registriesOf(context), async (connection) => {
        const { signal } = context;
        const registry = await open(connection);
        context.work?.({ type: 'phase', text: `reading ${placeText(connection)}` });
        const snapshot = await registry.snapshot(signal);
        return (
          await readForImport(registry, snapshot, {
            concurrency: connection.concurrency,
            signal,
            ...(context.work === undefined ? {} : { onWork: context.work }),
          })
        ).listed;
      }),
    ),
  );

const same = (one: Listed, other: Listed): boolean =>
  one.type === other.type && pathKey(one.path) === pathKey(other.path);

/** The registries that hold a registration, by name; undefined where these are all that are configured. */
const holdersOf =
  (read: readonly AtRegistry<readonly Listed[]>[], configured: readonly string[]) =>
  (listed: Listed): readonly string[] | undefined => {
    const holders = read.filter(({ result = [] }) => result.some((one) => same(one, listed))).map(({ name }) => name);
    return configured.every((name) => holders.includes(name)) ? undefined : holders;
  };

/**
 * Registries to files, in the configuration's order: what an earlier one gave an entry is known to the later ones. An entry
 * that is not in all of them names those that it is in, so that apply registers it nowhere else.
 */
export const fromRegistries = async (
  context: CommandContext,
  catalogue: Catalogue,
): Promise<readonly AtRegistry<Imported>[]> => {
  const { settings } = context;
  const read = await readRegistries(context);
  const { registries } = catalogue;
  const { directory } = settings;
  const into = {
    hosts: hostsOf(settings),
    routeFault: registries.routeFault,
    registriesOf: holdersOf(read, registryNames(settings)),
  };
  let { tree } = catalogue;
  const imported = await stepEach(context, read, async (listed) => {
    const { entries } = loadEntries(tree, { directory, registries });
    const one = importRegistrations(listed, { ...into, entries });
    tree = changedTree(tree, one.changes);
    return one;
  });
  return imported.map(withOwnProblems);
};

/** What is to be written: a file that two registries changed is written once, as the later one left it. */
export const writtenBy = (parts: readonly Imported[]): readonly FileChange[] => {
  const byPath = new Map<string, FileChange>();
  for (const change of parts.flatMap(({ changes }) => changes)) {
    const before = byPath.get(change.path);
    const isNew = before?.action === 'create' && change.action === 'update';
    byPath.set(change.path, isNew ? { action: 'create', path: change.path, text: change.text } : change);
  }
  return [...byPath.values()];
};
