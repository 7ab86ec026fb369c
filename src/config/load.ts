import { lstat, readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { ErrorObject } from 'ajv';
import configurationSchema from '../../schemas/configuration.schema.json' with { type: 'json' };
import { positionsIn } from '../document/characters.ts';
import { type Pointer, toProblem } from '../document/finding.ts';
import { offsetOf } from '../document/offset.ts';
import { faultProblems, parseSyntax } from '../document/read.ts';
import { pointerOf, schemaFindings } from '../document/schema-findings.ts';
import { choicesOf, type FormSource, formOf } from '../document/schema-forms.ts';
import { knownKeys, schemasAt } from '../document/schema-tree.ts';
import { CONFIGURATION_LIMITS, plainMap } from '../document/syntax.ts';
import type { Configuration } from '../model/generated/configuration.ts';
import { validate } from '../model/generated/validate-configuration.js';
import { isObject } from '../model/json.ts';
import type { Place, Problem } from '../model/problem.ts';
import { SECRET_ENV } from '../model/secret-env.ts';
import { PATTERN_WORDS, SECRET_ENV_WORDS } from './pattern-words.ts';
import { repositoryPath, runGit } from './repository.ts';

/** Where a value of the configuration stands: file, line and column of the deepest part that the file has. */
export type ConfigurationPlace = (pointer: Pointer) => Place;

export interface ConfigurationRead {
  /** Empty where there is none, or where it can't be used. */
  readonly configuration: Configuration;
  readonly problems: readonly Problem[];
  readonly placeOf: ConfigurationPlace;
}

const LINK = 'a symbolic link, which no review could follow';

/** The first part of a path, from the working directory on, that is a symbolic link; parts above it are the machine's own. */
const linkOnTheWay = async (path: string): Promise<string | undefined> => {
  const below = relative(process.cwd(), resolve(path));
  const inside = !isAbsolute(below) && !below.startsWith('..');
  const parts = below.split(sep);
  const places = inside ? parts.map((_, at) => parts.slice(0, at + 1).join(sep)) : [path];
  for (const place of places) if ((await lstat(place)).isSymbolicLink()) return place;
  return undefined;
};

/**
 * Reads the configuration file, strictly. A file that was not named may be absent; one that was named may not. A symbolic
 * link is refused: a review sees the link, and a run would read what it leads to; so is what is no file. Problems carry line
 * and column.
 */
export const loadConfiguration = async (path: string, named: boolean): Promise<ConfigurationRead> => {
  let text: string;
  try {
    if ((await linkOnTheWay(path)) !== undefined) return unreadable(path, LINK);
    // A pipe that nobody writes into would hold the run before it hears a signal; a device may have no end.
    if (!(await lstat(path)).isFile()) return unreadable(path, 'something else');
    text = await readFile(path, 'utf8');
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (absent && !named) return empty(path);
    return unreadable(path, absent ? 'none' : "something that can't be read");
  }
  return parseConfiguration(path, text);
};

/** `<mode> blob <object>\t<path>`. https://git-scm.com/docs/git-ls-tree */
const LISTED = /^(\d{6}) (\w+) ([0-9a-f]{40,64})\t/;

/**
 * Reads the configuration as it is at a commit: whoever proposes a change is not judged by settings that come with it. A
 * commit without the file has an empty configuration, unless the file was named: judging by nothing is never silent.
 */
export const loadConfigurationAt = async (ref: string, path: string, named = false): Promise<ConfigurationRead> => {
  const shown = `${path} at ${ref}`;
  try {
    const commit = (await runGit('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)).trim();
    const place = await repositoryPath(path);
    if (place === undefined) return unreadable(shown, 'a path outside of the repository');
    const [, mode, type, object] = LISTED.exec(await runGit('ls-tree', '-z', '--full-tree', commit, '--', place)) ?? [];
    if (object === undefined) {
      return named ? unreadable(shown, 'none') : empty(shown);
    }
    if (mode === '120000') return unreadable(shown, LINK);
    if (type !== 'blob') return unreadable(shown, 'a folder');
    return parseConfiguration(shown, await runGit('cat-file', 'blob', object));
  } catch {
    return {
      ...empty(shown),
      problems: [
        {
          rule: 'configuration-unreadable',
          severity: 'error',
          subject: ref,
          text: `Reading the configuration ${shown}: expected a commit of this repository, met none.`,
          hint: 'Name a branch or commit that this clone has (git fetch gets them); in a workflow, check out with fetch-depth: 0.',
        },
      ],
    };
  }
};

/** What there is where no file is. */
const empty = (path: string): ConfigurationRead => ({
  configuration: {},
  problems: [],
  placeOf: () => ({ file: path }),
});

const unreadable = (path: string, met: string): ConfigurationRead => ({
  ...empty(path),
  problems: [
    {
      rule: 'configuration-unreadable',
      severity: 'error',
      subject: path,
      text: `Reading the configuration ${path}: expected a file, met ${met}.`,
      hint: 'Name another file with --config, or leave it out where agentcore-sync.yaml is meant.',
    },
  ],
});

/** The configuration that a text holds, or everything that is wrong with it. */
export const parseConfiguration = (path: string, text: string): ConfigurationRead => {
  const syntax = parseSyntax(path, text, CONFIGURATION_LIMITS);
  if ('faults' in syntax) {
    const isEmpty = text.replaceAll(/#.*/g, '').trim() === '';
    return { ...empty(path), problems: isEmpty ? [] : faultProblems(path, text, syntax.faults) };
  }
  const value = plainMap(syntax.root);
  const position = positionsIn(text);
  const placeOf: ConfigurationPlace = (pointer) => ({ file: path, ...position(offsetOf(syntax.root, pointer)) });
  if (validate(value)) {
    const configuration: Configuration = value;
    const { registry, registries } = configuration;
    if (registry === undefined || registries === undefined) return { configuration, problems: [], placeOf };
    return { configuration: {}, problems: [{ ...twoForms, place: placeOf(['registry']) }], placeOf };
  }
  const findings = schemaFindings(meaningful(validate.errors ?? [], value), value, {
    rule: 'configuration-schema',
    patterns: FORMS.patterns,
    known: (pointer) => knownKeys(configurationSchema, pointer),
  });
  return {
    configuration: {},
    problems: findings.map((finding) => ({ ...toProblem(finding, path), place: placeOf(finding.pointer ?? []) })),
    placeOf,
  };
};

/** One registry would be named twice, or two would be meant by one name. */
const twoForms: Problem = {
  rule: 'configuration-contradiction',
  severity: 'error',
  subject: 'registry',
  text: 'registry and registries are both given: registry is the short form of registries with one of the name default.',
  hint: 'Move what registry says below a name in registries.',
};

/** The kinds of registry that the schema knows. */
const REGISTRY_TYPES = configurationSchema.$defs.RegistryConfiguration.oneOf.map(({ $ref }) => {
  const { $defs } = configurationSchema;
  const name = Object.keys($defs).find((key) => $ref === `#/$defs/${key}`);
  const definition: { properties?: { type?: { const?: string } } } = Reflect.get($defs, name ?? '');
  return definition.properties?.type?.const ?? '';
});

/** Keys that hold one row, or a list of them: what is wrong in a row says more than that it is none. */
const ROWS: readonly (keyof Configuration)[] = ['defaults'];

/** Of a choice between forms, one sentence at the choice says more than the refusals of each form. */
const meaningful = (all: readonly ErrorObject[], value: Readonly<Record<string, unknown>>): readonly ErrorObject[] => {
  const rows = ROWS.filter((key) => isObject(value[key]) || Array.isArray(value[key])).map((key) => `/${key}`);
  const errors = all.filter(
    ({ instancePath, keyword }) => !(rows.includes(instancePath) && (keyword === 'oneOf' || keyword === 'type')),
  );
  const choices = errors.filter(({ keyword }) => keyword === 'oneOf').map(({ instancePath }) => instancePath);
  const repeats = ({ keyword, instancePath }: ErrorObject): boolean =>
    keyword !== 'oneOf' && choices.some((choice) => instancePath === choice || instancePath.startsWith(`${choice}/`));
  return errors.filter((error) => !repeats(error) && error.keyword !== 'if' && !isUntold(error)).map(reworded);
};

/** A registry without a type lacks a key, and is told as that. */
const isUntold = ({ keyword, params }: ErrorObject): boolean => {
  const { tagValue }: Readonly<Record<string, unknown>> = params;
  return keyword === 'discriminator' && tagValue === undefined;
};

/** The configuration's forms in words. */
export const FORMS: FormSource = {
  root: configurationSchema,
  patterns: { ...PATTERN_WORDS, [SECRET_ENV]: SECRET_ENV_WORDS },
};

/** The forms of a choice, with an example where the schema has one. */
const choiceText = ({ instancePath }: ErrorObject): string => {
  const here = schemasAt(configurationSchema, pointerOf(instancePath));
  const schema = here.find((one) => choicesOf(one).length > 0) ?? {};
  const examples = here.flatMap((one) => (Array.isArray(one['examples']) ? one['examples'] : []));
  const example = examples.length === 0 ? '' : `; for example ${JSON.stringify(examples[0])}`;
  return `${formOf(schema, FORMS)}${example}`;
};

const reworded = (error: ErrorObject): ErrorObject => {
  switch (error.keyword) {
    case 'oneOf':
      return { ...error, message: choiceText(error) };
    case 'discriminator': {
      const instancePath = `${error.instancePath}/type`;
      return { ...error, keyword: 'enum', instancePath, params: { allowedValues: REGISTRY_TYPES } };
    }
    default:
      return error;
  }
};
