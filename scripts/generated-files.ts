import { optionFiles } from './generate-options.ts';
import { schemaTypes, schemaValidators } from './generate-schemas.ts';

/** A file that is derived from another one, and its whole content. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** Everything that is generated, in no special order. */
export const generatedFiles = async (): Promise<GeneratedFile[]> => [
  ...(await schemaTypes()),
  ...(await schemaValidators()),
  ...(await optionFiles()),
];
