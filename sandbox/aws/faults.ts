/** What can go wrong on request, and how each looks on the wire. */
import type { JsonObject } from '../world.ts';
import { type Answer, type Call, isJsonObject, json, refuse } from './wire.ts';

/**
 * - `deny`, `throttle`, `error` (500), `not-found` (deleted between list and get), `expired-page-token` (only requests that
 *   carry a token), `region-not-enabled`, `unrecognized-client`: AWS's refusal of that kind, in the service's own words.
 * - `reset` cuts the connection, `hang` never answers, `malformed` is JSON cut in the middle, `html` a proxy's page.
 * - `unknown-enum`, `unknown-union`: the true answer with values that no client knows yet.
 * - `page-token-loop`: every page names the same next page, for ever.
 * - `{ fields }`: the true answer with these members in place of its own, whatever they are.
 * - `{ slow }`: the true answer after so many milliseconds. `{ refuse }`: any refusal.
 */
export type Effect =
  | 'deny'
  | 'throttle'
  | 'error'
  | 'not-found'
  | 'expired-page-token'
  | 'region-not-enabled'
  | 'unrecognized-client'
  | 'reset'
  | 'hang'
  | 'malformed'
  | 'html'
  | 'unknown-enum'
  | 'unknown-union'
  | 'page-token-loop'
  | { readonly fields: JsonObject }
  | { readonly slow: number }
  | { readonly refuse: { readonly status: number; readonly code: string; readonly message: string } };

/** Hits the requests that match all fields given; of those only the `nth` (from 1), or the first `times`. */
export interface Fault {
  /** The account that the request is about: for AssumeRole the role's. */
  readonly account?: string;
  readonly region?: string;
  readonly service?: string;
  readonly call?: string;
  /** Id of a gateway, target or runtime; for AssumeRole the role's ARN. */
  readonly id?: string;
  readonly nth?: number;
  readonly times?: number;
  readonly effect: Effect;
}

/** What a fault is matched against. */
export interface Subject {
  readonly account: string;
  readonly region: string;
  readonly service: string;
  readonly call: string;
  readonly ids: readonly string[];
  readonly hasPageToken: boolean;
}

export interface Faults {
  /** Replaces the list; counting begins anew. */
  set(faults: readonly Fault[]): void;
  /** The effect on this request, if any: the first fault of the list that hits it. Counts it. */
  match(subject: Subject): Effect | undefined;
}

const concerns = (fault: Fault, subject: Subject): boolean =>
  (fault.account === undefined || fault.account === subject.account) &&
  (fault.region === undefined || fault.region === subject.region) &&
  (fault.service === undefined || fault.service === subject.service) &&
  (fault.call === undefined || fault.call === subject.call) &&
  (fault.id === undefined || subject.ids.includes(fault.id)) &&
  (fault.effect !== 'expired-page-token' || subject.hasPageToken);

export const createFaults = (initial: readonly Fault[]): Faults => {
  let counted = initial.map((fault) => ({ fault, met: 0 }));
  return {
    set(faults) {
      counted = faults.map((fault) => ({ fault, met: 0 }));
    },
    match(subject) {
      for (const entry of counted) {
        const { fault } = entry;
        if (!concerns(fault, subject)) continue;
        entry.met += 1;
        if (fault.nth !== undefined && entry.met !== fault.nth) continue;
        if (fault.times !== undefined && entry.met > fault.times) continue;
        return fault.effect;
      }
      return undefined;
    },
  };
};

/** `prefix:Call`, as policies name it. */
export const actionOf = (call: { readonly service: string; readonly name: string }): string =>
  `${call.service}:${call.name}`;

/** The refusal of a call that no policy allows, in the service's own code and words. */
export const denial = (call: Call): Answer => {
  const who = call.caller?.arn ?? 'anonymous';
  const message =
    `User: ${who} is not authorized to perform: ${actionOf(call)} on resource: * ` +
    `because no identity-based policy allows the ${actionOf(call)} action`;
  switch (call.service) {
    case 'sts':
      return call.name === 'AssumeRoleWithWebIdentity'
        ? refuse(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity')
        : refuse(
            403,
            'AccessDenied',
            `User: ${who} is not authorized to perform: ${actionOf(call)} on resource: ${call.parameters.get('RoleArn') ?? '*'}`,
          );
    case 'ec2':
      return refuse(403, 'UnauthorizedOperation', `You are not authorized to perform this operation. ${message}`);
    case 'bedrock-agentcore':
      return refuse(403, 'AccessDeniedException', message);
    case 's3':
    case 'cloudformation':
      return refuse(403, 'AccessDenied', message);
    default:
      return refuse(400, 'AccessDeniedException', message);
  }
};

/** The refusal of a key that AWS doesn't know; opt-in Regions that an account didn't enable answer the same. */
export const unrecognized = (service: string): Answer => {
  const message = 'The security token included in the request is invalid.';
  if (service === 'sts') return refuse(403, 'InvalidClientTokenId', message);
  if (service === 'ec2')
    return refuse(401, 'AuthFailure', 'AWS was not able to validate the provided access credentials');
  return refuse(service === 'bedrock-agentcore' ? 403 : 400, 'UnrecognizedClientException', message);
};

/** The refusal of a call above its rate, or of any call where a service is busy. */
export const throttled = (service: string): Answer => {
  switch (service) {
    case 'bedrock-agentcore':
      return refuse(429, 'ThrottlingException', 'Rate exceeded');
    case 'secretsmanager':
      return refuse(400, 'ThrottlingException', 'Rate exceeded');
    case 'sts':
    case 'cloudformation':
      return refuse(400, 'Throttling', 'Rate exceeded');
    case 's3':
      return refuse(503, 'SlowDown', 'Please reduce your request rate.');
    case 'ec2':
      return refuse(503, 'RequestLimitExceeded', 'Request limit exceeded.');
    default:
      return refuse(400, 'TooManyRequestsException', 'Rate exceeded');
  }
};

/** The refusal that an effect stands for; undefined for effects that leave or change the true answer. */
export const refusalOf = (effect: Effect | undefined, call: Call): Answer | undefined => {
  if (typeof effect === 'object') {
    return 'refuse' in effect ? refuse(effect.refuse.status, effect.refuse.code, effect.refuse.message) : undefined;
  }
  switch (effect) {
    case 'deny':
      return denial(call);
    case 'throttle':
      return throttled(call.service);
    case 'error':
      return refuse(500, 'InternalServerException', 'The service has met an internal error');
    case 'not-found':
      return refuse(
        call.service === 'bedrock-agentcore' ? 404 : 400,
        'ResourceNotFoundException',
        'The resource was not found',
      );
    case 'expired-page-token':
      return refuse(400, 'ValidationException', 'The pagination token has expired');
    case 'region-not-enabled':
      return call.service === 'sts'
        ? refuse(
            403,
            'RegionDisabledException',
            `STS is not activated in this region for account:${call.caller?.account ?? ''}`,
          )
        : unrecognized(call.service);
    case 'unrecognized-client':
      return unrecognized(call.service);
    default:
      return undefined;
  }
};

/** Members whose values are taken from a closed list of the service model. */
const ENUMS = ['status', 'authorizerType', 'protocolType', 'targetType', 'serverProtocol', 'State'];
/** Members that are unions of the service model. */
const UNIONS = ['authorizerConfiguration', 'targetConfiguration'];

const changed = (value: JsonObject, change: (key: string) => JsonObject[string] | undefined): JsonObject =>
  Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const replaced = change(key);
      if (replaced !== undefined) return [key, replaced];
      if (Array.isArray(member))
        return [key, member.map((item) => (isJsonObject(item) ? changed(item, change) : item))];
      return [key, isJsonObject(member) ? changed(member, change) : member];
    }),
  );

/** A page token that leads back to the first page for ever. */
export const LOOPING_TOKEN = 'c2FuZGJveC1zYW1lLXBhZ2UtZm9yLWV2ZXI';

/** The true answer as an effect changes it. */
export const distorted = (effect: Effect | undefined, answer: Answer): Answer => {
  if (answer.kind !== 'json') return answer;
  if (typeof effect === 'object') {
    return 'fields' in effect ? json({ ...answer.body, ...effect.fields }) : answer;
  }
  switch (effect) {
    case 'unknown-enum':
      return json(changed(answer.body, (key) => (ENUMS.includes(key) ? 'QUANTUM' : undefined)));
    case 'unknown-union':
      return json(changed(answer.body, (key) => (UNIONS.includes(key) ? { quantum: { entangled: true } } : undefined)));
    case 'page-token-loop':
      return json({
        ...answer.body,
        ...('Accounts' in answer.body ? { NextToken: LOOPING_TOKEN } : { nextToken: LOOPING_TOKEN }),
      });
    default:
      return answer;
  }
};
