import { fieldsDocument } from '../src/registries/mcp-gateway-registry/fields-document.ts';
import { keyPages } from './generate-configuration.ts';
import { iamPage } from './generate-iam.ts';
import { optionFiles } from './generate-options.ts';
import { resourceKinds, schemaFiles, schemaTypes, schemaValidators } from './generate-schemas.ts';
import { trustPage } from './generate-trust.ts';
import { workflowFiles } from './generate-workflows.ts';

/** A file that is derived from another one, and its whole content. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** Everything that is generated, in no special order. */
export const generatedFiles = async (): Promise<GeneratedFile[]> => [
  ...(await schemaFiles()),
  ...(await schemaTypes()),
  resourceKinds(),
  ...(await schemaValidators()),
  ...(await optionFiles()),
  ...(await keyPages()),
  ...(await workflowFiles()),
  await trustPage(),
  iamPage(),
  { path: 'docs/registry-fields.md', text: fieldsDocument() },
];
