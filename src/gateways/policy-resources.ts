import { createHash } from 'node:crypto';
import type { Definition } from './definition.ts';
import type { Files } from './documents.ts';
import { GATEWAY, POLICY_ENGINE } from './permissions.ts';
import { attribute, given, joined, logicalId, type Resource, type TemplateValue, tagList } from './template.ts';
import type { GatewayWorld } from './world.ts';

/** What stands in a Cedar file for the ARN of the gateway that it belongs to. */
export const GATEWAY_PLACE = '{{gateway}}';

/** Where the cases stand below `gateways/`: who may call what. */
export const POLICY_TESTS = 'policies/tests.yaml';

/** Where a policy of a definition lies below `gateways/`. */
export const policyPath = (file: string): string => `policies/${file}`;

/** The text of a Cedar file; undefined where there is none. */
export const policyText = (file: string, files: Files): string | undefined => files.get(policyPath(file));

/** Characters of a policy's or an engine's name. */
const LONGEST_NAME = 48;

/** A name as policies and engines have it: letters, digits and `_`, a letter first. One that is too long ends with a digest of it. */
const plainName = (text: string): string => {
  const letters = text.replaceAll(/[^A-Za-z0-9]+/g, '_');
  const plain = /^[A-Za-z]/.test(letters) ? letters : `p_${letters}`;
  if (plain.length <= LONGEST_NAME) return plain;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${plain.slice(0, LONGEST_NAME - digest.length - 1)}_${digest}`;
};

/** What AWS calls the policy of a Cedar file. */
export const policyName = (file: string): string => plainName(file.replace(/\.cedar$/, ''));

const withArn = (text: string): TemplateValue => {
  const parts = text.split(GATEWAY_PLACE);
  return joined(parts.flatMap((part, at) => (at === 0 ? [part] : [attribute(GATEWAY, 'GatewayArn'), part])));
};

/** The engine and its policies, where the definition brings them. */
export const engineResources = (
  { value, place }: Definition,
  world: GatewayWorld,
): Readonly<Record<string, Resource>> => {
  const { policies } = value;
  if (policies === undefined || policies.engine !== undefined) return {};
  const rows = (policies.files ?? []).map((file): readonly [string, Resource] => [
    logicalId('Policy', file.replace(/\.cedar$/, '')),
    {
      Type: 'AWS::BedrockAgentCore::Policy',
      Properties: {
        PolicyEngineId: attribute(POLICY_ENGINE, 'PolicyEngineId'),
        Name: policyName(file),
        Definition: { Cedar: { Statement: withArn(policyText(file, world.files) ?? '') } },
        ValidationMode: 'FAIL_ON_ANY_FINDINGS',
      },
    },
  ]);
  return {
    [POLICY_ENGINE]: {
      Type: 'AWS::BedrockAgentCore::PolicyEngine',
      Properties: given({ Name: plainName(place.name), Tags: tagList(value.tags) }),
    },
    ...Object.fromEntries(rows),
  };
};
