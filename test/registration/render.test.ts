import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/model/catalogue.ts';
import type { Problem } from '../../src/model/problem.ts';
import { explainEntry } from '../../src/registration/explain.ts';
import type { RenderSettings } from '../../src/registration/registration-fields.ts';
import { renderEntries, renderEntry } from '../../src/registration/render.ts';
import { FIELD_TABLE } from '../../src/registries/mcp-gateway-registry/fields.ts';
import { anyPublicHost } from '../catalogue/world.ts';
import {
  DISCOVERY,
  defaultsOf,
  gateway,
  gatewayArn,
  JWT,
  manual,
  registrationsOf,
  render,
  runtime,
  SETTINGS,
} from '../engine/support.ts';

const one = (entry: Entry, settings?: RenderSettings) => {
  const [registration] = registrationsOf([entry], settings);
  if (!registration) throw new Error('nothing was rendered');
  return registration;
};

const target: Entry = {
  path: '111111111111/us-east-1/targets/tools-a1b2c3d4e5/7XK2P0QJ4M.yaml',
  text: '',
  value: {
    kind: 'target',
    source: {
      account: '111111111111',
      region: 'us-east-1',
      arn: gatewayArn('tools'),
      id: '7XK2P0QJ4M',
      name: 'orders_api',
      gateway: 'tools',
      url: 'https://orders.example.com/mcp',
    },
    registration: { path: '/tools-orders-api/' },
  },
};

describe('registrations carry at least what the old tool sent', () => {
  it('for a gateway with a JWT authorizer', () => {
    expect(one(gateway('pricing-mcp_api', { authorizer: JWT }))).toMatchObject({
      type: 'server',
      path: '/pricing-mcp_api/',
      name: 'Pricing MCP API',
      description: 'AgentCore Gateway: pricing-mcp_api',
      mcpEndpoint: one(gateway('pricing-mcp_api')).url,
      authProvider: 'bedrock-agentcore',
      authScheme: 'bearer',
      transports: ['streamable-http'],
      tags: ['agentcore', 'gateway', 'auto-registered'],
      enabled: true,
      metadata: {
        source: 'agentcore-sync',
        gateway_arn: gatewayArn('pricing-mcp_api'),
        gateway_id: 'pricing-mcp_api-a1b2c3d4e5',
        authorizer_type: 'CUSTOM_JWT',
        region: 'us-east-1',
        account_id: '111111111111',
        discovery_url: DISCOVERY,
        allowed_clients: ['client-a'],
        idp_vendor: 'unknown',
      },
    });
  });

  it('for a target', () => {
    expect(one(target)).toMatchObject({
      name: 'tools - orders_api',
      description: 'MCP Server target: orders_api',
      url: 'https://orders.example.com/mcp',
      authScheme: 'none',
      tags: ['agentcore', 'gateway-target', 'mcp-server', 'auto-registered'],
      metadata: { source: 'agentcore-sync', gateway_arn: gatewayArn('tools'), target_id: '7XK2P0QJ4M' },
    });
    const covered = { issuer: 'https://i.example', clients: [{ id: 'c', urls: ['https://orders.example.com'] }] };
    expect(one(target, { ...SETTINGS, issuers: [covered] })).toMatchObject({ authScheme: 'bearer' });
  });

  it('for runtimes of each protocol', () => {
    const server = one(runtime('tool', { protocol: 'MCP', authorizer: JWT }));
    expect(server).toMatchObject({
      type: 'server',
      description: 'AgentCore MCP Server: tool',
      tags: ['agentcore', 'runtime', 'mcp-server', 'auto-registered'],
      metadata: { runtime_id: 'tool-a1b2c3d4e5', server_protocol: 'MCP' },
    });
    const agent = one(runtime('helper'));
    expect(agent).toMatchObject({
      type: 'agent',
      description: 'AgentCore Agent: helper',
      supportedProtocol: 'a2a',
      version: '1.0.0',
      visibility: 'internal',
      tags: ['agentcore', 'runtime', 'agent', 'auto-registered', 'a2a'],
      securitySchemes: { sigv4: { type: 'http', scheme: 'AWS4-HMAC-SHA256' } },
      trustLevel: 'unverified',
    });
    expect(one(runtime('web', { protocol: 'HTTP' }))).toMatchObject({ supportedProtocol: 'other' });
    expect(one(runtime('ui', { protocol: 'AGUI' }))).toMatchObject({ supportedProtocol: 'other' });
  });
});

describe('render', () => {
  it('leaves AWS_IAM servers off, with one warning, and agents on', () => {
    const iam = { type: 'AWS_IAM' };
    const { registrations, problems } = render([gateway('one', { authorizer: iam }), runtime('agent')]);
    expect(registrations.map(({ path, enabled }) => [path, enabled])).toEqual([
      ['/agent', true],
      ['/one/', false],
    ]);
    expect(problems).toMatchObject([{ rule: 'auth-iam', severity: 'warning', subject: '/one/' }]);
    expect(registrations[1]).toMatchObject({ authScheme: 'none' });
  });

  it('gives one more for each endpoint that is listed', () => {
    const endpoints = [{ name: 'prod', description: 'For real' }, { name: 'canary' }];
    const registration = { endpoints: { prod: { path: '/helper-prod' } } };
    const [own, prod] = registrationsOf([runtime('helper', { endpoints, registration })]);
    expect(prod).toMatchObject({
      path: '/helper-prod',
      name: 'Helper (prod)',
      description: 'For real',
      url: `${own?.url}?qualifier=prod`,
      origin: { endpoint: 'prod' },
      metadata: { endpoint: 'prod' },
    });
  });

  it('never sends an empty description, and never lets an entry’s metadata stand for the tool’s own', () => {
    const registration = { metadata: { gateway_arn: 'forged', team: 'x' } };
    const rendered = one(gateway('one', { description: '  ', registration }));
    expect(rendered.description).toBe('AgentCore Gateway: one');
    expect(rendered.metadata).toMatchObject({ gateway_arn: gatewayArn('one'), team: 'x' });
  });

  it('takes what an entry says, adds the configuration’s tags, and keeps groups for group-restricted alone', () => {
    const settings = { ...SETTINGS, defaultsOf: defaultsOf({ tags: ['company'], license: 'MIT', groups: ['g'] }) };
    const rendered = one(gateway('one', { registration: { tags: ['mine'], name: 'N' } }), settings);
    expect(rendered).toMatchObject({ tags: ['mine', 'company'], license: 'MIT', groups: [], name: 'N' });
    expect(one(gateway('one', { registration: { visibility: 'group-restricted' } }), settings).groups).toEqual(['g']);
  });

  it('registers a gateway at the custom domain that its entry names', () => {
    const entry = gateway('one', { registration: { url: 'https://tools.example.com/mcp' } });
    const [rendered] = renderEntry(entry, SETTINGS);
    expect(rendered).toMatchObject({
      url: 'https://tools.example.com/mcp',
      mcpEndpoint: 'https://tools.example.com/mcp',
      identity: { url: 'https://tools.example.com/mcp', arn: gatewayArn('one') },
      from: { url: 'entry' },
    });
  });

  it('gives nothing for register: false', () => {
    expect(registrationsOf([gateway('one', { registration: { register: false } })])).toEqual([]);
  });

  it('shows no header value, printed or as JSON', () => {
    const rendered = one(manual('tools', { headers: { 'X-Env': 'header-value' } }));
    expect(JSON.stringify(rendered)).not.toContain('header-value');
    expect(inspect(rendered, { depth: null })).not.toContain('header-value');
  });
});

describe('the guard in render', () => {
  const moved = (source: object): Entry => {
    const entry = gateway('one');
    if (entry.value.kind !== 'gateway') throw new Error('not a gateway');
    return { ...entry, value: { ...entry.value, source: { ...entry.value.source, ...source } } };
  };

  it.each([
    ['another host', { url: 'https://evil.example.com/mcp' }],
    ['an ARN of another account', { arn: gatewayArn('one').replace('111111111111', '222222222222') }],
    ['another Region', { region: 'eu-west-1' }],
    ['a URL with a user', { url: 'https://u:p@one-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp' }],
  ])('gives nothing for %s, and withholds the file', (_, source) => {
    const { registrations, withheld, problems } = render([moved(source)]);
    expect(registrations).toEqual([]);
    expect([...withheld]).toEqual([gateway('one').path]);
    expect(problems.length).toBeGreaterThan(0);
  });

  it('sends a header’s secret only where the configuration allows', () => {
    const headers = { 'X-Key': { secret: 'api-key' } };
    expect(registrationsOf([manual('tools', { headers })])).toHaveLength(1);
    expect(registrationsOf([manual('tools', { headers, url: 'https://evil.example.com/x' })])).toEqual([]);
    expect(registrationsOf([manual('tools', { headers, mcpEndpoint: 'https://evil.example.com/x' })])).toEqual([]);
  });

  it('withholds files with errors, but not those that only want the same path', () => {
    const problem = (rule: Problem['rule'], entry: Entry): Problem => ({
      rule,
      severity: 'error',
      place: { file: `servers/${entry.path}` },
      subject: 'x',
      text: 'x',
    });
    const entries = [gateway('one'), gateway('two')];
    const problems = [problem('schema', gateway('one')), problem('path-taken', gateway('two'))];
    const rendered = renderEntries({ entries, problems }, SETTINGS, {
      dnsSuffix: () => 'amazonaws.com',
      hosts: anyPublicHost,
    });
    expect(rendered.registrations.map(({ path }) => path)).toEqual(['/two/']);
    expect([...rendered.withheld]).toEqual([gateway('one').path]);
  });
});

describe('explain', () => {
  it('names who decided about each field', () => {
    const entry = gateway('one', { registration: { license: 'MIT' }, description: 'D' });
    const [shown] = explainEntry(entry, SETTINGS, FIELD_TABLE);
    const from = new Map(shown?.fields.map((field) => [field.field, field.from]));
    expect(Object.fromEntries(from)).toMatchObject({
      name: 'source',
      description: 'source',
      license: 'entry',
      visibility: 'configuration',
      transports: 'default',
      tags: 'default',
      url: 'source',
      enabled: 'configuration',
    });
  });

  it('only names headers', () => {
    const [shown] = explainEntry(manual('tools', { headers: { 'X-Env': 'header-value' } }), SETTINGS, FIELD_TABLE);
    expect(JSON.stringify(shown)).not.toContain('header-value');
    expect(shown?.fields.find(({ field }) => field === 'headers')).toMatchObject({ secret: true, from: 'entry' });
  });
});

describe('order', () => {
  it('of entries does not matter', () => {
    const entries = [gateway('b'), gateway('a'), runtime('c'), manual('d')];
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(JSON.stringify(registrationsOf(shuffled))).toBe(JSON.stringify(registrationsOf(entries)));
      }),
    );
  });
});
