import type { FileChange } from '../../src/model/catalogue.ts';
import { hide } from '../../src/model/hidden.ts';
import type { Outcome, Plan, Registered } from '../../src/model/plan.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { AgentRegistration, ServerRegistration } from '../../src/model/registration.ts';
import type { ScanFigures, ScanResult, Sighting } from '../../src/model/resource.ts';
import type { Shown } from '../../src/model/show.ts';
import type { ScanReport } from '../../src/report/scan-report.ts';

const ACCOUNTS = ['111111111111', '222222222222'] as const;

const JWT = {
  type: 'CUSTOM_JWT',
  discoveryUrl: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abc/.well-known/openid-configuration',
};

const gatewayUrl = (id: string, region = 'us-east-1'): string =>
  `https://${id}.gateway.bedrock-agentcore.${region}.amazonaws.com/mcp`;

const gateway = (account: string, region: string, id: string): Sighting => {
  const name = id.replace(/-[a-z0-9]{10}$/, '');
  return {
    key: { kind: 'gateway', account, region, id },
    name,
    status: 'READY',
    source: {
      kind: 'gateway',
      value: {
        account,
        region,
        arn: `arn:aws:bedrock-agentcore:${region}:${account}:gateway/${id}`,
        name,
        description: 'Price lookups',
        url: gatewayUrl(id, region),
        protocol: 'MCP',
        authorizer: JWT,
        targets: [
          { id: '7XK2P0QJ4M', name: 'orders', type: 'LAMBDA' },
          { id: '9AB3C4D5E6', name: 'stock', type: 'MCP_SERVER' },
        ],
      },
    },
  };
};

const runtime = (account: string, region: string, [id, protocol]: readonly [string, string]): Sighting => {
  const name = id.replace(/-[A-Za-z0-9]{10}$/, '');
  const arn = `arn:aws:bedrock-agentcore:${region}:${account}:runtime/${id}`;
  return {
    key: { kind: 'runtime', account, region, id },
    name,
    status: 'READY',
    source: {
      kind: 'runtime',
      value: {
        account,
        region,
        arn,
        name,
        url: `https://bedrock-agentcore.${region}.amazonaws.com/runtimes/${encodeURIComponent(arn)}/invocations`,
        protocol,
        authorizer: { type: 'AWS_IAM' },
        endpoints: [{ name: 'prod' }],
      },
    },
  };
};

const [FIRST, SECOND] = ACCOUNTS;

const sightings: readonly Sighting[] = [
  gateway(FIRST, 'us-east-1', 'pricing-tools-a1b2c3d4e5'),
  {
    key: {
      kind: 'target',
      account: FIRST,
      region: 'us-east-1',
      gatewayId: 'pricing-tools-a1b2c3d4e5',
      id: '9AB3C4D5E6',
    },
    name: 'stock',
    status: 'READY',
  },
  {
    key: { kind: 'gateway', account: FIRST, region: 'us-east-1', id: 'drafts-f6g7h8i9j0' },
    name: 'drafts',
    status: 'CREATING',
  },
  runtime(FIRST, 'us-east-1', ['summarizer-Zx81aB2cD3', 'A2A']),
  runtime(FIRST, 'eu-west-1', ['translator-Yw72bC3dE4', 'MCP']),
  {
    key: { kind: 'runtime', account: FIRST, region: 'eu-west-1', id: 'broken-Xv63cD4eF5' },
    name: 'broken',
    status: 'UPDATE_FAILED',
  },
  gateway(SECOND, 'us-east-1', 'inventory-k1l2m3n4o5'),
];

const figures = (account: string, region: string, numbers: readonly number[]): ScanFigures => {
  const [found = 0, failed = 0, calls = 0, throttled = 0, seconds = 0] = numbers;
  return { account, region, found, filtered: 0, failed, calls, throttled, seconds };
};

export const PROBLEMS: readonly Problem[] = [
  {
    rule: 'call-denied',
    severity: 'error',
    subject: '222222222222 eu-west-1',
    text: 'ListGateways was denied: AgentCoreSync is not authorized to perform bedrock-agentcore:ListGateways',
    hint: 'add the action to the role, as templates/iam/ has it',
  },
  {
    rule: 'visibility-groups',
    severity: 'error',
    place: {
      file: 'servers/111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml',
      pointer: ['registration', 'visibility'],
      line: 24,
      column: 15,
    },
    subject: '/pricing-tools/',
    text: 'visibility is group-restricted, but groups is empty',
    hint: 'list the groups that may see it',
  },
  {
    rule: 'schema',
    severity: 'error',
    place: {
      file: 'servers/111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml',
      line: 7,
      column: 3,
    },
    subject: '/pricing-tools/',
    text: 'registration.tags: expected a list, met a text',
  },
  {
    rule: 'field-unsupported',
    severity: 'warning',
    place: { file: 'servers/manual/weather.json', line: 9, column: 5 },
    subject: '/weather/',
    text: 'supported_transports can’t be sent for a server of this registry',
  },
  {
    rule: 'resource-not-ready',
    severity: 'notice',
    subject: '111111111111 us-east-1',
    text: 'gateway drafts-f6g7h8i9j0 is CREATING: no file yet',
  },
];

export const SCAN: ScanResult = {
  sightings,
  listings: [
    { account: FIRST, region: 'us-east-1', kind: 'gateway', state: 'complete' },
    { account: SECOND, region: 'eu-west-1', kind: 'gateway', state: 'incomplete' },
  ],
  gone: [],
  outOfScope: [{ kind: 'gateway', account: '333333333333', region: 'us-east-1', id: 'old-a1b2c3d4e5' }],
  accounts: ACCOUNTS,
  figures: [
    figures(FIRST, 'eu-west-1', [2, 0, 6, 0, 0.41]),
    figures(FIRST, 'us-east-1', [4, 0, 9, 1, 1.27]),
    figures(SECOND, 'eu-west-1', [0, 1, 2, 0, 0.3]),
    figures(SECOND, 'us-east-1', [1, 0, 1204, 0, 0.38]),
  ],
  problems: PROBLEMS.filter(({ place }) => place === undefined),
};

const ENTRY = `kind: gateway
source:
  account: "111111111111"
  region: us-east-1
  name: pricing-tools
  description: Price lookups
  url: ${gatewayUrl('pricing-tools-a1b2c3d4e5')}
registration:
  path: /pricing-tools/ # as the price team has it
`;

const CHANGES: readonly FileChange[] = [
  { action: 'create', path: '222222222222/us-east-1/gateways/inventory-k1l2m3n4o5.yaml', text: ENTRY },
  {
    action: 'update',
    path: '111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml',
    before: ENTRY,
    text: ENTRY.replace('Price lookups', 'Prices and stock'),
  },
  {
    action: 'replace',
    from: '111111111111/us-east-1/runtimes/summarizer-Old1aB2cD3.yaml',
    path: '111111111111/us-east-1/runtimes/summarizer-Zx81aB2cD3.yaml',
    before: ENTRY,
    text: ENTRY.replaceAll('a1b2c3d4e5', 'z9y8x7w6v5'),
  },
  { action: 'delete', path: '111111111111/eu-west-1/gateways/legacy-q1w2e3r4t5.yaml', before: ENTRY },
];

export const SCAN_REPORT: ScanReport = {
  scan: SCAN,
  changes: CHANGES,
  files: [
    '111111111111/eu-west-1/gateways/legacy-q1w2e3r4t5.yaml',
    '111111111111/eu-west-1/runtimes/translator-Yw72bC3dE4.yaml',
    '111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml',
    '111111111111/us-east-1/runtimes/summarizer-Old1aB2cD3.yaml',
    '333333333333/us-east-1/gateways/old-a1b2c3d4e5.yaml',
    'manual/weather.json',
  ],
  held: 0,
  problems: SCAN.problems,
  seconds: 1.31,
  dryRun: false,
};

export const server = (path: string, changes: Partial<ServerRegistration> = {}): ServerRegistration => {
  const name = path.replaceAll('/', '');
  const url = gatewayUrl(`${name}-a1b2c3d4e5`);
  return {
    type: 'server',
    path,
    name,
    description: `What ${name} offers`,
    url,
    tags: ['agentcore', 'prices'],
    visibility: 'internal',
    groups: [],
    metadata: {},
    enabled: true,
    protect: false,
    origin: { file: `111111111111/us-east-1/gateways/${name}-a1b2c3d4e5.yaml` },
    identity: { url },
    from: {},
    transports: ['streamable-http'],
    headers: { 'X-Team': hide('canary-header-value') },
    authScheme: 'bearer',
    ...changes,
  };
};

const agent = (path: string): AgentRegistration => ({
  ...server(path),
  type: 'agent',
  supportedProtocol: 'a2a',
  version: '1.0.0',
  skills: [],
  capabilities: {},
  securitySchemes: {},
  enabled: false,
  origin: { file: '111111111111/us-east-1/runtimes/summarizer-Zx81aB2cD3.yaml', endpoint: 'prod' },
});

const registered = (path: string, type: Registered['type'] = 'server'): Registered => ({
  type,
  path,
  name: path.replaceAll('/', ''),
  url: gatewayUrl('old-a1b2c3d4e5'),
  enabled: true,
  file: `111111111111/us-east-1/gateways/${path.replaceAll('/', '')}-a1b2c3d4e5.yaml`,
});

export const PLAN: Plan = {
  ours: 14,
  problems: [
    {
      rule: 'auth-iam',
      severity: 'warning',
      subject: '/summarizer-prod',
      text: 'inbound authorization is AWS_IAM: registered without a credential, not enabled',
    },
  ],
  changes: [
    { action: 'delete', registered: registered('/legacy/'), why: { type: 'unregistered', file: 'manual/legacy.yaml' } },
    {
      action: 'replace',
      registration: server('/licensed/'),
      registered: registered('/licensed/'),
      why: { type: 'stuck', fields: ['license'] },
      fields: [{ field: 'license', cause: 'git', before: 'Apache-2.0', after: undefined }],
    },
    {
      action: 'update',
      registration: server('/orders/'),
      registered: registered('/orders/'),
      credential: 'renew',
      fields: [
        { field: 'credential', cause: 'git', dangerous: true, secret: true },
        { field: 'description', cause: 'git', before: 'Order lookups', after: 'Orders, returns and stock' },
        { field: 'headers.X-Team', cause: 'git', secret: true },
        { field: 'tags', cause: 'git', before: ['agentcore', 'old'], after: ['agentcore', 'orders'] },
        {
          field: 'url',
          cause: 'git',
          dangerous: true,
          before: gatewayUrl('orders-a1b2c3d4e5'),
          after: gatewayUrl('orders-z9y8x7w6v5'),
        },
        { field: 'visibility', cause: 'drift', dangerous: true, before: 'public', after: 'internal' },
        { field: 'license', cause: 'git', before: undefined, unseen: true, after: 'MIT' },
      ],
    },
    { action: 'create', registration: server('/pricing-tools/') },
    { action: 'create', registration: agent('/summarizer-prod') },
    {
      action: 'conflict',
      registration: server('/taken/'),
      why: { type: 'held', by: { type: 'unmarked' }, path: '/taken/', adopting: 'no' },
    },
    { action: 'unchanged', registration: server('/stock/'), registered: registered('/stock/') },
  ],
};

export const OUTCOMES: readonly Outcome[] = [
  { path: '/legacy/', type: 'server', action: 'delete', state: 'skipped', note: '--allow-deletes was not given' },
  {
    path: '/orders/',
    type: 'server',
    action: 'update',
    state: 'failed',
    note: 'the registry answered 409: the path is held by another record',
  },
  { path: '/pricing-tools/', type: 'server', action: 'create', state: 'done' },
  {
    path: '/summarizer-prod',
    type: 'agent',
    action: 'create',
    state: 'done',
    note: 'an administrator must enable it',
  },
  { path: '/stock/', type: 'server', action: 'unchanged', state: 'done' },
];

export const SHOWN: readonly Shown[] = [
  {
    path: '/pricing-tools/',
    type: 'server',
    file: '111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml',
    fields: [
      { field: 'name', value: 'pricing-tools', from: 'source' },
      { field: 'description', value: 'Prices for everybody', from: 'entry' },
      { field: 'url', value: gatewayUrl('pricing-tools-a1b2c3d4e5'), from: 'source' },
      { field: 'visibility', value: 'internal', from: 'configuration' },
      { field: 'tags', value: ['agentcore', 'prices'], from: 'entry' },
      { field: 'enabled', value: true, from: 'default' },
      { field: 'headers.X-Team', secret: true, from: 'entry' },
    ],
  },
];
