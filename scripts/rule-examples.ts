import { LOCK_ENDING } from '../src/model/catalogue.ts';
import type { RuleName } from '../src/model/rules.ts';

/** A file that breaks a rule, and the same as it should be. Both are shown in docs/rules.md, and are the rule's tests. */
export interface RuleExample {
  /** Where it lies below `servers/`. */
  readonly file: string;
  readonly bad: string;
  readonly good: string;
  /** Files that it needs beside it, by their paths below `servers/`. */
  readonly beside?: Readonly<Record<string, string>>;
  /** Lines of the configuration that it needs. */
  readonly configuration?: string;
}

const GATEWAY = '111111111111/us-east-1/gateways/pricing-a1b2c3d4e5.yaml';

const gatewayWith = (authorizer: string, registration = '  path: /pricing/'): string =>
  `kind: gateway
source:
  account: "111111111111"
  region: us-east-1
  arn: arn:aws:bedrock-agentcore:us-east-1:111111111111:gateway/pricing-a1b2c3d4e5
  name: pricing
  url: https://pricing-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp
  protocol: MCP
  authorizer:
${authorizer}
registration:
${registration}
`;

const JWT = `    type: CUSTOM_JWT
    discoveryUrl: https://login.example.com/.well-known/openid-configuration
    allowedClients:
      - registry`;

const FINE = `      policyEngine:
        arn: arn:aws:bedrock-agentcore:us-east-1:111111111111:policy-engine/tools-0123456789
        mode: ENFORCE
      waf:
        arn: arn:aws:wafv2:us-east-1:111111111111:regional/webacl/tools/1`.replaceAll(/^ {2}/gm, '');

/** A gateway as AWS runs it, with what its source.security says besides. */
const secured = (security: string): string => gatewayWith(`${JWT}\n  security:\n${security}`);

/** The lock of a server with more tools than a caller can hardly be given at once. */
const TWENTY_ONE_TOOLS = `kind: tools-lock
form: 1
server:
  name: pricing
tools:
${Array.from({ length: 21 }, (_, at) => `  - name: price_${String(at + 1).padStart(2, '0')}\n    digest: sha256:${String(at + 1).padStart(64, '0')}\n`).join('')}`;

const TARGET = '111111111111/us-east-1/targets/pricing-a1b2c3d4e5/7XK2P0QJ4M.yaml';

const targetWith = (security: string): string =>
  `kind: target
source:
  account: "111111111111"
  region: us-east-1
  arn: arn:aws:bedrock-agentcore:us-east-1:111111111111:gateway/pricing-a1b2c3d4e5
  id: 7XK2P0QJ4M
  name: orders
  gateway: pricing
  url: https://orders.example.com/mcp
  security:
${security}
registration:
  path: /orders/
`;

const gateway = (registration: string): string => gatewayWith(JWT, registration);

const RUNTIME_ARN = 'arn:aws:bedrock-agentcore:us-east-1:111111111111:runtime/planner-A1b2C3d4E5';

/** A gateway with one target, which leads to the runtime. */
const FRONT = secured(`${FINE}
    outbound:
      - target: plans
        type: GATEWAY_IAM_ROLE`).replace(
  'registration:',
  `  targets:
    - id: 7XK2P0QJ4M
      name: plans
      type: AGENTCORE_RUNTIME
      runtime: ${RUNTIME_ARN}
registration:`,
);

const runtimeWith = (registration: string): string => `kind: runtime
source:
  account: "111111111111"
  region: us-east-1
  arn: ${RUNTIME_ARN}
  name: planner
  url: https://bedrock-agentcore.us-east-1.amazonaws.com/runtimes/${encodeURIComponent(RUNTIME_ARN)}/invocations
  protocol: MCP
  authorizer:
${JWT}
registration:
  path: /planner/
${registration}`;

const server = (lines: string, path = '/weather/'): string => `kind: server
registration:
  path: ${path}
${lines}
`;

const WEATHER = server('  name: Weather\n  url: https://weather.example.com/mcp');

const ISSUERS = `issuers:
  - issuer: https://login.example.com
    clients:
      - { id: registry, secret: { env: OAUTH_REGISTRY }, for: ["111111111111/*"] }
`;

/** An example of each rule that a file of the catalogue can break by itself. */
export const RULE_EXAMPLES: Readonly<Partial<Record<RuleName, RuleExample>>> = {
  'file-syntax': {
    file: 'manual/weather.yaml',
    bad: WEATHER.replace('  name: Weather', '  name: Weather\n  name: Forecasts'),
    good: WEATHER,
  },
  'file-place': { file: 'weather.yaml', bad: WEATHER, good: '' },
  schema: { file: 'manual/weather.yaml', bad: WEATHER.replace('name:', 'title:'), good: WEATHER },
  'entry-ids': {
    file: GATEWAY,
    bad: gateway('  path: /pricing/').replace('account: "111111111111"', 'account: "222222222222"'),
    good: gateway('  path: /pricing/'),
  },
  'entry-url': {
    file: GATEWAY,
    bad: gateway('  path: /pricing/').replace('https://pricing-a1b2c3d4e5.gateway', 'https://elsewhere.gateway'),
    good: gateway('  path: /pricing/'),
  },
  'path-form': { file: GATEWAY, bad: gateway('  path: /pricing'), good: gateway('  path: /pricing/') },
  'path-taken': {
    file: 'manual/weather.yaml',
    beside: { 'manual/forecast.yaml': server('  name: Forecast\n  url: https://forecast.example.com/mcp') },
    bad: WEATHER,
    good: WEATHER.replace('/weather/', '/weather-today/'),
  },
  'path-shadowed': {
    file: 'manual/weather.yaml',
    beside: {
      'manual/forecast.yaml': server('  name: Forecast\n  url: https://forecast.example.com/mcp', '/forecast/'),
    },
    bad: WEATHER.replace('/weather/', '/forecast/weather/'),
    good: WEATHER,
  },
  'field-unsupported': {
    file: GATEWAY,
    bad: gateway('  path: /pricing/\n  version: "2"'),
    good: gateway('  path: /pricing/'),
  },
  'header-secret': {
    file: 'manual/weather.yaml',
    bad: WEATHER.replace('  name:', '  headers: { Authorization: Bearer abc }\n  name:'),
    good: WEATHER.replace('  name:', '  headers: { Authorization: { secret: weather } }\n  name:'),
    configuration: 'secrets: { weather: { env: REGISTRY_WEATHER, urls: ["https://weather.example.com"] } }\n',
  },
  'header-name': {
    file: 'manual/weather.yaml',
    bad: WEATHER.replace('  name:', '  headers: { Host: weather.internal }\n  name:'),
    good: WEATHER.replace('  name:', '  headers: { X-Team: retail }\n  name:'),
  },
  'credential-caller': {
    file: GATEWAY,
    bad: `${gateway('  path: /pricing/')}credential: { from: caller, client: registry }\n`,
    good: `${gateway('  path: /pricing/')}credential: { from: caller }\n`,
  },
  'visibility-groups': {
    file: GATEWAY,
    bad: gateway('  path: /pricing/\n  visibility: group-restricted'),
    good: gateway('  path: /pricing/\n  visibility: group-restricted\n  groups: [retail]'),
  },
  'group-unknown': {
    file: 'manual/weather.yaml',
    bad: WEATHER.replace('  name:', '  visibility: group-restricted\n  groups: [retial]\n  name:'),
    good: WEATHER.replace('  name:', '  visibility: group-restricted\n  groups: [retail]\n  name:'),
    configuration: 'groups: [retail, logistics]\n',
  },
  'description-cut': {
    file: 'manual/weather.yaml',
    bad: WEATHER.replace(
      '  name:',
      '  description: Forecasts of rain, wind and temperature for every shop and every warehouse, hour by hour, for two weeks\n  name:',
    ),
    good: WEATHER.replace('  name:', '  description: Forecasts for every shop and warehouse, hour by hour\n  name:'),
    configuration:
      'owner: platform-catalogue\nregistries: { site: { type: static, directory: site, namespace: com.example, audience: private } }\n',
  },
  'address-gateway': {
    file: '111111111111/us-east-1/runtimes/planner-A1b2C3d4E5.yaml',
    beside: { [GATEWAY]: FRONT },
    bad: runtimeWith('  address: gateway\n  endpoints: { prod: { path: /planner-prod/ } }\n').replace(
      'registration:',
      '  endpoints:\n    - name: prod\nregistration:',
    ),
    good: runtimeWith('  address: gateway\n'),
  },
  'gateway-open': {
    file: GATEWAY,
    bad: gatewayWith('    type: NONE'),
    good: gateway('  path: /pricing/'),
  },
  'gateway-policy-log-only': {
    file: GATEWAY,
    bad: secured(FINE.replace('mode: ENFORCE', 'mode: LOG_ONLY')),
    good: secured(FINE),
  },
  'gateway-policy-absent': {
    file: GATEWAY,
    bad: secured(FINE.replace(/ {4}policyEngine:\n(?: {6}.*\n)*/, '')),
    good: secured(FINE),
  },
  'gateway-waf-absent': { file: GATEWAY, bad: secured(FINE.replace(/\n {4}waf:[\s\S]*$/, '')), good: secured(FINE) },
  'gateway-search-off': {
    file: GATEWAY,
    beside: { [GATEWAY.replace('.yaml', LOCK_ENDING)]: TWENTY_ONE_TOOLS },
    bad: secured(FINE),
    good: secured(`    search: SEMANTIC\n${FINE}`),
  },
  'gateway-debug-errors': { file: GATEWAY, bad: secured(`${FINE}\n    exceptionLevel: DEBUG`), good: secured(FINE) },
  'gateway-interceptor-headers': {
    file: GATEWAY,
    bad: secured(
      `${FINE}\n    interceptors:\n      - arn: arn:aws:lambda:us-east-1:111111111111:function:look\n        headers: true`,
    ),
    good: secured(`${FINE}\n    interceptors:\n      - arn: arn:aws:lambda:us-east-1:111111111111:function:look`),
  },
  'gateway-waf-fails-open': { file: GATEWAY, bad: secured(`${FINE}\n      failOpen: true`), good: secured(FINE) },
  'mcp-version-unspoken': {
    file: GATEWAY,
    bad: secured(`${FINE}\n    mcpVersions:\n      - "2026-07-28"`),
    good: secured(`${FINE}\n    mcpVersions:\n      - "2025-11-25"\n      - "2026-07-28"`),
  },
  'target-outbound': {
    file: TARGET,
    bad: targetWith('    outbound:\n      - type: API_KEY'),
    good: targetWith('    outbound:\n      - type: OAUTH\n        grant: CLIENT_CREDENTIALS'),
  },
  'listing-dynamic-unlocked': {
    file: TARGET,
    bad: targetWith('    listing: DYNAMIC'),
    good: targetWith('    outbound:\n      - type: GATEWAY_IAM_ROLE'),
  },
  'gateway-jwt-unbounded': {
    file: GATEWAY,
    bad: gatewayWith(JWT.split('\n').slice(0, 2).join('\n')),
    good: gateway('  path: /pricing/'),
  },
  'discovery-cleartext': {
    file: GATEWAY,
    bad: gatewayWith(JWT.replace('https://login', 'http://login')),
    good: gateway('  path: /pricing/'),
  },
  'issuer-unlisted': {
    file: GATEWAY,
    bad: gatewayWith(JWT.replace('login.example.com', 'login.example.net')),
    good: gateway('  path: /pricing/'),
    configuration: ISSUERS,
  },
  'api-key-in-query': {
    file: 'manual/weather.yaml',
    bad: WEATHER.replace('/mcp', '/mcp?api_key=abc123'),
    good: WEATHER.replace('  name:', '  headers: { X-Api-Key: { secret: weather } }\n  name:'),
    configuration: 'secrets: { weather: { env: REGISTRY_WEATHER, urls: ["https://weather.example.com"] } }\n',
  },
  'secret-in-field': {
    file: 'manual/weather.yaml',
    bad: WEATHER.replace('  name:', `  description: Ask with AKIA${'A2B3'.repeat(4)}\n  name:`),
    good: WEATHER.replace('  name:', '  description: Ask with the key of your team\n  name:'),
  },
  'hidden-characters': {
    file: 'manual/weather.yaml',
    bad: WEATHER.replace('  name:', '  description: "Forecasts\\u200B\\u200B for a week"\n  name:'),
    good: WEATHER.replace('  name:', '  description: Forecasts for a week\n  name:'),
  },
  'url-twice': {
    file: 'manual/weather.yaml',
    beside: {
      'manual/forecast.yaml': server('  name: Forecast\n  url: https://weather.example.com/mcp/', '/forecast/'),
    },
    bad: WEATHER,
    good: WEATHER.replace('/mcp', '/today/mcp'),
  },
  'name-confusable': {
    file: 'manual/weather.yaml',
    beside: { [GATEWAY]: gateway('  path: /pricing/') },
    bad: WEATHER.replace('Weather', 'Pr1cing'),
    good: WEATHER,
  },
};
