import type { RegistryConfiguration } from '../model/generated/configuration.ts';
import type { Problem } from '../model/problem.ts';
import type { SettingsQuestion } from './build-settings.ts';
import { optionName } from './options/options.ts';
import { DEFAULT_REGISTRY_NAME, type RegistrySettings, readerOf, togetherProblems } from './registry-kinds/table.ts';
import type { Settings } from './settings.ts';

/** The part of the settings that says which registries there are, and which of them the run is about. */
export type RegistryPart = Pick<Settings, 'registries' | 'to'>;

type Named = readonly [name: string, configured: RegistryConfiguration];

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
  const takers = named.flatMap(([name, configured]) =>
    readerOf(configured).takesDoors && selected.includes(name) ? [name] : [],
  );
  if (isGiven && takers.length > 1) problems.push(severalTake(takers, question));
  if (takers.length === 0 && selected.length > 0) problems.push(...nobodyTakes(selected, question));
  const registries = named.map(([name, configured]) => {
    const own = isGiven && takers.length === 1 && takers[0] === name ? question : withoutDoors(question);
    const asked = { ...own, named: question.configuration.registries !== undefined };
    return readerOf(configured).read([name, configured], asked, problems);
  });
  problems.push(...togetherProblems(registries));
  return {
    registries: registries.map((one) => readerOf(one).linked?.(one, registries) ?? one),
    ...(to === undefined ? {} : { to }),
  };
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

/** A variable of the surroundings may be meant for another run; a flag or an input is meant for this one. */
const nobodyTakes = (selected: readonly string[], { values, origins }: SettingsQuestion): readonly Problem[] =>
  (['registryUrl', 'tokenFile'] as const).flatMap((key): Problem[] => {
    if (values[key] === undefined || origins[key] !== 'door') return [];
    const option = optionName(key);
    return [
      {
        rule: 'option-value',
        severity: 'error',
        subject: option,
        text: `${option} is given, and no registry of this run takes it: ${selected.join(', ')}.`,
        hint: 'Name the registry that is meant with --to, or leave it out.',
      },
    ];
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
