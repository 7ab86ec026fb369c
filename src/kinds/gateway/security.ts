import type { GatewayInterceptorConfiguration, GetGatewayResponse } from '@aws-sdk/client-bedrock-agentcore-control';
import { compareTexts } from '../../model/compare-texts.ts';
import type { GatewaySecurity, Interceptor } from '../../model/generated/entry.ts';
import { BOUNDS, noteUnknown, type Unknown, unionMember } from '../scan/describe.ts';
import type { FieldReader } from '../scan/fields.ts';

const MODES = ['ENFORCE', 'LOG_ONLY'];
const LEVELS = ['DEBUG'];
const SEARCHES = ['SEMANTIC'];
const FAILURES = ['FAIL_OPEN', 'FAIL_CLOSE'];

interface Notes {
  readonly reader: FieldReader;
  readonly unknown: Unknown[];
}

const interceptorOf = (
  met: Partial<GatewayInterceptorConfiguration>,
  { reader, unknown }: Notes,
): Interceptor | undefined => {
  const union = reader.structure('interceptor', met.interceptor);
  const member = union === undefined ? undefined : unionMember(union);
  if (member?.known === false) unknown.push({ field: 'interceptor', value: member.name });
  const arn = reader.optional("interceptor's ARN", union?.lambda?.arn, BOUNDS.arn);
  if (arn === undefined) return undefined;
  const points = reader.texts('interceptionPoints', met.interceptionPoints, BOUNDS.texts);
  return {
    arn,
    ...(points ? { points } : {}),
    ...(met.inputConfiguration?.passRequestHeaders === true ? { headers: true } : {}),
  };
};

const interceptorsOf = (gateway: Partial<GetGatewayResponse>, notes: Notes): Interceptor[] => {
  const { interceptorConfigurations: met = [] } = gateway;
  if (!Array.isArray(met)) {
    notes.reader.fault('interceptorConfigurations: expected a list');
    return [];
  }
  if (met.length > BOUNDS.interceptors) {
    notes.reader.fault(`interceptorConfigurations: expected at most ${BOUNDS.interceptors}, met ${met.length}`);
  }
  const key = (one: Interceptor): string => JSON.stringify([one.arn, one.points, one.headers]);
  return met
    .flatMap((one) => interceptorOf(notes.reader.structure('interceptorConfigurations', one) ?? {}, notes) ?? [])
    .toSorted((left, right) => compareTexts(key(left), key(right)));
};

const policyOf = (
  gateway: Partial<GetGatewayResponse>,
  { reader, unknown }: Notes,
): GatewaySecurity['policyEngine'] => {
  const engine = reader.structure('policyEngineConfiguration', gateway.policyEngineConfiguration);
  if (engine === undefined) return undefined;
  const mode = reader.required('policy engine mode', engine.mode, BOUNDS.type);
  noteUnknown(unknown, 'policyEngineConfiguration.mode', mode, MODES);
  return { arn: reader.required("policy engine's ARN", engine.arn, BOUNDS.arn), mode };
};

const wafOf = (gateway: Partial<GetGatewayResponse>, { reader, unknown }: Notes): GatewaySecurity['waf'] => {
  const arn = reader.optional('webAclArn', gateway.webAclArn, BOUNDS.arn);
  const waf = reader.structure('wafConfiguration', gateway.wafConfiguration);
  const mode = reader.optional('failureMode', waf?.failureMode, BOUNDS.type);
  noteUnknown(unknown, 'wafConfiguration.failureMode', mode, FAILURES);
  if (arn === undefined) return undefined;
  return { arn, ...(mode === 'FAIL_OPEN' ? { failOpen: true } : {}) };
};

/**
 * What of a gateway's answer decides how far callers and their tokens are trusted. What is as AWS has it by default is left
 * out, so that a scan of an unchanged gateway gives the same bytes.
 * https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetGateway.html
 */
export const describeGatewaySecurity = (gateway: Partial<GetGatewayResponse>, notes: Notes): GatewaySecurity => {
  const { reader, unknown } = notes;
  const protocol = reader.structure('protocolConfiguration', gateway.protocolConfiguration);
  const mcp = reader.structure('protocolConfiguration.mcp', protocol?.mcp);
  const mcpVersions = reader.texts('supportedVersions', mcp?.supportedVersions, BOUNDS.texts);
  const search = reader.optional('searchType', mcp?.searchType, BOUNDS.type);
  noteUnknown(unknown, 'searchType', search, SEARCHES);
  const exceptionLevel = reader.optional('exceptionLevel', gateway.exceptionLevel, BOUNDS.type);
  noteUnknown(unknown, 'exceptionLevel', exceptionLevel, LEVELS);
  const kmsKey = reader.optional('kmsKeyArn', gateway.kmsKeyArn, BOUNDS.arn);
  const [policyEngine, waf, interceptors] = [
    policyOf(gateway, notes),
    wafOf(gateway, notes),
    interceptorsOf(gateway, notes),
  ];
  return {
    ...(mcpVersions ? { mcpVersions } : {}),
    ...(search === undefined ? {} : { search }),
    ...(policyEngine === undefined ? {} : { policyEngine }),
    ...(interceptors.length === 0 ? {} : { interceptors }),
    ...(exceptionLevel === undefined ? {} : { exceptionLevel }),
    ...(waf === undefined ? {} : { waf }),
    ...(kmsKey === undefined ? {} : { kmsKey }),
  };
};
