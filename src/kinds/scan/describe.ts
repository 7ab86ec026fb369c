import type { AuthorizerConfiguration } from '@aws-sdk/client-bedrock-agentcore-control';
import { splitArn } from '../../model/arn.ts';
import type { Authorizer } from '../../model/generated/entry.ts';
import type { FieldReader } from './fields.ts';

/** A value or member of a union that this version does not know. It is kept, and told. */
export interface Unknown {
  readonly field: string;
  readonly value: string;
}

/** An AWS answer reduced to the fields we use, or why that could not be done. */
export type Described<Value> =
  | { readonly ok: true; readonly value: Value; readonly unknown: readonly Unknown[] }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Where a resource is, and what it is called there: what its answer must agree with. */
export interface ResourcePlace {
  readonly account: string;
  readonly region: string;
  /** The id by which a listing showed it. */
  readonly id?: string | undefined;
}

/** Bounds of an entry's `source`, as its schema has them. */
export const BOUNDS = {
  name: 200,
  description: 4096,
  url: 2048,
  type: 64,
  id: 200,
  arn: 600,
  texts: { most: 500, length: 512 },
  summaries: 1000,
  interceptors: 50,
  outbound: 20,
} as const;

/** The name of a union's only member that is set; the SDK keeps one that it does not know under `$unknown`. */
export const unionMember = (union: object): { readonly name: string; readonly known: boolean } | undefined => {
  const unknown: unknown = Reflect.get(union, '$unknown');
  if (Array.isArray(unknown)) return { name: String(unknown[0]).slice(0, BOUNDS.type), known: false };
  const name = Object.keys(union).find((key) => Reflect.get(union, key) !== undefined);
  return name === undefined ? undefined : { name, known: true };
};

/** Notes a value that is not in a closed list. */
export const noteUnknown = (
  unknown: Unknown[],
  field: string,
  value: string | undefined,
  known: readonly string[],
): void => {
  if (value !== undefined && !known.includes(value)) unknown.push({ field, value });
};

/** Checks that an ARN names the service, the account and the Region that were asked, and the resource that was. */
export const checkArn = (
  arn: string,
  { account, region, id }: ResourcePlace,
  { reader, type }: { readonly reader: FieldReader; readonly type: string },
): void => {
  const named = splitArn(arn);
  const met = `met ${arn.slice(0, 200).toWellFormed()}`;
  if (
    named.service !== 'bedrock-agentcore' ||
    named.region !== region ||
    named.account !== account ||
    !arn.isWellFormed()
  ) {
    reader.fault(`ARN: expected one of account ${account} in ${region}, ${met}`);
  } else if (id !== undefined && named.resource.startsWith(`${type}/`) && named.resource !== `${type}/${id}`) {
    // Emulators name resources in forms of their own, which the documented one is not compared with.
    reader.fault(`ARN: expected one of ${type} ${id}, ${met}`);
  }
};

/** Checks that an answer is about the resource that was asked for. */
export const checkId = (name: string, met: string, expected: string | undefined, reader: FieldReader): void => {
  if (expected !== undefined && met !== '' && met !== expected) {
    reader.fault(`${name}: expected ${expected}, met ${met.slice(0, 100)}`);
  }
};

const JWT = 'CUSTOM_JWT';
const AUTHORIZER_TYPES = [JWT, 'AWS_IAM', 'NONE', 'AUTHENTICATE_ONLY'];

const jwtFields = (configuration: AuthorizerConfiguration, reader: FieldReader): Omit<Authorizer, 'type'> => {
  const jwt = reader.structure('customJWTAuthorizer', configuration.customJWTAuthorizer);
  const texts = (name: string, value: unknown): string[] | undefined => reader.texts(name, value, BOUNDS.texts);
  const allowedClients = texts('allowedClients', jwt?.allowedClients);
  const allowedAudience = texts('allowedAudience', jwt?.allowedAudience);
  const allowedScopes = texts('allowedScopes', jwt?.allowedScopes);
  return {
    discoveryUrl: reader.required('discoveryUrl', jwt?.discoveryUrl, BOUNDS.url),
    ...(allowedClients ? { allowedClients } : {}),
    ...(allowedAudience ? { allowedAudience } : {}),
    ...(allowedScopes ? { allowedScopes } : {}),
  };
};

/**
 * Who may call a resource. `type` is what AWS says; runtimes say nothing and have JWT where a configuration is, IAM where
 * none is. A configuration of an unknown kind is told, and its member's name stands for a type that AWS does not say.
 */
export const describeAuthorizer = (
  type: string | undefined,
  configuration: AuthorizerConfiguration | undefined,
  notes: { readonly reader: FieldReader; readonly unknown: Unknown[] },
): Authorizer => {
  const union = notes.reader.structure('authorizerConfiguration', configuration);
  const member = union === undefined ? undefined : unionMember(union);
  noteUnknown(notes.unknown, 'authorizerType', type, AUTHORIZER_TYPES);
  if (member?.known === false) {
    notes.unknown.push({ field: 'authorizerConfiguration', value: member.name });
    return { type: type ?? member.name };
  }
  if (union?.customJWTAuthorizer) return { type: type ?? JWT, ...jwtFields(union, notes.reader) };
  if (type === JWT) notes.reader.fault('authorizerConfiguration: expected customJWTAuthorizer, met nothing');
  return { type: type ?? 'AWS_IAM' };
};
