/** What CloudFormation's double makes of a template: the world's gateways, and what their attributes are. */
import { createHash } from 'node:crypto';
import { gateway as makeGateway, target as makeTarget } from '../resources.ts';
import type { Gateway, JsonObject, RegionContents, Target } from '../world.ts';
import { agentCoreArn, gatewayUrl, type Place } from './names.ts';
import type { ResourceChange, Stack, Template } from './stacks.ts';
import type { Call } from './wire.ts';

/** A value with CloudFormation's functions worked out. */
export const resolved = (value: unknown, attribute: (resource: string, name: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((one) => resolved(one, attribute));
  if (typeof value !== 'object' || value === null) return value;
  const [[key = '', inner] = [], ...more] = Object.entries(value);
  if (more.length === 0 && key === 'Ref') return attribute(String(inner), 'Ref');
  if (more.length === 0 && key === 'Fn::GetAtt' && Array.isArray(inner))
    return attribute(String(inner[0]), String(inner[1]));
  if (more.length === 0 && key === 'Fn::Join' && Array.isArray(inner)) {
    return (resolved(inner[1], attribute) as readonly string[]).join(String(inner[0]));
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, resolved(one, attribute)]));
};

const small = (value: unknown, free = false): unknown => {
  if (Array.isArray(value)) return value.map((one) => small(one));
  if (typeof value !== 'object' || value === null) return value;
  const name = (key: string): string => (free ? key : `${key.charAt(0).toLowerCase()}${key.slice(1)}`);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      name(key),
      small(one, ['Properties', 'Tags', 'CustomParameters'].includes(key)),
    ]),
  );
};

export const tail = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10);

/** Ids as Cognito makes them: `us-east-1_a1B2c3D4e`, and 26 letters and digits. */
const cognitoId = (type: string, of: string, { region }: Place): string | undefined => {
  const digits = createHash('sha256').update(of).digest('hex');
  if (type === 'AWS::Cognito::UserPool') return `${region}_${digits.slice(0, 9)}`;
  return type === 'AWS::Cognito::UserPoolClient' ? digits.slice(0, 26) : undefined;
};

/** What an attribute of a stack's resource is. */
export const attributeOf =
  ({ template, physical }: Pick<Stack, 'template' | 'physical'>, { world }: Call, place: Place) =>
  (resource: string, name: string): string => {
    const { Type = '', Properties = {} } = template.Resources[resource] ?? {};
    const gatewayName = String(Properties['Name'] ?? resource);
    const of = `${String(template.Resources['Gateway']?.Properties['Name'])}/${resource}`;
    const made = Type.endsWith('::Gateway')
      ? makeGateway({ name: gatewayName }).id
      : (cognitoId(Type, of, place) ?? `${resource}-${tail(resource)}`);
    const id = physical.get(resource) ?? made;
    if (name === 'GatewayIdentifier' || name === 'Ref') return id;
    if (name === 'GatewayUrl') return gatewayUrl(world.partition, place.region, id);
    if (name === 'GatewayArn') return agentCoreArn(world.partition, place, `gateway/${id}`);
    return `arn:aws:${name.toLowerCase()}:${place.region}:${place.account}:${id}`;
  };

interface Made {
  readonly id: string;
  readonly type: string;
  readonly properties: JsonObject;
}

const madeOf = (stack: Stack, call: Call, place: Place): readonly Made[] => {
  const attribute = attributeOf(stack, call, place);
  return Object.entries(stack.template.Resources).map(([id, { Type, Properties }]) => ({
    id,
    type: Type.replace('AWS::BedrockAgentCore::', ''),
    properties: small(resolved(Properties, attribute)) as JsonObject,
  }));
};

const targetFrom = ({ id, properties }: Made, { physical }: Stack): Target => {
  const { name, targetConfiguration, credentialProviderConfigurations } = properties;
  const imported = physical.get(id);
  return {
    ...makeTarget({ name: String(name), ...(imported === undefined ? {} : { id: imported }) }),
    configuration: targetConfiguration as JsonObject,
    ...(credentialProviderConfigurations === undefined
      ? {}
      : { outbound: credentialProviderConfigurations as readonly JsonObject[] as JsonObject[] }),
  };
};

const gatewayFrom = ({ id, properties }: Made, { physical }: Stack, targets: Target[]): Gateway => {
  const { name, description, protocolType, ...details } = properties;
  const imported = physical.get(id);
  return {
    ...makeGateway({
      name: String(name),
      protocolType: typeof protocolType === 'string' ? protocolType : null,
      ...(imported === undefined ? {} : { id: imported }),
      ...(typeof description === 'string' ? { description } : {}),
    }),
    authorizer: { type: 'OTHER', name: String(details['authorizerType']) },
    targets,
    details,
  };
};

const namesOf = (template: Template, type: string): readonly string[] =>
  Object.values(template.Resources)
    .filter(({ Type }) => Type === `AWS::BedrockAgentCore::${type}`)
    .map(({ Properties }) => String(Properties['Name']));

/**
 * Makes the world's gateways what a template says. Others of the account, and targets that no stack ever held or that one let
 * go, are not touched.
 */
export const settle = (
  stack: Stack,
  { call, place, contents }: { readonly call: Call; readonly place: Place; readonly contents: RegionContents },
  { before, changes }: { readonly before: Template; readonly changes: readonly ResourceChange[] },
): void => {
  const all = madeOf(stack, call, place);
  const released = new Set(changes.filter(({ policy }) => policy === 'Retain').map(({ id }) => id));
  const held = Object.fromEntries(Object.entries(before.Resources).filter(([id]) => !released.has(id)));
  const owned = new Set([
    ...namesOf({ Resources: held }, 'GatewayTarget'),
    ...namesOf(stack.template, 'GatewayTarget'),
  ]);
  const gateways = new Set([...namesOf({ Resources: held }, 'Gateway'), ...namesOf(stack.template, 'Gateway')]);
  const live = contents.gateways.filter(({ name }) => gateways.has(name));
  contents.gateways = contents.gateways.filter(({ name }) => !gateways.has(name));
  for (const made of all.filter(({ type }) => type === 'Gateway')) {
    const others = live
      .filter(({ name }) => name === made.properties['name'])
      .flatMap(({ targets }) => targets.filter(({ name }) => !owned.has(name)));
    const targets = all.filter(({ type }) => type === 'GatewayTarget').map((target) => targetFrom(target, stack));
    contents.gateways.push(gatewayFrom(made, stack, [...targets, ...others]));
  }
};
