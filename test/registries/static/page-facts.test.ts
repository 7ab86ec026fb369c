import { describe, expect, it } from 'vitest';
import type { EntryFile } from '../../../src/model/generated/entry.ts';
import type { Problem } from '../../../src/model/problem.ts';
import type { CatalogueFacts } from '../../../src/registries/kind.ts';
import { readPageFacts } from '../../../src/registries/static/page-facts.ts';
import type { Exposed } from '../../../src/registries/static/site-settings.ts';
import { gateway, gatewayArn, JWT } from '../../engine/support.ts';
import { filesIn, NOW, partsOf, SITE, stateOf } from './support.ts';

const ACCOUNT = '111111111111';
const OTHER = '222222222222/us-east-1/gateways/hidden.yaml';
const URL = `https://bedrock-agentcore.us-east-1.amazonaws.com/runtimes/arn%3Aaws%3Abedrock-agentcore%3Aus-east-1%3A${ACCOUNT}%3Aruntime%2Fx/invocations`;
const ENTRY = gateway('orders', {
  authorizer: JWT,
  registration: { provider: { organization: 'The shop', url: 'https://shop.example' } },
});

const security = (): EntryFile => {
  const { value } = ENTRY;
  if (value.kind !== 'gateway') throw new Error('a gateway');
  const waf = { arn: 'arn:aws:wafv2:us-east-1:111111111111:regional/webacl/wall/1', failOpen: true };
  return {
    ...value,
    source: { ...value.source, security: { waf, exceptionLevel: 'DEBUG', mcpVersions: ['2025-11-25'] } },
  };
};

const finding = (rule: Problem['rule'], text: string, files?: readonly string[]): Problem => ({
  rule,
  severity: 'warning',
  subject: 'x',
  text,
  ...(files === undefined ? {} : { about: { files } }),
});

const FINDINGS = [
  finding('gateway-open', `${gatewayArn('orders')} of ${ACCOUNT} is open at ${URL}. <b>`),
  finding('path-taken', `Also wanted by servers/${OTHER}.`, [`servers/${OTHER}`]),
];

const catalogue = (asked: string[] = []): CatalogueFacts => ({
  directory: 'servers',
  repository: 'https://github.example/acme/catalogue',
  lockOf: () => ({ server: { name: 'orders' }, tools: [], prompts: [], resourceTemplates: [], skills: [] }),
  reviews: async () => {
    asked.push('reviews');
    return () => ({ at: NOW, request: { number: 214, url: 'https://github.example/acme/catalogue/pull/214' } });
  },
  valueOf: security,
  findingsOf: () => FINDINGS,
});

const filesWith = async (...words: readonly Exposed[]) => {
  const settings = { ...SITE, expose: new Set(words) };
  const { records, removed } = stateOf([ENTRY]);
  const mark = { owner: 'o', file: ENTRY.path, identity: 'i', headers: {} };
  const asked: string[] = [];
  const factsOf = await readPageFacts(catalogue(asked), settings);
  const marked = records.map((one) => ({ ...one, mark: { ...mark, ...one.mark } as NonNullable<typeof one.mark> }));
  const files = filesIn({ records: marked, removed }, await partsOf({ settings, factsOf }));
  return { asked, page: files.get('servers/orders/index.html') ?? '', all: [...files.values()].join('\n') };
};

/** What each word lets the site show, and nothing else does. */
const SHOWN: Readonly<Record<Exclude<Exposed, 'runtimeUrls'>, readonly string[]>> = {
  owners: ['The shop'],
  accounts: [ACCOUNT],
  arns: [gatewayArn('orders')],
  history: ['/commits/HEAD/', '#214', 'on 3 Nov 2026.'],
  findings: ['Open findings', 'gateway-open', 'path-taken'],
  security: ['Firewall', 'does not answer', 'tell callers what happens inside'],
};

const foundIn = (all: string, texts: readonly string[]): readonly string[] =>
  texts.filter((text) => all.includes(text));

describe('what a site tells of an entry', () => {
  it('is nothing of any word that is not exposed, in any file', async () => {
    const { all, asked } = await filesWith();
    expect(foundIn(all, Object.values(SHOWN).flat())).toEqual([]);
    expect(asked).toEqual([]);
  });

  it.each(Object.entries(SHOWN))('%s: what it says, and nothing of the others', async (word, texts) => {
    const { all } = await filesWith(word as Exposed, ...(word === 'history' ? (['accounts'] as const) : []));
    expect(foundIn(all, texts)).toEqual(texts);
    const others = Object.entries(SHOWN).filter(
      ([other]) => other !== word && !(other === 'accounts' && (word === 'arns' || word === 'history')),
    );
    expect(
      foundIn(
        all,
        others.flatMap(([, its]) => its),
      ),
    ).toEqual([]);
  });

  it('findings keep to themselves what else is not exposed, and name no other entry', async () => {
    const { page } = await filesWith('findings');
    expect(page).toContain('an ARN of an account is open at its URL &lt;b&gt;');
    expect(page).toContain('Two registrations have one path, ignoring case and the last slash.');
    expect((await filesWith('findings', 'accounts', 'arns', 'runtimeUrls')).page).toContain(
      `${gatewayArn('orders')} of ${ACCOUNT} is open at ${URL}`,
    );
    expect((await filesWith('findings', 'accounts', 'arns', 'runtimeUrls')).page).not.toContain(OTHER);
  });

  it('security is told without naming what it is done with', async () => {
    const { page } = await filesWith('security', 'arns', 'accounts');
    expect(page).not.toContain('webacl');
    expect(page).toContain('every tool: no policy decides');
  });
});
