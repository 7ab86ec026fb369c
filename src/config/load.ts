import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { parseFile } from '../catalogue/read.ts';
import type { Configuration } from '../model/generated/configuration.ts';
import { validate } from '../model/generated/validate-configuration.js';
import type { Problem } from '../model/problem.ts';

export interface ConfigurationRead {
  /** Empty where there is none, or where it can't be used. */
  readonly configuration: Configuration;
  readonly problems: readonly Problem[];
}

/**
 * Reads the configuration file, strictly. A file that was not named may be absent; one that was named may not.
 * Problems carry line and column.
 */
export const loadConfiguration = async (path: string, named: boolean): Promise<ConfigurationRead> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (absent && !named) return { configuration: {}, problems: [] };
    return { configuration: {}, problems: [unreadable(path, absent)] };
  }
  return parseConfiguration(path, text);
};

/** Bytes of a configuration file at a commit. */
const LARGEST = 1024 * 1024;

/**
 * Reads the configuration as it is at a commit: whoever proposes a change is not judged by settings that come with it.
 * A commit without the file has an empty configuration. The path is relative to the working directory.
 */
export const loadConfigurationAt = async (ref: string, path: string): Promise<ConfigurationRead> => {
  const run = promisify(execFile);
  const git = (...words: string[]) => run('git', words, { encoding: 'utf8', maxBuffer: LARGEST });
  const shown = `${path} at ${ref}`;
  try {
    const { stdout } = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
    const object = `${stdout.trim()}:./${path.replace(/^\.\//, '')}`;
    const exists = await git('cat-file', '-e', object).then(
      () => true,
      () => false,
    );
    return exists
      ? parseConfiguration(shown, (await git('cat-file', 'blob', object)).stdout)
      : { configuration: {}, problems: [] };
  } catch {
    return {
      configuration: {},
      problems: [
        {
          rule: 'configuration-unreadable',
          severity: 'error',
          subject: ref,
          text: `Reading the configuration ${shown}: expected a commit of this repository, met none.`,
          hint: 'In a workflow, check out with fetch-depth: 0, or fetch the base commit first.',
        },
      ],
    };
  }
};

const unreadable = (path: string, absent: boolean): Problem => ({
  rule: 'configuration-unreadable',
  severity: 'error',
  subject: path,
  text: `Reading the configuration ${path}: expected a file, met ${absent ? 'none' : "something that can't be read"}.`,
  hint: 'Name another file with --config, or leave it out where agentcore-sync.yaml is meant.',
});

/** The configuration that a text holds, or everything that is wrong with it. */
export const parseConfiguration = (path: string, text: string): ConfigurationRead => {
  const parsed = parseFile(path, text);
  if ('problems' in parsed) return { configuration: {}, problems: parsed.problems };
  if (validate(parsed.value)) return { configuration: parsed.value, problems: [] };
  return {
    configuration: {},
    problems: (validate.errors ?? []).map((error) => ({
      rule: 'configuration-schema',
      severity: 'error',
      place: { file: path },
      subject: error.instancePath,
      text: `${error.instancePath} ${error.message}`,
    })),
  };
};
