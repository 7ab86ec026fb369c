import { createHash } from 'node:crypto';

/** One account and Region of the world. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

const LOWER = '0123456789abcdefghijklmnopqrstuvwxyz';
const UPPER = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MIXED = `${UPPER}abcdefghijklmnopqrstuvwxyz`;

const tenCharacters = (alphabet: string, parts: readonly string[]): string => {
  const hash = createHash('sha256').update(parts.join('\n')).digest();
  let text = '';
  for (const byte of hash.subarray(0, 10)) text += alphabet.charAt(byte % alphabet.length);
  return text;
};

/** A gateway's id as AWS forms it: the name in lower case and ten more characters, here equal for equal parts. */
export const gatewayId = (name: string, ...salt: string[]): string =>
  `${name.toLowerCase()}-${tenCharacters(LOWER, ['gateway', name, ...salt])}`;

/** A target's id as AWS forms it: ten characters, here equal for equal parts. */
export const targetId = (name: string, ...salt: string[]): string => tenCharacters(UPPER, ['target', name, ...salt]);

/** A runtime's id as AWS forms it: the name and ten more characters, here equal for equal parts. */
export const runtimeId = (name: string, ...salt: string[]): string =>
  `${name}-${tenCharacters(MIXED, ['runtime', name, ...salt])}`;

/** Domain names end in this. Unlisted partitions get the commercial one. */
export const dnsSuffix = (partition: string): string => {
  switch (partition) {
    case 'aws-cn':
      return 'amazonaws.com.cn';
    case 'aws-eusc':
      return 'amazonaws.eu';
    case 'aws-iso':
      return 'c2s.ic.gov';
    case 'aws-iso-b':
      return 'sc2s.sgov.gov';
    default:
      return 'amazonaws.com';
  }
};

/** `arn:aws:bedrock-agentcore:us-east-1:111111111111:<resource>`, with resource such as `gateway/<id>`. */
export const agentCoreArn = (partition: string, place: Place, resource: string): string =>
  `arn:${partition}:bedrock-agentcore:${place.region}:${place.account}:${resource}`;

/** The URL under which a gateway answers MCP. */
export const gatewayUrl = (partition: string, region: string, id: string): string =>
  `https://${id}.gateway.bedrock-agentcore.${region}.${dnsSuffix(partition)}/mcp`;

/** `arn:aws:iam::111111111111:role/<name>` */
export const roleArn = (partition: string, account: string, name: string): string =>
  `arn:${partition}:iam::${account}:role/${name}`;
