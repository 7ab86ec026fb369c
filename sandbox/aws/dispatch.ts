/** From one request to what comes of it: who calls, which fault, quota and policy hold, and which service answers. */
import type { IncomingMessage } from 'node:http';
import type { World } from '../world.ts';
import { agentCore } from './agentcore.ts';
import { cloudFormation } from './cloudformation.ts';
import { ec2 } from './ec2.ts';
import {
  actionOf,
  denial,
  distorted,
  type Effect,
  type Faults,
  LOOPING_TOKEN,
  refusalOf,
  throttled,
  unrecognized,
} from './faults.ts';
import type { Log } from './log.ts';
import { organizations } from './organizations.ts';
import { type HttpAnswer, httpAnswer, type Named, nameCall, signatureOf } from './protocol.ts';
import type { Meter } from './quotas.ts';
import { s3 } from './s3.ts';
import { cognito, secretsManager } from './secrets.ts';
import type { Sessions } from './sessions.ts';
import type { CloudFormation } from './stacks.ts';
import { parseRoleArn, type StsContext, sts } from './sts.ts';
import { type Answer, type Call, type Caller, refuse } from './wire.ts';

/** Everything that one server keeps between requests. */
export interface Context {
  readonly world: World;
  /** Region of calls that are not signed. */
  readonly region: string;
  /** No page of any listing is longer. */
  readonly pageLimit: number;
  readonly now: () => number;
  readonly sessions: Sessions;
  readonly stsContext: StsContext;
  readonly faults: Faults;
  readonly meter: Meter | undefined;
  readonly cloud: CloudFormation;
  readonly log: Log;
}

const accountOf = (call: Call): string =>
  parseRoleArn(call.parameters.get('RoleArn') ?? '')?.account ?? call.caller?.account ?? '';

const permits = (world: World, { service, name, caller }: Call): boolean => {
  if (caller?.role === undefined || name === 'GetCallerIdentity') return true;
  const allow = world.accounts[caller.account]?.roles[caller.role]?.allow;
  const action = actionOf({ service, name });
  return allow?.some((it) => it === action || (it.endsWith('*') && action.startsWith(it.slice(0, -1)))) ?? true;
};

const regionProblem = ({ world, region, service }: Call, account: string): Answer | undefined => {
  if (service !== 'bedrock-agentcore') return undefined;
  if (!world.agentCoreRegions.includes(region)) {
    return refuse(404, 'UnknownOperationException', `AgentCore is not offered in ${region}`);
  }
  const owner = world.accounts[account];
  const optIn = world.regions.some((it) => it.name === region && it.optIn);
  const enabled = owner?.optedIn.includes(region) || owner?.regions[region] !== undefined;
  return optIn && !enabled ? unrecognized(service) : undefined;
};

const answerOf = async (call: Call, context: Context): Promise<Answer> => {
  const { pageLimit } = context;
  if (call.service === 'sts') return sts(call, context.stsContext);
  if (!call.caller) return refuse(403, 'MissingAuthenticationTokenException', 'Missing Authentication Token');
  const { account } = call.caller;
  switch (call.service) {
    case 'bedrock-agentcore':
      return regionProblem(call, account) ?? agentCore(call, account, pageLimit);
    case 'organizations':
      return organizations(call, account, pageLimit);
    case 'ec2':
      return ec2(call, account);
    case 'cognito-idp':
      return cognito(call, account);
    case 'secretsmanager':
      return secretsManager(call, account);
    case 's3':
      return s3(call);
    case 'cloudformation':
      return cloudFormation(call, account, context.cloud);
    default:
      return refuse(404, 'UnknownOperationException', `the sandbox has no service ${call.service}`);
  }
};

/** The token of a page, wherever the service's protocol carries it; a looping one is taken off, so that the first page comes again. */
const takePageToken = (named: Named): { named: Named; hasPageToken: boolean } => {
  const token = named.parameters.get('nextToken') ?? named.body['nextToken'] ?? named.body['NextToken'];
  if (token !== LOOPING_TOKEN) return { named, hasPageToken: token !== undefined };
  const parameters = new URLSearchParams(named.parameters);
  parameters.delete('nextToken');
  const { NextToken: _, nextToken: __, ...body } = named.body;
  return { named: { ...named, parameters, body }, hasPageToken: true };
};

/** What happens to a request: an answer after `slow` more milliseconds, a cut connection, or nothing at all. */
export type Outcome =
  | { readonly kind: 'answer'; readonly http: HttpAnswer; readonly slow: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' };

const withEffect = (effect: Effect | undefined, service: string, answer: Answer): Outcome => {
  const http = httpAnswer(service, distorted(effect, answer));
  switch (effect) {
    case 'reset':
    case 'hang':
      return { kind: effect };
    case 'malformed':
      return {
        kind: 'answer',
        slow: 0,
        http: { ...http, status: 200, body: http.body.slice(0, http.body.length / 2) },
      };
    case 'html': {
      const body = '<html><body><h1>502 Bad Gateway</h1></body></html>';
      return { kind: 'answer', slow: 0, http: { status: 200, headers: { 'content-type': 'text/html' }, body } };
    }
    default:
      return { kind: 'answer', slow: typeof effect === 'object' && 'slow' in effect ? effect.slow : 0, http };
  }
};

const handleCall = async (call: Call, hasPageToken: boolean, context: Context): Promise<Outcome> => {
  const { service, name, region } = call;
  const account = accountOf(call);
  const arn = call.parameters.get('RoleArn');
  const ids = arn === null ? call.segments.filter((_, index) => index % 2 === 1) : [arn];
  const inRate =
    service !== 'bedrock-agentcore' || (context.meter?.({ account, region, call: name }, call.now) ?? true);
  const subject = { account, region, service, call: name, ids, hasPageToken };
  const effect = inRate ? context.faults.match(subject) : undefined;
  const refused = inRate ? refusalOf(effect, call) : throttled(service);
  const answer = refused ?? (permits(context.world, call) ? await answerOf(call, context) : denial(call));
  context.log.add(call, account, answer.kind === 'refusal' ? answer.code : undefined);
  return withEffect(effect, service, answer);
};

/** Finds out who calls what, and what comes of it. The key and its session token tell who; signatures are not verified. */
export const handle = async (request: IncomingMessage, body: string, context: Context): Promise<Outcome> => {
  const signature = signatureOf(request.headers.authorization);
  const service = signature?.service ?? 'sts';
  const refusal = (answer: Answer): Outcome => ({ kind: 'answer', http: httpAnswer(service, answer), slow: 0 });
  const found = nameCall(service, request, body);
  if (!found) return refusal(refuse(404, 'UnknownOperationException', 'the sandbox has no such call'));
  const now = context.now();
  let caller: Caller | undefined;
  if (signature) {
    const token = request.headers['x-amz-security-token'];
    const identified = context.sessions.identify(
      signature.accessKeyId,
      typeof token === 'string' ? token : undefined,
      now,
    );
    if (identified.kind === 'unknown') return refusal(unrecognized(service));
    if (identified.kind === 'expired') {
      const code = service === 'sts' ? 'ExpiredToken' : 'ExpiredTokenException';
      return refusal(refuse(403, code, 'The security token included in the request is expired'));
    }
    caller = identified.caller;
  }
  const { named, hasPageToken } = takePageToken(found);
  const region = signature?.region ?? context.region;
  const call: Call = { ...named, service, region, world: context.world, now, ...(caller && { caller }) };
  return handleCall(call, hasPageToken, context);
};
