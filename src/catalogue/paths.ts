import type { PathSettings } from '../config/settings.ts';
import { kindDefaults, namesOf } from '../kinds/table.ts';
import { compareTexts } from '../model/compare-texts.ts';
import { withoutEnd } from '../model/ends.ts';
import { pathKey } from '../model/registry.ts';
import { keyText, type ResourceKey, type Source } from '../model/resource.ts';
import { type FormerPath, formerHolders } from './former-paths.ts';
import { resourceName, slug } from './names.ts';
import type { FirstRegistration } from './new-entry.ts';
import type { RegistryRules } from './registry-rules.ts';
import { identityOfSource } from './replaced.ts';
import { pathsAbove, type Shadows } from './shadows.ts';

/** A resource that needs a path. */
export interface PathRequest {
  readonly key: ResourceKey;
  readonly source: Source;
}

const PART_LENGTH = 63;
const NAME_LENGTH = 200;
const PATH_FORM = /^(\/[A-Za-z0-9][A-Za-z0-9._-]{0,62}){1,4}\/?$/;

interface Candidate {
  /** What stands for {name}. */
  readonly name: string;
  readonly suffix: string;
  /** What the display name gets behind it. */
  readonly label?: string;
}

const slugName = ({ source, key }: PathRequest): string => {
  return namesOf(source).map(slug).filter(Boolean).join('-') || slug(key.id) || key.kind;
};

/** In order of preference: the first one that is free is taken. */
const candidates = (request: PathRequest): readonly Candidate[] => {
  const { account, region, id } = request.key;
  const name = slugName(request);
  const above = namesOf(request.source).slice(0, -1).map(slug);
  const byId = [...above, slug(id)].filter(Boolean).join('-') || name;
  return [
    { name, suffix: '' },
    { name, suffix: `-${region}`, label: region },
    { name, suffix: `-${account}-${region}`, label: `${account} ${region}` },
    { name: byId, suffix: '', label: id },
    { name: byId, suffix: `-${account}-${region}`, label: `${id} ${account} ${region}` },
  ];
};

const clip = (part: string, suffix: string): string =>
  withoutEnd(part.slice(0, PART_LENGTH - suffix.length), '-') + suffix;

const fill = ({ template, aliases }: PathSettings, { key }: PathRequest, { name, suffix }: Candidate): string => {
  const values: Readonly<Record<string, string>> = {
    name,
    account: key.account,
    region: key.region,
    alias: slug(aliases[key.account] ?? '') || key.account,
  };
  const parts = template.split('/').filter(Boolean);
  const filled = parts.map((part, index) =>
    clip(
      part.replaceAll(/\{(\w+)\}/g, (whole, placeholder: string) => values[placeholder] ?? whole),
      index === parts.length - 1 ? suffix : '',
    ),
  );
  return `/${filled.join('/')}`;
};

const typeOf = ({ source }: PathRequest): 'server' | 'agent' => kindDefaults(source).type;

/** The display name with its label, within the length that the schema allows. */
const labelled = (name: string, label: string): string =>
  `${name.slice(0, NAME_LENGTH - label.length - ' ()'.length)} (${label})`;

/** Servers' paths, which end with a slash: whether one more of them would lie below or above another. */
const createNesting = (shadows: Shadows) => {
  const held = new Set<string>();
  /** By a path above them, one of those below it. */
  const below = new Map<string, string>();
  const spelled = (path: string): string => path.toLowerCase();
  return {
    add: (path: string): void => {
      if (!path.endsWith('/')) return;
      held.add(spelled(path));
      for (const above of pathsAbove(spelled(path))) below.set(above, path);
    },
    has: (path: string): boolean => {
      if (!path.endsWith('/')) return false;
      const inner = below.get(spelled(path));
      return (
        (inner !== undefined && shadows(path, inner)) ||
        pathsAbove(spelled(path)).some((above) => held.has(above) && shadows(above, path))
      );
    },
  };
};

/**
 * Gives each new resource a path: sorted by ARN, each takes the first of its candidates that no one holds and that the
 * registry doesn't answer itself. `taken` are the paths of the base, of open branches, and those freed in this run, which
 * are not given away in it. Who gets a suffix gets it in the display name too. Keyed by `keyText`; a resource for which
 * nothing is free is left out. A server gets no path below or above another server's, whose path ends with a
 * slash. `former`: paths that the history knows; whose clients may still call there only what had one last gets it again.
 */
export const handOutPaths = (
  requests: readonly PathRequest[],
  settings: PathSettings & { readonly registries: RegistryRules; readonly former?: readonly FormerPath[] },
  taken: Iterable<string>,
): ReadonlyMap<string, FirstRegistration> => {
  const { shadows, routeFault } = settings.registries;
  const paths = [...taken];
  const held = new Set(paths.map(pathKey));
  const nested = createNesting(shadows);
  for (const path of paths) nested.add(path);
  const isFormer = formerHolders(settings.former ?? [], shadows);
  const given = new Map<string, FirstRegistration>();
  const order = (request: PathRequest) => `${request.source.value.arn} ${keyText(request.key)}`;
  for (const request of requests.toSorted((left, right) => compareTexts(order(left), order(right)))) {
    const holder = { key: request.key, identity: identityOfSource(request.key, request.source) };
    for (const candidate of candidates(request)) {
      const path = fill(settings, request, candidate);
      const spelled = typeOf(request) === 'server' ? `${path}/` : path;
      if (held.has(pathKey(path)) || routeFault(path) !== undefined || !PATH_FORM.test(path)) continue;
      if (nested.has(spelled) || isFormer(spelled, holder)) continue;
      held.add(pathKey(path));
      nested.add(spelled);
      const { label } = candidate;
      given.set(keyText(request.key), {
        path: spelled,
        ...(label === undefined ? {} : { name: labelled(resourceName(request.source), label) }),
      });
      break;
    }
  }
  return given;
};
