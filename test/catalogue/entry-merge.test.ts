import { describe, expect, it } from 'vitest';
import { declineEntry, mergeEntry } from '../../src/catalogue/entry-merge.ts';
import { newEntryText } from '../../src/catalogue/new-entry.ts';
import { renamedEntries } from '../../src/catalogue/replaced.ts';
import type { Source } from '../../src/model/resource.ts';

const ACCOUNT = '111111111111';
const PATH = `${ACCOUNT}/us-east-1/gateways/pricing-a1b2c3d4e5.yaml`;

const source = (description: string, id = 'pricing-a1b2c3d4e5'): Source => ({
  kind: 'gateway',
  value: {
    account: ACCOUNT,
    region: 'us-east-1',
    arn: `arn:aws:bedrock-agentcore:us-east-1:${ACCOUNT}:gateway/${id}`,
    name: 'pricing',
    description,
    url: `https://${id}.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp`,
    authorizer: { type: 'NONE' },
  },
});
const scanned = (description: string): string => newEntryText(source(description), { path: '/pricing/' });

describe('mergeEntry', () => {
  it("takes the branch's source and what people wrote on both sides", () => {
    const merged = mergeEntry(PATH, {
      ancestor: scanned('one'),
      base: `# on main\n${scanned('one')}`,
      branch: `${scanned('two')}  tags: [branch] # here\n`,
    });
    expect(merged).toBe(`# on main\n${scanned('two')}  tags: [branch] # here\n`);
  });

  it("the base's bytes stand where only scan wrote on the branch, also without an ancestor", () => {
    const base = `${scanned('one')}  tags: [main]\n`;
    expect(mergeEntry(PATH, { ancestor: scanned('one'), base, branch: scanned('two') })).toBe(
      `${scanned('two')}  tags: [main]\n`,
    );
    expect(mergeEntry(PATH, { base, branch: scanned('two') })).toBe(`${scanned('two')}  tags: [main]\n`);
  });

  it("the branch's bytes stand where people wrote the same lines on both sides, and where a side can't be read", () => {
    const both = {
      ancestor: `${scanned('one')}  tags: [old]\n`,
      base: `${scanned('one')}  tags: [main]\n`,
      branch: `${scanned('two')}  tags: [branch]\n`,
    };
    expect(mergeEntry(PATH, both)).toBe(both.branch);
    expect(mergeEntry(PATH, { ...both, base: 'kind: [' })).toBe(both.branch);
    expect(mergeEntry(PATH, { ...both, branch: 'kind: [' })).toBe('kind: [');
    expect(mergeEntry(PATH, { base: both.base, branch: both.branch })).toBe(both.branch);
  });
});

describe('declineEntry', () => {
  it.each([
    ['a scanned file', scanned('one'), scanned('one').replace('  path:', '  register: false\n  path:')],
    ['one that says true', `${scanned('one')}  register: true # yes\n`, `${scanned('one')}  register: false # yes\n`],
    [
      'CRLF',
      scanned('one').replaceAll('\n', '\r\n'),
      scanned('one').replace('  path:', '  register: false\n  path:').replaceAll('\n', '\r\n'),
    ],
    [
      'flow style',
      scanned('one').replace(/registration:[\s\S]*$/, 'registration: { path: /pricing/ }\n'),
      scanned('one').replace(/registration:[\s\S]*$/, 'registration: { register: false, path: /pricing/ }\n'),
    ],
  ])('%s', (_name, text, declined) => {
    expect(declineEntry(PATH, text)).toBe(declined);
  });

  it('JSON', () => {
    const path = PATH.replace('.yaml', '.json');
    const text = '{ "kind": "gateway", "source": {}, "registration": { "path": "/a/" } }';
    expect(declineEntry(path, text)).toBe(text.replace('"path"', '"register": false, "path"'));
  });

  it("lets go what people wrote, and what can't be read", () => {
    expect(declineEntry('manual/a.yaml', 'kind: server\nregistration:\n  path: /a/\n')).toBeUndefined();
    expect(declineEntry(PATH, 'kind: [')).toBeUndefined();
    expect(declineEntry(PATH, 'kind: gateway\n')).toBeUndefined();
  });
});

describe('renamedEntries', () => {
  const file = (id: string): readonly [string, string] => [
    `${ACCOUNT}/us-east-1/gateways/${id}.yaml`,
    newEntryText(source('one', id), { path: '/pricing/' }),
  ];

  it('pairs one that is gone with one that is new, of the same account, Region, kind and name', () => {
    const [old, now, other] = [file('pricing-aaaaaaaaaa'), file('pricing-bbbbbbbbbb'), file('pricing-cccccccccc')];
    expect([...renamedEntries(new Map([old]), new Map([now]))]).toEqual([[old[0], now[0]]]);
    expect(renamedEntries(new Map([old]), new Map([now, other])).size).toBe(0);
    expect(renamedEntries(new Map([old, other]), new Map([now])).size).toBe(0);
    expect(renamedEntries(new Map([old]), new Map()).size).toBe(0);
  });
});
