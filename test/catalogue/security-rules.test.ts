import { describe, expect, it } from 'vitest';
import { type SecurityContext, securityFindings } from '../../src/catalogue/security-rules.ts';
import type { Entry } from '../../src/model/catalogue.ts';
import type { GatewayOutbound, GatewaySecurity, Outbound, TargetSecurity } from '../../src/model/generated/entry.ts';
import { gateway, target } from './world.ts';

const FINE: GatewaySecurity = {
  policyEngine: { arn: 'arn:aws:bedrock-agentcore:us-east-1:111111111111:policy-engine/p', mode: 'ENFORCE' },
  waf: { arn: 'arn:aws:wafv2:us-east-1:111111111111:regional/webacl/w/1' },
};
const FILE = '111111111111/us-east-1/gateways/pricing-a1b2c3d4e5.yaml';

const entryOf = (kind: 'gateway' | 'target', security: object | undefined, registration: object = {}): Entry => {
  const { source } = kind === 'gateway' ? gateway('pricing') : target('orders', gateway('pricing'));
  const value = { ...source?.value, ...(security === undefined ? {} : { security }) };
  return {
    path: FILE,
    text: '',
    value: { kind, source: value, registration: { path: '/p/', ...registration } } as never,
  };
};
const told = (entry: Entry, context: SecurityContext = {}): readonly string[] =>
  securityFindings(entry, context).map(({ rule, pointer }) => `${rule} ${pointer?.slice(2).join('.')}`);
const ofGateway = (security: GatewaySecurity, context?: SecurityContext) => told(entryOf('gateway', security), context);
const ofTarget = (security: TargetSecurity, context?: SecurityContext) => told(entryOf('target', security), context);

describe('a gateway', () => {
  it.each<[string, GatewaySecurity, string[]]>([
    ['as it should be', FINE, []],
    ['without anything', {}, ['gateway-policy-absent ', 'gateway-waf-absent ']],
    [
      'whose policy engine only looks on',
      { ...FINE, policyEngine: { arn: 'a', mode: 'LOG_ONLY' } },
      ['gateway-policy-log-only policyEngine.mode'],
    ],
    [
      'whose firewall fails open',
      { ...FINE, waf: { arn: 'a', failOpen: true } },
      ['gateway-waf-fails-open waf.failOpen'],
    ],
    ['whose errors tell all', { ...FINE, exceptionLevel: 'DEBUG' }, ['gateway-debug-errors exceptionLevel']],
    [
      'with a function that is given tokens',
      { ...FINE, interceptors: [{ arn: 'a' }, { arn: 'b', headers: true }] },
      ['gateway-interceptor-headers interceptors.1'],
    ],
    ['of the newest MCP alone', { ...FINE, mcpVersions: ['2026-07-28'] }, ['mcp-version-unspoken mcpVersions']],
    ['of the newest MCP and another', { ...FINE, mcpVersions: ['2026-07-28', '2025-11-25'] }, []],
  ])('%s', (_, security, expected) => {
    expect(ofGateway(security)).toEqual(expected);
  });

  it.each<[string, string, Partial<GatewayOutbound>, string[]]>([
    ['a function by its role', 'LAMBDA', { type: 'GATEWAY_IAM_ROLE' }, []],
    ['a function by nothing', 'LAMBDA', { type: 'NONE' }, ['target-outbound outbound.0']],
    ['an API by nothing', 'OPEN_API_SCHEMA', { type: 'NONE' }, ['target-outbound outbound.0']],
    ['an API by a key in its headers', 'OPEN_API_SCHEMA', { type: 'API_KEY', location: 'HEADER' }, []],
    [
      'an API by a key in its query',
      'OPEN_API_SCHEMA',
      { type: 'API_KEY', location: 'QUERY_PARAMETER' },
      ['api-key-in-query outbound.0.location'],
    ],
    ['a runtime by its role', 'AGENTCORE_RUNTIME', { type: 'GATEWAY_IAM_ROLE' }, []],
    ['a runtime by a key', 'AGENTCORE_RUNTIME', { type: 'API_KEY' }, ['target-outbound outbound.0']],
    ['an MCP server, which its own entry judges', 'MCP_SERVER', { type: 'API_KEY' }, []],
    ['what nobody knows', 'QUANTUM', { type: 'NONE' }, []],
  ])('that proves itself to %s', (_, type, outbound, expected) => {
    const entry = entryOf('gateway', { ...FINE, outbound: [{ target: 'x', ...outbound }] });
    Object.assign(entry.value, { source: { ...Object(entry.value).source, targets: [{ id: 'a', name: 'x', type }] } });
    expect(told(entry)).toEqual(expected);
  });

  it('with many tools should be searched, where a lock says how many it has', () => {
    const tools = (count: number | undefined): SecurityContext => ({ lockedTools: () => count });
    expect(ofGateway(FINE, tools(20))).toEqual([]);
    expect(ofGateway(FINE, tools(21))).toEqual(['gateway-search-off ']);
    expect(ofGateway({ ...FINE, search: 'SEMANTIC' }, tools(21))).toEqual([]);
    expect(ofGateway(FINE, tools(undefined))).toEqual([]);
  });

  it('is not judged where nobody looked, nor where it is left out of the registry', () => {
    expect(told(entryOf('gateway', undefined))).toEqual([]);
    expect(told(entryOf('gateway', {}, { register: false }))).toEqual([]);
  });
});

describe('a target that is an MCP server', () => {
  it.each<[string, Outbound[], string[]]>([
    ['nothing', [], []],
    ['the role of the gateway, signed for a service', [{ type: 'GATEWAY_IAM_ROLE', service: 'bedrock-agentcore' }], []],
    ['client credentials', [{ type: 'OAUTH', grant: 'CLIENT_CREDENTIALS', scopes: ['mcp/tools.read'] }], []],
    ['client credentials, which AWS does not name', [{ type: 'OAUTH', scopes: ['mcp/tools.read'] }], []],
    ['an authorization code', [{ type: 'OAUTH', grant: 'AUTHORIZATION_CODE' }], []],
    ['an API key', [{ type: 'API_KEY' }], ['target-outbound outbound.0']],
    ["the callers' own tokens", [{ type: 'JWT_PASSTHROUGH' }], ['target-outbound outbound.0']],
    ['what no release knows', [{ type: 'QUANTUM' }], []],
  ])('to which the gateway proves itself by %s', (_, outbound, expected) => {
    expect(ofTarget(outbound.length === 0 ? {} : { outbound })).toEqual(expected);
  });

  it('says which pages say so, and when they were read', () => {
    const [finding] = securityFindings(entryOf('target', { outbound: [{ type: 'API_KEY' }] }), {});
    expect(finding?.text).toMatch(
      /AWS says that this does not work \(see https:\/\/docs\.aws\.amazon\.com.*read on \d{4}-\d\d-\d\d\)/,
    );
    const [silent] = securityFindings(entryOf('target', { outbound: [{ type: 'CALLER_IAM_CREDENTIALS' }] }), {});
    expect(silent?.text).toContain('it is not known to work (no page of AWS speaks of it');
  });

  it('whose tools are asked for at each call needs a lock', () => {
    expect(ofTarget({ listing: 'DYNAMIC' })).toEqual(['listing-dynamic-unlocked listing']);
    expect(ofTarget({ listing: 'DYNAMIC' }, { lockedTools: () => 0 })).toEqual([]);
  });
});
