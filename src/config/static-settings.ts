import type { StaticRegistryConfiguration } from '../model/generated/configuration.ts';
import type { Problem } from '../model/problem.ts';
import type { SettingsQuestion } from './build-settings.ts';
import { OPTIONS } from './options/options.ts';
import { checkedUrl } from './registry-url.ts';
import type { RegistrySettings, StaticRegistrySettings } from './settings.ts';

/** Folder of a site where the configuration names none. */
const DEFAULT_DIRECTORY = 'site';

/** One site of the configuration. */
export const staticOf = (
  [name, configured]: readonly [name: string, configured: StaticRegistryConfiguration],
  question: Pick<SettingsQuestion, 'values' | 'origins' | 'placeOf'> & { readonly named: boolean },
  problems: Problem[],
): StaticRegistrySettings => {
  const { namespace, title = namespace, audience = 'public', allow = {}, entries } = configured;
  const { proxyVersion, linkThrough, directory = DEFAULT_DIRECTORY } = configured;
  // Flags give the URL of the registry that is called, never of a site.
  const { registryUrl: _, ...values } = question.values;
  const place = { name, named: question.named, configured: configured.url, insecure: false };
  const url = checkedUrl(place, { ...question, values }, problems);
  return {
    name,
    type: 'static',
    directory,
    namespace,
    title,
    audience,
    expose: new Set(configured.expose),
    ...(url === undefined ? {} : { url }),
    ...(proxyVersion === undefined ? {} : { proxyVersion }),
    ...(linkThrough === undefined ? {} : { linkThrough: { name: linkThrough } }),
    allow: { also: allow.also ?? [], names: allow.names ?? false, managedOnly: allow.managedOnly ?? false },
    ...(entries === undefined ? {} : { entries }),
    concurrency: values.concurrency ?? OPTIONS.concurrency.default,
  };
};

const siteProblem = (name: string, text: string, hint: string): Problem => ({
  rule: 'configuration-contradiction',
  severity: 'error',
  subject: `registries.${name}`,
  text,
  hint,
});

/** Clients connect through a registry that has what is registered, and a URL. */
const linkProblems = (registries: readonly RegistrySettings[]): readonly Problem[] =>
  registries.flatMap((one) => {
    if (one.type !== 'static' || one.linkThrough === undefined) return [];
    const through = registries.find(({ name }) => name === one.linkThrough?.name);
    if (through?.type === 'mcp-gateway-registry') return [];
    const text = `linkThrough names ${JSON.stringify(one.linkThrough.name)}, which is no registry through which anybody connects.`;
    return [siteProblem(one.name, text, 'Name a registry of type mcp-gateway-registry that stands beside it.')];
  });

/** A site with the registry that it leads through. */
export const linked = (one: RegistrySettings, registries: readonly RegistrySettings[]): RegistrySettings => {
  if (one.type !== 'static' || one.linkThrough === undefined) return one;
  const { name } = one.linkThrough;
  const through = registries.find((other) => other.name === name);
  return through?.type === 'mcp-gateway-registry' ? { ...one, linkThrough: { name, registry: through } } : one;
};

/** Two sites in one folder would overwrite each other. */
const directoryProblems = (registries: readonly RegistrySettings[]): readonly Problem[] => {
  const sites = registries.filter((one) => one.type === 'static');
  return sites.flatMap((one, at) => {
    const other = sites
      .slice(0, at)
      .find(
        ({ directory }) =>
          `${one.directory}/`.startsWith(`${directory}/`) || `${directory}/`.startsWith(`${one.directory}/`),
      );
    if (other === undefined) return [];
    const text = `directory is ${one.directory}, and ${other.name} writes to ${other.directory}.`;
    return [siteProblem(one.name, text, 'Give each site a folder of its own.')];
  });
};

/** What several registries together make wrong. */
export const siteProblems = (registries: readonly RegistrySettings[]): readonly Problem[] => [
  ...linkProblems(registries),
  ...directoryProblems(registries),
];
