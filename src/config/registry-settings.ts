import type {
  McpGatewayRegistryConfiguration,
  RegistryConfiguration,
  StaticRegistryConfiguration,
} from '../model/generated/configuration.ts';
import type { Problem } from '../model/problem.ts';
import type { SettingsQuestion } from './build-settings.ts';
import { OPTIONS } from './options/options.ts';
import { checkedUrl, urlSetting } from './registry-url.ts';
import {
  DEFAULT_REGISTRY,
  DEFAULT_REGISTRY_NAME,
  type McpGatewayRegistrySettings,
  type RegistrySettings,
  type Settings,
} from './settings.ts';
import { linked, siteProblems, staticOf } from './static-settings.ts';

/** The part of the settings that says which registries there are, and which of them the run is about. */
export type RegistryPart = Pick<Settings, 'registries' | 'to'>;

type Named = readonly [name: string, configured: RegistryConfiguration | McpGatewayRegistryConfiguration];

/**
 * Every registry of the configuration, and those that --to names. The URL and the token of flags, inputs and environment
 * belong to the only registry, or to the one that --to names. Both come from the same source, or agree: nobody who can
 * set one of them gets the token of the other sent to a host of theirs.
 */
export const registrySettings = (question: SettingsQuestion, problems: Problem[]): RegistryPart => {
  const { values } = question;
  const named = namedRegistries(question);
  const names = named.map(([name]) => name);
  const { to } = values;
  for (const name of to ?? []) if (!names.includes(name)) problems.push(unknownName(name, names));
  const selected = names.filter((name) => to === undefined || to.includes(name));
  const isGiven = values.registryUrl !== undefined || values.tokenFile !== undefined;
  // A site has neither: what is given is the other one's.
  const takers = named.flatMap(([name, { type }]) => (type === 'static' || !selected.includes(name) ? [] : [name]));
  if (isGiven && takers.length > 1) problems.push(severalTake(takers, question));
  const registries = named.map(([name, configured]) => {
    const own = isGiven && takers.length === 1 && takers[0] === name ? question : withoutDoors(question);
    return registryOf([name, configured], { ...own, named: question.configuration.registries !== undefined }, problems);
  });
  problems.push(...siteProblems(registries));
  return { registries: registries.map((one) => linked(one, registries)), ...(to === undefined ? {} : { to }) };
};

/** The registries that a run goes to: those of --to, or all. */
export const selectedRegistries = ({ registries, to }: RegistryPart): readonly RegistrySettings[] =>
  to === undefined ? registries : registries.filter(({ name }) => to.includes(name));

/** Every name that an entry may use. Where nothing is configured, a URL from outside makes the one called default. */
export const registryNames = ({ registries }: Pick<Settings, 'registries'>): readonly string[] =>
  registries.length === 0 ? [DEFAULT_REGISTRY_NAME] : registries.map(({ name }) => name);

const namedRegistries = ({ values, configuration }: SettingsQuestion): readonly Named[] => {
  if (configuration.registries !== undefined) return Object.entries(configuration.registries);
  if (configuration.registry !== undefined) return [[DEFAULT_REGISTRY_NAME, configuration.registry]];
  return values.registryUrl === undefined ? [] : [[DEFAULT_REGISTRY_NAME, {}]];
};

const withoutDoors = ({ values: { registryUrl: _url, tokenFile: _file, ...values }, ...rest }: SettingsQuestion) => ({
  ...rest,
  values,
});

type Question = Pick<SettingsQuestion, 'values' | 'origins' | 'placeOf' | 'person'> & { readonly named: boolean };

const registryOf = ([name, configured]: Named, question: Question, problems: Problem[]): RegistrySettings =>
  isStatic(configured)
    ? staticOf([name, configured], question, problems)
    : mcpGatewayOf([name, configured], question, problems);

const isStatic = (configured: Named[1]): configured is StaticRegistryConfiguration => configured.type === 'static';

const mcpGatewayOf = (
  [name, configured]: readonly [name: string, configured: McpGatewayRegistryConfiguration],
  question: Question,
  problems: Problem[],
): McpGatewayRegistrySettings => {
  const { values } = question;
  const insecure = configured.insecure ?? false;
  const place = { name, named: question.named };
  const url = checkedUrl({ ...place, configured: configured.url, insecure }, question, problems);
  const mixed = sourcesDisagree(configured, question);
  if (mixed !== undefined) problems.push(mixed);
  return {
    name,
    type: configured.type ?? DEFAULT_REGISTRY,
    ...(configured.entries === undefined ? {} : { entries: configured.entries }),
    ...(url === undefined ? {} : { url }),
    urlSetting: urlSetting(place, question),
    ...(values.timeout === undefined ? {} : { callSeconds: values.timeout }),
    insecure,
    token:
      values.tokenFile === undefined
        ? (configured.token ?? { file: OPTIONS.tokenFile.default })
        : { file: values.tokenFile },
    ...(values.registryUrl === undefined ? {} : { urlGiven: true }),
    ...(values.tokenFile === undefined ? {} : { tokenGiven: true }),
    concurrency: values.concurrency ?? OPTIONS.concurrency.default,
  };
};

const unknownName = (name: string, names: readonly string[]): Problem => ({
  rule: 'option-value',
  severity: 'error',
  subject: 'to',
  text:
    names.length === 0
      ? `to names ${JSON.stringify(name)}, and no registry is configured.`
      : `to expects ${names.length === 1 ? '' : 'one of '}${names.join(', ')}, met ${JSON.stringify(name)}.`,
  hint: 'The names of registries stand below registries in the configuration; the one of registry is called default.',
});

const severalTake = (selected: readonly string[], { values }: SettingsQuestion): Problem => {
  const option = values.registryUrl === undefined ? 'token-file' : 'registry-url';
  return {
    rule: 'option-value',
    severity: 'error',
    subject: option,
    text: `${option} (or its variable) is of one registry, and this run goes to ${selected.length}: ${selected.join(', ')}.`,
    hint: 'Name the one that is meant with --to, or write its url and token in the configuration.',
  };
};

const normalized = (url: string | undefined): string | undefined => url?.replace(/\/+$/, '');

const sourcesDisagree = (
  configured: McpGatewayRegistryConfiguration,
  { values, person = false }: Pick<SettingsQuestion, 'values' | 'person'>,
): Problem | undefined => {
  const urlHere = values.registryUrl !== undefined;
  const tokenHere = values.tokenFile !== undefined;
  const urlsAgree = normalized(values.registryUrl) === normalized(configured.url);
  if (urlHere && !tokenHere && configured.token !== undefined && !urlsAgree) {
    return problem(
      "The registry's URL comes from a flag, input or the environment, and its token from the configuration, which names another URL.",
      "Give token-file with the URL, or use the configuration's registry.url.",
    );
  }
  // A person's token goes only where that person let it go: this is asked when it is used.
  if (!urlHere && tokenHere && !person) {
    return problem(
      "The registry's token comes from a flag, input or the environment, and its URL from the configuration.",
      'Give registry-url with the same URL too, or set registry.token in the configuration.',
    );
  }
  return undefined;
};

const problem = (text: string, hint: string): Problem => ({
  rule: 'configuration-contradiction',
  severity: 'error',
  subject: 'registry',
  text,
  hint,
});
