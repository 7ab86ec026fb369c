import type { Definition } from './definition.ts';
import type { Files } from './documents.ts';
import { GATEWAY } from './permissions.ts';
import { attribute, given, joined, logicalId, type Resource, type TemplateValue, tagList } from './template.ts';
import type { GatewayWorld } from './world.ts';

/** The logical name of the policy engine that is made. */
export const POLICY_ENGINE = 'PolicyEngine';

/** What stands in a Cedar file for the ARN of the gateway that it belongs to. */
export const GATEWAY_PLACE = '{{gateway}}';

/** Where the cases stand below `gateways/`: who may call what. */
export const POLICY_TESTS = 'policies/tests.yaml';

/** Where a policy of a definition lies below `gateways/`. */
export const policyPath = (file: string): string => `policies/${file}`;

/** The text of a Cedar file; undefined where there is none. */
export const policyText = (file: string, files: Files): string | undefined => files.get(policyPath(file));

/** A name as policies and engines have it: letters, digits and `_`, a letter first. */
const plainName = (text: string): string => {
  const plain = text.replaceAll(/[^A-Za-z0-9]+/g, '_');
  return /^[A-Za-z]/.test(plain) ? plain : `p_${plain}`;
};

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
        Name: plainName(file.replace(/\.cedar$/, '')),
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
