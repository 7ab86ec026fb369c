import { stringify } from 'yaml';
import type { GatewayDefinition } from '../model/generated/gateway.ts';

/** The order in which a definition's keys are written. */
const ORDER: readonly (keyof GatewayDefinition)[] = [
  'kind',
  'form',
  'description',
  'role',
  'protocol',
  'authorizer',
  'policies',
  'interceptors',
  'webAcl',
  'kmsKey',
  'debugErrors',
  'providers',
  'targets',
  'tags',
  'extra',
];

/**
 * A definition's text: keys in one order, the same for the same definition. `above`: lines of comment.
 */
export const definitionText = (definition: GatewayDefinition, above: readonly string[] = []): string => {
  const sorted = Object.fromEntries(
    ORDER.flatMap((key) => (definition[key] === undefined ? [] : [[key, definition[key]] as const])),
  );
  return `${above.map((line) => `# ${line}\n`).join('')}${stringify(sorted, { lineWidth: 0, aliasDuplicateObjects: false, version: '1.2' })}`;
};
