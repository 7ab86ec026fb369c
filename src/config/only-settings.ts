import type { Problem } from '../model/problem.ts';
import { ONLY_KEYS, type Only, parseOnly } from './only.ts';
import { OPTIONS, type OptionValues } from './options/options.ts';
import { plainPath } from './repository.ts';

/** Files of a scan are named below the catalogue's directory. */
const belowDirectory = ({ file, ...only }: Only, directory: string = OPTIONS.directory.default): Only => {
  const prefix = `${plainPath(directory)}/`;
  if (file === undefined) return only;
  return { ...only, file: file.map((glob) => (glob.startsWith(prefix) ? glob.slice(prefix.length) : glob)) };
};

/** What a run is narrowed to by `--only`; what is wrong with it is added to the problems. */
export const onlySetting = (values: OptionValues, problems: Problem[]): { readonly only?: Only } => {
  if (values.only === undefined) return {};
  const { only, unknown } = parseOnly(values.only);
  const bad = (text: string): Problem => ({ rule: 'option-value', severity: 'error', subject: 'only', text });
  problems.push(
    ...unknown.map((item) => bad(`only expects ${ONLY_KEYS.join('=, ')}= and a glob, met ${JSON.stringify(item)}.`)),
  );
  return { only };
};

/** The same for a scan, whose files are named below the catalogue's directory. */
export const narrowedOnly = ({ only, directory }: OptionValues): { readonly only?: Only } =>
  only === undefined ? {} : { only: belowDirectory(parseOnly(only).only, directory) };
