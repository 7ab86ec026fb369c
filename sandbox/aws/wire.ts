import type { Json, JsonObject, World } from '../world.ts';

/** Who signed a request. */
export interface Caller {
  readonly account: string;
  readonly arn: string;
  /** Role whose session it is; absent for the user that the environment's long-term key belongs to. */
  readonly role?: string;
}

/** A request, parsed as far as all services share. */
export interface Call {
  /** Signing name: `bedrock-agentcore`, `sts`, `organizations`, `ec2`, `cognito-idp`, `secretsmanager`, `cloudformation`, `s3`. */
  readonly service: string;
  readonly name: string;
  readonly region: string;
  /** Absent only for AssumeRoleWithWebIdentity, which is not signed. */
  readonly caller?: Caller;
  /** Path segments, decoded. */
  readonly segments: readonly string[];
  /** Query of a REST call; form of a query-protocol call. */
  readonly parameters: URLSearchParams;
  /** Body of a JSON call. */
  readonly body: JsonObject;
  readonly world: World;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What a service answers: a document, or a refusal. XML services give their document as text. */
export type Answer =
  | { readonly kind: 'json'; readonly body: JsonObject }
  | { readonly kind: 'xml'; readonly body: string }
  | Refusal;

export interface Refusal {
  readonly kind: 'refusal';
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export const refuse = (status: number, code: string, message: string): Refusal => ({
  kind: 'refusal',
  status,
  code,
  message,
});

export const json = (body: JsonObject): Answer => ({ kind: 'json', body });

/** A page of `items` and the token of the next one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken?: string;
}

export interface PageRequest {
  readonly token: string | null;
  readonly size: number;
  /** What the token belongs to: a token of another listing is refused. */
  readonly scope: string;
}

/** Cuts a page. The token names the last item shown, so that a listing goes on rightly when items come and go; undefined: not our token. */
export const page = <T>(all: readonly T[], idOf: (item: T) => string, request: PageRequest): Page<T> | undefined => {
  let start = 0;
  if (request.token !== null) {
    const [scope, offset, last] = Buffer.from(request.token, 'base64url').toString('utf8').split('\n');
    if (scope !== request.scope || offset === undefined) return undefined;
    const found = all.findIndex((item) => idOf(item) === last);
    start = found < 0 ? Number(offset) - 1 : found + 1;
  }
  const items = all.slice(start, start + request.size);
  const end = start + items.length;
  const last = items.at(-1);
  if (last === undefined || end >= all.length) return { items };
  return { items, nextToken: Buffer.from(`${request.scope}\n${end}\n${idOf(last)}`).toString('base64url') };
};

/** Text as it stands in XML. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The string under `key`, or undefined. */
export const text = (body: JsonObject, key: string): string | undefined => {
  const value = body[key];
  return typeof value === 'string' ? value : undefined;
};

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
