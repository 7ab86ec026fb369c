/** AWS Security Token Service (query protocol, 2011-06-15), with refusals worded as AWS words them. */
import type { JsonObject, Role, Trust, World } from '../world.ts';
import type { IdTokens } from './id-token.ts';
import { roleArn } from './names.ts';
import type { Credentials, Sessions } from './sessions.ts';
import { type Answer, type Call, type Caller, escapeXml, type Refusal, refuse, text } from './wire.ts';

export interface StsContext {
  readonly sessions: Sessions;
  readonly idTokens: IdTokens;
  /** Whether a job token that was used once is refused. */
  readonly singleUseTokens: boolean;
  /** `jti` of the job tokens that were used. */
  readonly usedTokens: Set<string>;
}

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

const answer = (action: string, body: string): Answer => ({
  kind: 'xml',
  body:
    `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${body}</${action}Result>` +
    `<ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata></${action}Response>`,
});

interface RoleAsked {
  readonly account: string;
  readonly name: string;
  readonly arn: string;
  /** Absent when no such role exists: AWS tells that like a refusal. */
  readonly role?: Role;
}

/** The account and name in a role's ARN, with paths allowed before the name. */
export const parseRoleArn = (arn: string): { account: string; name: string } | undefined => {
  const match = /^arn:[a-z-]+:iam::(\d{12}):role\/(?:[\w+=,.@/-]*\/)?([\w+=,.@-]+)$/.exec(arn);
  return match?.[1] !== undefined && match[2] !== undefined ? { account: match[1], name: match[2] } : undefined;
};

const roleAsked = (call: Call): RoleAsked | undefined => {
  const arn = call.parameters.get('RoleArn') ?? '';
  const parsed = parseRoleArn(arn);
  if (!parsed) return undefined;
  const account = call.world.accounts[parsed.account];
  const role = account?.state === 'ACTIVE' ? account.roles[parsed.name] : undefined;
  return { ...parsed, arn, ...(role && { role }) };
};

const credentialsXml = (credentials: Credentials): string =>
  `<Credentials><AccessKeyId>${credentials.accessKeyId}</AccessKeyId>` +
  `<SecretAccessKey>${credentials.secretAccessKey}</SecretAccessKey>` +
  `<SessionToken>${credentials.sessionToken}</SessionToken>` +
  `<Expiration>${new Date(credentials.expiration).toISOString()}</Expiration></Credentials>`;

const sessionOf = (world: World, asked: RoleAsked, session: string): Caller => ({
  account: asked.account,
  arn: `arn:${world.partition}:sts::${asked.account}:assumed-role/${asked.name}/${session}`,
  role: asked.name,
});

const userXml = (caller: Caller, session: string): string =>
  `<AssumedRoleUser><AssumedRoleId>AROAEXAMPLE:${escapeXml(session)}</AssumedRoleId>` +
  `<Arn>${escapeXml(caller.arn)}</Arn></AssumedRoleUser>`;

/** The members `Tags.member.N.Key` and `.Value` of a form. */
const tagsOf = (parameters: URLSearchParams): string[] =>
  [...parameters.keys()].filter((key) => /^Tags\.member\.\d+\.Key$/.test(key));

const durationProblem = (call: Call, longest: number, chained: boolean): Refusal | undefined => {
  const seconds = Number(call.parameters.get('DurationSeconds') ?? 3600);
  if (!Number.isInteger(seconds) || seconds < 900 || seconds > 43_200) {
    return refuse(
      400,
      'ValidationError',
      `1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: ` +
        'Member must have value between 900 and 43200',
    );
  }
  if (chained && seconds > 3600) {
    return refuse(
      400,
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  }
  if (seconds > longest) {
    return refuse(
      400,
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  }
  return undefined;
};

const sessionNameProblem = (name: string): Refusal | undefined =>
  /^[\w+=,.@-]{2,64}$/.test(name)
    ? undefined
    : refuse(
        400,
        'ValidationError',
        `1 validation error detected: Value '${name}' at 'roleSessionName' failed to satisfy constraint: ` +
          'Member must satisfy regular expression pattern: [\\w+=,.@-]*',
      );

const trusts = (trust: Trust, caller: Caller, call: Call): boolean => {
  if (trust.kind !== 'principal') return false;
  const callerRole = caller.role === undefined ? undefined : roleArn(call.world.partition, caller.account, caller.role);
  if (trust.principal !== caller.account && trust.principal !== callerRole) return false;
  return trust.externalId === undefined || trust.externalId === call.parameters.get('ExternalId');
};

const assumeRole = (call: Call, caller: Caller, context: StsContext): Answer => {
  const asked = roleAsked(call);
  const session = call.parameters.get('RoleSessionName') ?? '';
  if (!asked) return refuse(400, 'ValidationError', `${call.parameters.get('RoleArn') ?? ''} is invalid`);
  const denied = (action: string): Refusal =>
    refuse(
      403,
      'AccessDenied',
      `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${asked.arn}`,
    );
  const badName = sessionNameProblem(session);
  if (badName) return badName;
  const found = asked.role?.trusts.filter((trust) => trusts(trust, caller, call)) ?? [];
  if (!asked.role || found.length === 0) return denied('sts:AssumeRole');
  const tagged = tagsOf(call.parameters).length > 0;
  if (tagged && !found.some((trust) => trust.kind === 'principal' && trust.tags)) return denied('sts:TagSession');
  const badDuration = durationProblem(call, asked.role.maxSession, caller.role !== undefined);
  if (badDuration) return badDuration;
  const assumed = sessionOf(call.world, asked, session);
  const seconds = Number(call.parameters.get('DurationSeconds') ?? 3600);
  const credentials = context.sessions.issue(assumed, seconds, call.now);
  return answer('AssumeRole', credentialsXml(credentials) + userXml(assumed, session));
};

const WEB_IDENTITY_PARAMETERS = new Set([
  'Action',
  'Version',
  'RoleArn',
  'RoleSessionName',
  'WebIdentityToken',
  'DurationSeconds',
]);

const tokenProblem = (claims: JsonObject, asked: RoleAsked, call: Call): Refusal | undefined => {
  const expiration = typeof claims['exp'] === 'number' ? claims['exp'] : 0;
  const now = Math.floor(call.now / 1000);
  if (now >= expiration) {
    return refuse(
      400,
      'ExpiredTokenException',
      `Token expired: current date/time ${now} must be before the expiration date/time ${expiration}`,
    );
  }
  const denied = refuse(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
  const roles = Object.values(call.world.accounts[asked.account]?.roles ?? {});
  const jobs = roles.flatMap(({ trusts: list }) => list.filter((trust) => trust.kind === 'job'));
  if (jobs.length === 0 || !asked.role) return denied;
  const issuer = text(claims, 'iss') ?? '';
  const ofIssuer = jobs.filter((trust) => trust.issuer === issuer);
  if (ofIssuer.length === 0) {
    return refuse(400, 'InvalidIdentityToken', `No OpenIDConnect provider found in your account for ${issuer}`);
  }
  const audience = text(claims, 'aud');
  if (!ofIssuer.some((trust) => trust.aud === audience)) {
    return refuse(400, 'InvalidIdentityToken', 'Incorrect token audience');
  }
  const subject = text(claims, 'sub') ?? '';
  const matches = asked.role.trusts.some(
    (trust) => trust.kind === 'job' && trust.issuer === issuer && trust.aud === audience && trust.sub.includes(subject),
  );
  return matches ? undefined : denied;
};

const assumeRoleWithWebIdentity = async (call: Call, context: StsContext): Promise<Answer> => {
  const unknown = [...call.parameters.keys()].find((key) => !WEB_IDENTITY_PARAMETERS.has(key));
  if (unknown !== undefined) {
    return refuse(400, 'ValidationError', `AssumeRoleWithWebIdentity takes no parameter ${unknown}`);
  }
  const asked = roleAsked(call);
  if (!asked) return refuse(400, 'ValidationError', 'Request ARN is invalid');
  const session = call.parameters.get('RoleSessionName') ?? '';
  const badName = sessionNameProblem(session);
  if (badName) return badName;
  const claims = await context.idTokens.verify(call.parameters.get('WebIdentityToken') ?? '');
  if (!claims)
    return refuse(
      400,
      'InvalidIdentityToken',
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
    );
  const badToken = tokenProblem(claims, asked, call) ?? durationProblem(call, asked.role?.maxSession ?? 0, false);
  if (badToken) return badToken;
  const id = text(claims, 'jti') ?? '';
  if (context.singleUseTokens && context.usedTokens.has(id)) {
    return refuse(403, 'IDPRejectedClaim', 'The identity token was used before');
  }
  if (context.singleUseTokens) context.usedTokens.add(id);
  const assumed = sessionOf(call.world, asked, session);
  const seconds = Number(call.parameters.get('DurationSeconds') ?? 3600);
  const credentials = context.sessions.issue(assumed, seconds, call.now);
  const subject = escapeXml(text(claims, 'sub') ?? '');
  return answer(
    'AssumeRoleWithWebIdentity',
    `${credentialsXml(credentials)}<SubjectFromWebIdentityToken>${subject}</SubjectFromWebIdentityToken>` +
      `<Audience>${escapeXml(text(claims, 'aud') ?? '')}</Audience>${userXml(assumed, session)}`,
  );
};

/** Answers one STS call. */
export const sts = async (call: Call, context: StsContext): Promise<Answer> => {
  if (call.name === 'AssumeRoleWithWebIdentity') return assumeRoleWithWebIdentity(call, context);
  if (!call.caller) return refuse(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token');
  switch (call.name) {
    case 'GetCallerIdentity': {
      const { account, arn } = call.caller;
      const id = call.caller.role === undefined ? 'AIDAEXAMPLE' : `AROAEXAMPLE:${arn.split('/').at(-1) ?? ''}`;
      return answer(
        'GetCallerIdentity',
        `<Arn>${escapeXml(arn)}</Arn><UserId>${escapeXml(id)}</UserId><Account>${account}</Account>`,
      );
    }
    case 'AssumeRole':
      return assumeRole(call, call.caller, context);
    default:
      return refuse(400, 'InvalidAction', `Could not find operation ${call.name} for version 2011-06-15`);
  }
};
