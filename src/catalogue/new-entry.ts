import { sourceData } from '../kinds/table.ts';
import type { Source } from '../model/resource.ts';
import { yamlLines, yamlScalar } from './yaml-text.ts';

/** What a scan writes once into `registration`; from then on the block belongs to people. */
export interface FirstRegistration {
  readonly path: string;
  /** Only where the path got a suffix: otherwise the name follows from `source`. */
  readonly name?: string;
}

/** The text of a new entry file: block style, fixed order of keys, lists sorted, one line end at the end. */
export const newEntryText = (source: Source, registration: FirstRegistration): string =>
  [
    `kind: ${source.kind}`,
    'source: # from AWS; rewritten by every scan',
    ...yamlLines(sourceData(source)).map((line) => `  ${line}`),
    'registration: # yours; written once, never rewritten',
    `  path: ${yamlScalar(registration.path)}`,
    ...(registration.name === undefined ? [] : [`  name: ${yamlScalar(registration.name)}`]),
    '',
  ].join('\n');
