import { describe, expect, it } from 'vitest';
import { newEntryText } from '../../src/catalogue/new-entry.ts';
import { sourceChanges } from '../../src/catalogue/source-changes.ts';
import type { Tree } from '../../src/model/catalogue.ts';
import type { GatewaySource } from '../../src/model/generated/entry.ts';

const ACCOUNT = '111111111111';
const pathOf = (id: string): string => `${ACCOUNT}/us-east-1/gateways/${id}.yaml`;
const JWT = { type: 'CUSTOM_JWT', discoveryUrl: 'https://a.example.com/.well-known/openid-configuration' };

const gateway = (id: string, path: string, more: Partial<GatewaySource> = {}): readonly [string, string] => [
  pathOf(id),
  newEntryText(
    {
      kind: 'gateway',
      value: {
        account: ACCOUNT,
        region: 'us-east-1',
        arn: `arn:aws:bedrock-agentcore:us-east-1:${ACCOUNT}:gateway/${id}`,
        name: id.slice(0, id.lastIndexOf('-')),
        url: `https://${id}.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp`,
        authorizer: JWT,
        ...more,
      },
    },
    { path },
  ),
];

const OLD = 'pricing-aaaaaaaaaa';
const base: Tree = new Map([gateway(OLD, '/pricing/'), gateway('stock-aaaaaaaaaa', '/stock/')]);
const [, TEXT] = gateway(OLD, '/pricing/');
const withFile = (...files: readonly (readonly [string, string])[]): Tree => new Map([...base, ...files]);

describe('sources that changed', () => {
  it('tell members of security one by one, and an empty one that goes', () => {
    const secured = (security: GatewaySource['security'] & object): Tree =>
      withFile(gateway(OLD, '/pricing/', { security }));
    expect(sourceChanges(secured({ kmsKey: 'a', search: 'x' }), secured({ kmsKey: 'b', search: 'x' }))).toMatchObject([
      { fields: [{ field: 'source.security.kmsKey', before: 'a', after: 'b' }] },
    ]);
    expect(sourceChanges(secured({}), base)).toMatchObject([{ fields: [{ field: 'source.security', before: {} }] }]);
  });

  it('are none where people change what is theirs', () => {
    const edited = `${TEXT}  tags: [mine]\n`;
    expect(sourceChanges(base, withFile([pathOf(OLD), edited]))).toEqual([]);
    expect(sourceChanges(base, new Map())).toEqual([]);
    expect(sourceChanges(base, withFile(['manual/a.yaml', 'kind: server\nsource: 1\n']))).toEqual([]);
    const renamed = pathOf(OLD).replace('.yaml', '.yml');
    const moved = new Map([...base].map(([path, text]) => [path === pathOf(OLD) ? renamed : path, text] as const));
    expect(sourceChanges(base, moved)).toEqual([]);
  });

  it('are told value by value, the authorizer opened, with both sides', () => {
    const after = gateway(OLD, '/pricing/', {
      description: 'x',
      authorizer: { ...JWT, discoveryUrl: 'https://b.example.com/.well-known/openid-configuration' },
    });
    expect(sourceChanges(base, withFile(after))).toEqual([
      {
        action: 'changed',
        file: pathOf(OLD),
        fields: [
          { field: 'source.description', after: 'x' },
          {
            field: 'source.authorizer.discoveryUrl',
            before: JWT.discoveryUrl,
            after: 'https://b.example.com/.well-known/openid-configuration',
          },
        ],
      },
    ]);
  });

  it('are found in files that fit no schema, and where the source is no map', () => {
    const broken = TEXT.replace(/name: pricing/, 'name: [other]').replace('kind: gateway', 'kind: nothing');
    expect(sourceChanges(base, withFile([pathOf(OLD), broken]))).toMatchObject([
      { action: 'changed', fields: [{ field: 'source.name', before: 'pricing', after: ['other'] }] },
    ]);
    const text = 'kind: gateway\nsource: nothing\nregistration:\n  path: /pricing/\n';
    expect(sourceChanges(base, withFile([pathOf(OLD), text]))[0]?.fields).toContainEqual({
      field: 'source',
      after: 'nothing',
    });
  });

  it('a renamed entry is one in the place of another, by its name or by its path in the registry', () => {
    const without = new Map([...base].filter(([path]) => path !== pathOf(OLD)));
    const [sameName, samePath] = ['pricing-zzzzzzzzzz', 'anything-zzzzzzzzzz'];
    for (const id of [sameName, samePath]) {
      const [change, ...more] = sourceChanges(base, new Map([...without, gateway(id, '/Pricing')]));
      expect(more).toEqual([]);
      expect(change).toMatchObject({ action: 'replaced', file: pathOf(id), from: pathOf(OLD) });
      expect(change?.fields).toContainEqual({
        field: 'source.url',
        before: `https://${OLD}.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp`,
        after: `https://${id}.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp`,
      });
    }
    // The other one may also stay, and give its path away.
    const stays = gateway(OLD, '/elsewhere/');
    expect(sourceChanges(base, withFile(stays, gateway(samePath, '/pricing/')))).toMatchObject([
      { action: 'replaced', file: pathOf(samePath), from: pathOf(OLD) },
    ]);
  });

  it('new ones come last', () => {
    const after = withFile(gateway('a-zzzzzzzzzz', '/a/'), gateway(OLD, '/pricing/', { name: 'other' }));
    expect(sourceChanges(base, after).map(({ action }) => action)).toEqual(['changed', 'new']);
  });
});
