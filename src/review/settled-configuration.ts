import { resolveCommit } from '../catalogue/read-history.ts';
import { pathsInHistory } from '../catalogue/repository-path.ts';
import {
  changedWidening,
  foldersText,
  heldBack,
  judgedFolders,
  type Widening,
  wideningOf,
  withWidening,
} from '../config/widening.ts';
import { parseSyntax } from '../document/read.ts';
import { CONFIGURATION_LIMITS, plainMap } from '../document/syntax.ts';
import { openFileHistory } from '../forge/github/file-history.ts';
import { type GithubContext, withRepository } from '../forge/github/open.ts';
import { readRepositoryFacts } from '../forge/github/settings.ts';
import { type Bringer, type Settled, settleSettings } from '../forge/github/settled.ts';
import { SyncError } from '../model/errors.ts';
import type { Configuration } from '../model/generated/configuration.ts';
import { validate } from '../model/generated/validate-configuration.js';
import type { Problem } from '../model/problem.ts';

/** The configuration of the commit that is checked out, and where it and the entries lie. */
export interface SettledQuestion {
  readonly configuration: Configuration;
  /** The configuration file and the catalogue's directory, as given. */
  readonly config: string;
  readonly directory: string;
}

export interface SettledConfiguration {
  readonly configuration: Configuration;
  readonly problems: readonly Problem[];
}

const LONGEST_VALUE = 120;

/** A value as the problem shows it. */
const valueText = (value: unknown): string => {
  if (value === undefined) return 'no value';
  const text = JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
};

/** The value of a setting; of a registry that was not there before, all that is said of it. */
const shown = (name: string, here: Widening, { registry, registries }: Configuration): unknown => {
  const [, added] = here.has(name) ? [] : (/^registries\.(.*)$/.exec(name) ?? []);
  return added === undefined ? here.get(name) : (registries?.[added] ?? registry);
};

const bringerText = (by: Bringer): string =>
  'number' in by ? `pull request ${by.number}` : `commit ${by.commit.slice(0, 12)}`;

const pendingProblem = (
  name: string,
  by: Bringer | undefined,
  given: { readonly here: Widening; readonly holding: Widening } & SettledQuestion,
): Problem => {
  const { here, holding, configuration, config, directory } = given;
  const folders = foldersText(judgedFolders(configuration, directory));
  const came =
    by === undefined
      ? `is not what the history of ${config} on the default branch says`
      : `came with ${bringerText(by)}, which also changes files below ${folders}`;
  return {
    rule: 'widened-with-entries',
    severity: 'warning',
    place: { file: config },
    subject: name,
    text: `${name}: ${valueText(shown(name, here, configuration))} ${came}. It doesn't count: what was there before holds (${valueText(holding.get(name))}).`,
    hint: `Bring it in a pull request that changes nothing below ${folders}. For this very value: take it back in one pull request, and set it again in another.`,
  };
};

const endless = (config: string): Problem => ({
  rule: 'settings-history',
  severity: 'notice',
  subject: config,
  text: `The history of ${config} is longer than what is read: what nothing in that part changed counts as it stands in its oldest version.`,
});

/** The values that a version of the file holds, whatever schema it was written for. */
const readVersion = (config: string) => {
  const known = new Map<string, Widening | undefined>();
  return (text: string): Widening | undefined => {
    if (!known.has(text)) {
      const syntax = parseSyntax(config, text, CONFIGURATION_LIMITS);
      const isEmpty = text.replaceAll(/#.*/g, '').trim() === '';
      known.set(text, 'root' in syntax ? wideningOf(plainMap(syntax.root)) : isEmpty ? new Map() : undefined);
    }
    return known.get(text);
  };
};

const readSettled = (context: GithubContext, { configuration, config, directory }: SettledQuestion): Promise<Settled> =>
  withRepository(context, async (repository) => {
    const { defaultBranch } = await readRepositoryFacts(repository);
    const [file = config, ...folders] = await pathsInHistory([config, ...judgedFolders(configuration, directory)]);
    return settleSettings(openFileHistory(repository), {
      file,
      folders,
      tip: await resolveCommit('.', 'HEAD'),
      defaultBranch,
      read: readVersion(config),
      changed: changedWidening,
    });
  });

/**
 * The configuration with what widens trust as it holds: only what came to the default branch without any change of
 * entries counts. What stands in the file and doesn't count is told.
 * @throws SyncError github, catalogue: the history can't be read. configuration/invalid: what holds fits no schema any more
 */
export const settledConfiguration = async (
  context: GithubContext,
  question: SettledQuestion,
): Promise<SettledConfiguration> => {
  const here = wideningOf({ ...question.configuration });
  const { values: holding, pending, whole } = await readSettled(context, question);
  const configuration = withWidening({ ...question.configuration }, holding);
  if (!validate(configuration)) {
    throw new SyncError(
      'configuration',
      'invalid',
      `Judging ${question.config} by its history: what holds does not fit the schema of this release.`,
      { hint: `Bring ${[...pending.map(({ name }) => name)].join(', ')} in a pull request without entries.` },
    );
  }
  const given = { ...question, here, holding: wideningOf({ ...configuration }) };
  const problems = heldBack({ ...question.configuration }, holding).map((name) =>
    pendingProblem(name, pending.find((it) => it.name === name || it.name.startsWith(`${name}.`))?.by, given),
  );
  return { configuration, problems: [...problems, ...(whole ? [] : [endless(question.config)])] };
};
