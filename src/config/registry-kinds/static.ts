import type { AllowedServer, StaticRegistryConfiguration } from '../../model/generated/configuration.ts';
import type { Problem } from '../../model/problem.ts';
import { OPTIONS } from '../options/options.ts';
import type { McpGatewayRegistrySettings } from './mcp-gateway-registry.ts';
import type { RegistryCommon, RegistryQuestion, RegistryReader } from './reader.ts';
import { checkedUrl } from './registry-url.ts';

/** What of an entry whoever reads a site may see, besides what connecting needs. */
export type Exposed = NonNullable<StaticRegistryConfiguration['expose']>[number];

/** A registry that is files, which any host serves. */
export interface StaticRegistrySettings extends RegistryCommon<'static'> {
  /** Where the files are, below the working directory, in one spelling. */
  readonly directory: string;
  /** Reverse DNS name before the slash in servers' names. */
  readonly namespace: string;
  readonly title: string;
  /** Where the files are published, without a last slash. */
  readonly url?: string;
  /** Who reads the site: everybody, or only whom its host lets in. */
  readonly audience: 'public' | 'private';
  readonly expose: ReadonlySet<Exposed>;
  /** Absent: the one that this release was tried with. */
  readonly proxyVersion?: string;
  /** The registry through which clients connect: its name, and the registry where there is one of that name. */
  readonly linkThrough?: { readonly name: string; readonly registry?: McpGatewayRegistrySettings };
  readonly allow: {
    readonly also: readonly AllowedServer[];
    readonly names: boolean;
    readonly managedOnly: boolean;
  };
}

/** Folder of a site where the configuration names none. */
const DEFAULT_DIRECTORY = 'site';

const read = (
  [name, configured]: readonly [name: string, configured: StaticRegistryConfiguration],
  question: RegistryQuestion,
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

type Others = readonly RegistryCommon<string>[];

const isSite = (one: RegistryCommon<string>): one is StaticRegistrySettings => one.type === 'static';

const isGatewayRegistry = (one: RegistryCommon<string>): one is McpGatewayRegistrySettings =>
  one.type === 'mcp-gateway-registry';

const throughOf = (name: string, registries: Others): McpGatewayRegistrySettings | undefined =>
  registries.filter(isGatewayRegistry).find((other) => other.name === name);

/** Clients connect through a registry that has what is registered, and a URL. */
const linkProblems = (registries: Others): readonly Problem[] =>
  registries.filter(isSite).flatMap(({ name, linkThrough }) => {
    if (linkThrough === undefined || throughOf(linkThrough.name, registries) !== undefined) return [];
    const text = `linkThrough names ${JSON.stringify(linkThrough.name)}, which is no registry through which anybody connects.`;
    return [siteProblem(name, text, 'Name a registry of type mcp-gateway-registry that stands beside it.')];
  });

/** A site with the registry that it leads through. */
const linked = (one: StaticRegistrySettings, registries: Others): StaticRegistrySettings => {
  if (one.linkThrough === undefined) return one;
  const { name } = one.linkThrough;
  const registry = throughOf(name, registries);
  return registry === undefined ? one : { ...one, linkThrough: { name, registry } };
};

/** Two sites in one folder would overwrite each other. */
const directoryProblems = (registries: Others): readonly Problem[] => {
  const sites = registries.filter(isSite);
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

/** A registry that is files: nothing of a door is meant for it. */
export const staticReader: RegistryReader<StaticRegistrySettings, StaticRegistryConfiguration> = {
  takesDoors: false,
  read,
  together: (registries) => [...linkProblems(registries), ...directoryProblems(registries)],
  linked,
};
