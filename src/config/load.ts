import { readFile } from 'node:fs/promises';
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
