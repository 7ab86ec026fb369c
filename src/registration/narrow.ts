import type { RegistrySettings } from '../config/registry-kinds/table.ts';
import type { Entry } from '../model/catalogue.ts';
import type { RegistrationFilter } from '../model/generated/configuration.ts';
import { globMatcher } from '../model/glob.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import { barePath } from '../model/registry.ts';

/** What says which registrations a registry gets. */
export type Narrowing = Pick<RegistrySettings, 'name' | 'entries'>;

/** A path fits with its last slash or without it, whichever way the glob is written. */
const fitsPath = (glob: string, path: string): boolean =>
  [barePath(path), `${barePath(path)}/`].some(globMatcher(glob));

const matches = (filter: RegistrationFilter, { value }: Entry, { path, tags }: Registration): boolean => {
  const { kind, account, region, path: pathGlob, tag } = filter;
  const source = 'source' in value ? value.source : undefined;
  const fits = (glob: string | undefined, text: string | undefined): boolean =>
    glob === undefined || (text !== undefined && globMatcher(glob)(text));
  return (
    (kind === undefined || kind === value.kind) &&
    fits(account, source?.account) &&
    fits(region, source?.region) &&
    (pathGlob === undefined || fitsPath(pathGlob, path)) &&
    (tag === undefined || tags.some(globMatcher(tag)))
  );
};

const isNamed = ({ value }: Entry, { name }: Narrowing): boolean =>
  value.registration.registries?.includes(name) ?? true;

const isTaken = (entry: Entry, registration: Registration, { entries }: Narrowing): boolean =>
  entries === undefined || entries.some((filter) => matches(filter, entry, registration));

/** Whether a registry holds a registration: its entry does not name others alone, and the configuration's filters take it. */
export const isFor =
  <Any extends Registration>(registry: Narrowing, entryOf: (registration: Any) => Entry) =>
  (registration: Any): boolean => {
    const entry = entryOf(registration);
    return isNamed(entry, registry) && isTaken(entry, registration, registry);
  };

/** Registrations whose entries name a registry that does not take them: what was asked for is not done, and told. */
export const leftOut = (
  registrations: readonly Registration[],
  registry: Narrowing,
  { entryOf, directory }: { readonly entryOf: (registration: Registration) => Entry; readonly directory: string },
): readonly Problem[] =>
  registrations.flatMap((registration): Problem[] => {
    const entry = entryOf(registration);
    const isAsked = entry.value.registration.registries?.includes(registry.name) ?? false;
    if (!isAsked || isTaken(entry, registration, registry)) return [];
    return [
      {
        rule: 'registry-left-out',
        severity: 'warning',
        place: { file: `${directory}/${entry.path}`, pointer: ['registration', 'registries'] },
        subject: registration.path,
        text: `${registration.path} names the registry ${registry.name}, whose entries in the configuration leave it out.`,
        hint: `Widen entries of ${registry.name} in the configuration, or take the name out.`,
      },
    ];
  });
