import { type AccountFacts, factsOf } from '../catalogue/entry-facts.ts';
import { readableLock } from '../catalogue/tool-locks.ts';
import { createDefaults, type EntryDefaults } from '../config/defaults.ts';
import type { Settings } from '../config/settings.ts';
import { createMatcher } from '../credentials/match.ts';
import type { Entry, Tree } from '../model/catalogue.ts';
import { SyncError } from '../model/errors.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import type { Origin, Registration } from '../model/registration.ts';
import { listDigest } from '../model/tools-lock.ts';
import type { RenderSettings } from '../registration/registration-fields.ts';

/** Nothing is known of accounts but what the configuration says. */
export const plainAccounts = ({ paths }: Pick<Settings, 'paths'>): AccountFacts => ({
  aliases: paths.aliases,
  organization: new Map(),
});

/** What an entry takes where it says nothing. */
export const defaultsOf = (
  { defaults }: Pick<Settings, 'defaults'>,
  accounts: AccountFacts,
): ((value: EntryFile) => EntryDefaults) => {
  const resolve = createDefaults(defaults);
  return (value) => resolve(factsOf(value, accounts));
};

/** The list of tools that a lock in git holds, as its digest; a lock that can't be read holds none. */
export const lockedListIn =
  (tree: Tree, settings: Pick<Settings, 'directory'>) =>
  (origin: Origin): string | undefined => {
    const lock = readableLock(tree, origin, settings.directory);
    return lock === undefined ? undefined : listDigest(lock);
  };

/**
 * What renders registrations: the settings, and the client that each of them is bound to. `tree`: where their tool locks
 * are, for what goes to a registry.
 */
export const renderSettings = (settings: Settings, accounts: AccountFacts, tree?: Tree): RenderSettings => {
  const match = createMatcher(settings.issuers);
  return {
    ...settings,
    defaultsOf: defaultsOf(settings, accounts),
    ...(tree === undefined ? {} : { lockOf: (origin) => readableLock(tree, origin, settings.directory) }),
    clientOf: (entry, path) => {
      const found = match(entry, path);
      if (found.type !== 'client') return undefined;
      return { issuer: found.choice.issuer.issuer, client: found.choice.client.id };
    },
  };
};

/** The entry of each registration. */
export const entriesByFile = (entries: readonly Entry[]): ((registration: Registration) => Entry) => {
  const byFile = new Map(entries.map((entry) => [entry.path, entry]));
  return ({ origin }) => {
    const entry = byFile.get(origin.file);
    if (entry === undefined) throw new SyncError('catalogue', 'invalid', `There is no entry ${origin.file}.`);
    return entry;
  };
};
