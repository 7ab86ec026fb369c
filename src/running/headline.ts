import type { Command } from '../config/options/commands.ts';
import { selectedRegistries } from '../config/registry-settings.ts';
import type { Settings } from '../config/settings.ts';
import { renderText } from '../report/text.ts';
import { counted } from '../report/wording.ts';
import { placeText } from './each-registry.ts';

/** Names that a line tells; of more, how many. */
const MOST = 3;

const listed = (names: readonly string[], one: string, many?: string): string => {
  if (names.length > MOST) return counted(names.length, one, many);
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};

const registries = (settings: Settings): string =>
  listed(selectedRegistries(settings).map(placeText), 'registry', 'registries');

const accountsText = ({ aws: { accounts }, scan: { narrow } }: Settings): string => {
  if (narrow.accounts !== undefined) return counted(narrow.accounts.length, 'account');
  switch (accounts.type) {
    case 'own':
      return "the caller's own account";
    case 'list':
      return counted(accounts.accounts.length, 'account');
    case 'organization':
      return "the organization's accounts";
  }
};

const regionsText = ({ aws: { regions }, scan: { narrow } }: Settings): string => {
  if (narrow.regions !== undefined) return ` in ${listed(narrow.regions, 'Region')}`;
  switch (regions.type) {
    case 'list':
      return ` in ${listed(regions.regions, 'Region')}`;
    case 'all':
      return ' in all Regions';
    case 'default':
      return '';
  }
};

const scanning = (settings: Settings): string => `Scanning ${accountsText(settings)}${regionsText(settings)}`;

const comparing = (settings: Settings): string =>
  `Comparing ${settings.directory}/ with ${settings.against ?? registries(settings)}`;

const applying = (settings: Settings): string =>
  settings.dryRun ? comparing(settings) : `Applying ${settings.directory}/ to ${registries(settings)}`;

const asking = ({ directory }: Settings): string => `Asking the servers and agents of ${directory}/ what they offer`;

const asClause = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What commands say that ask somebody over a network. The others are done at once, or print what programs read. */
const HEADLINES: Readonly<Partial<Record<Command, (settings: Settings) => string>>> = {
  scan: scanning,
  list: scanning,
  plan: comparing,
  apply: applying,
  sync: (settings) => `${scanning(settings)}, then ${asClause(applying(settings))}`,
  refresh: (settings) => `Renewing tokens at ${registries(settings)}`,
  verify: asking,
  lock: asking,
  import: (settings) => `Reading what ${registries(settings)} holds`,
  doctor: () => 'Checking what a run needs',
};

/**
 * The first line of what a command prints: what it is about to do to what. The same for the same settings, however long the
 * run takes. Undefined: the command has none.
 */
export const headline = (command: Command, settings: Settings): string | undefined => {
  const text = HEADLINES[command]?.(settings);
  return text === undefined ? undefined : renderText([[text]], false);
};
