import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { ToolsLock } from '../../../src/model/tools-lock.ts';
import { CONTENT_SECURITY_POLICY } from '../../../src/registries/static/page/frame.ts';
import type { PageFacts } from '../../../src/registries/static/page/page-entry.ts';
import { count } from '../../engine/story.ts';
import { gateway, JWT, manual, runtime } from '../../engine/support.ts';
import { filesIn, NOW, partsOf, SITE, stateOf } from './support.ts';

const elementsOf = (node: Tree.Node): readonly Tree.Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
];

const textOf = (node: Tree.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

const read = (text: string | undefined) => {
  const faults: string[] = [];
  const tree = parse(text ?? '', { onParseError: ({ code }) => void faults.push(code) });
  return { elements: elementsOf(tree), text: textOf(tree), faults };
};

const pagesOf = async (
  entries: Parameters<typeof stateOf>[0],
  facts?: PageFacts,
  change: Partial<typeof SITE> = {},
) => {
  const parts = await partsOf({ settings: { ...SITE, ...change }, ...(facts ? { factsOf: () => facts } : {}) });
  const files = filesIn(stateOf(entries), parts);
  return (path: string) => read(files.get(path));
};

const OKTA = { ...JWT, discoveryUrl: 'https://acme.okta.com/oauth2/default/.well-known/openid-configuration' };

const LOCK: ToolsLock = {
  server: { name: 'orders' },
  tools: [
    { name: 'find_order', title: 'Find an order', description: 'By number.', digest: `sha256:${'0'.repeat(64)}` },
  ],
  prompts: [],
  resourceTemplates: [],
  skills: [],
};

const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

describe('the page of a catalogue', () => {
  it("counts, and has a row for each entry in people's words, without a script", async () => {
    const page = await pagesOf(
      [
        gateway('orders', {
          authorizer: OKTA,
          registration: { name: 'Order desk', provider: { organization: 'Shop', url: 'https://shop.example' } },
        }),
        gateway('signed', { authorizer: { type: 'AWS_IAM' } }),
        runtime('planner'),
        manual('team', {}),
      ],
      undefined,
    );
    const { elements, text, faults } = page('index.html');
    expect(faults).toEqual([]);
    expect(text).toContain('3 servers, 1 agent');
    const rows = elements
      .filter((one) => attribute(one, 'class') === 'row')
      .map((row) =>
        textOf(row)
          .split(/\s*\n\s*/)
          .filter(Boolean),
      );
    expect(rows).toEqual([
      ['Order desk', 'AgentCore Gateway: orders', 'ShopOkta tokennot reviewed3 Nov 2026'],
      ['Planner agent', 'AgentCore Agent: planner', 'your AWS loginnot reviewed3 Nov 2026'],
      ['Signed', 'AgentCore Gateway: signed', 'your AWS loginnot reviewed3 Nov 2026'],
      ['team', 'team', 'no sign-innot reviewed3 Nov 2026'],
    ]);
    const search = elements.find((one) => attribute(one, 'id') === 'search');
    expect(search && attribute(search, 'hidden')).toBe('');
  });

  it("a server's page begins with how one connects, and tells what was reviewed", async () => {
    const facts = {
      lock: LOCK,
      review: { at: NOW, request: { number: 214, url: 'https://github.example/acme/catalogue/pull/214' } },
      links: {
        edit: 'https://github.example/e',
        history: 'https://github.example/h',
        report: 'https://github.example/r',
      },
    };
    const page = await pagesOf([gateway('orders', { authorizer: OKTA })], facts);
    const { elements, text, faults } = page('servers/orders/index.html');
    expect(faults).toEqual([]);
    expect(elements.filter(({ tagName }) => tagName === 'h2').map(textOf)).toEqual(['Connect', 'Tools 1', 'About']);
    expect(
      elements
        .filter(({ tagName, attrs }) => tagName === 'section' && attrs.some(({ value }) => value === 'recipe'))
        .map((one) => attribute(one, 'id')),
    ).toEqual(['vscode', 'copilot', 'claude-code', 'cursor', 'python', 'strands', 'langgraph', 'curl']);
    expect(text).toContain('An access token from Okta.');
    expect(text).toContain('Reviewed in #214 on 3 Nov 2026.');
    expect(text).toContain('find_order');
    expect(elements.filter(({ tagName }) => tagName === 'a').map(textOf)).toEqual(
      expect.arrayContaining(['Edit', 'History', 'Report a problem']),
    );
  });

  it.each([
    [{ at: NOW }, 'Reviewed on 3 Nov 2026.'],
    [{ at: NOW, request: { number: 7, url: 'javascript:alert(1)' } }, 'Reviewed in #7 on 3 Nov 2026.'],
    [undefined, 'Reviewed: this is what it offered then.'],
  ])('what is known of a review stands beside the tools: %j', async (review, expected) => {
    const page = await pagesOf([gateway('orders')], { lock: LOCK, links: {}, ...(review ? { review } : {}) });
    const { elements, text } = page('servers/orders/index.html');
    expect(text).toContain(expected);
    expect(elements.some((one) => attribute(one, 'href')?.startsWith('javascript:'))).toBe(false);
  });

  it('every address of a page leads to its own files, to the repository, or to a client', async () => {
    const page = await pagesOf([gateway('orders', { authorizer: JWT }), runtime('planner')], {
      links: { edit: 'javascript:alert(1)' },
    });
    for (const path of ['index.html', 'servers/orders/index.html', 'agents/planner/index.html']) {
      for (const element of page(path).elements) {
        for (const { name, value } of element.attrs) {
          if (name === 'src' || name === 'href')
            expect(value).toMatch(/^(#|\.\.\/|assets\/|v0\.1\/|\.well-known\/|servers\/|agents\/|vscode:|cursor:)/);
          expect(name).not.toMatch(/^(on|style$)/);
        }
      }
      const policy = page(path).elements.find((one) => attribute(one, 'http-equiv') === 'Content-Security-Policy');
      expect(policy && attribute(policy, 'content')).toBe(CONTENT_SECURITY_POLICY);
    }
  });
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</code></pre><iframe srcdoc="x">',
  '$' + '{alert(1)} {{7*7}} $(id) `id`',
  'javascript:alert(1)',
  ']]><!--<svg/onload=alert(1)>',
  '\u202eevil\u0007\u200b\ufeff\u{e0041}',
  '&lt;b&gt; &#x3c;script&#x3e;',
  '\ud800 lone',
];

/** 200 entries with a hostile text in every field that takes one. */
const hostileEntries = () =>
  count(0, 200).map((at) => {
    const text = `${HOSTILE[at % HOSTILE.length]}`;
    const agent = at % 4 === 3;
    return manual(
      `h${at}`,
      {
        name: text,
        description: text,
        tags: [text],
        license: text,
        provider: { organization: text, url: text },
        metadata: { owner: text, region: text, account_id: text, note: text },
        ...(agent
          ? {
              skills: [{ id: text, name: text, description: text, tags: [text] }],
              version: text,
              protocol: 'a2a' as const,
            }
          : { tools: [{ name: text, description: text }], authScheme: 'api_key' as const }),
      },
      agent ? 'agent' : 'server',
    );
  });

describe('hostile texts', () => {
  const shape = ({ elements }: ReturnType<typeof read>) =>
    elements.map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)].join(' '));

  const UNSEEN = ['\u202e', '\u0007', '\u200b', '\ufeff'];
  const FORBIDDEN = new Set(['script', 'iframe', 'img', 'svg', 'b']);
  // Our own script is the only one.
  const forbiddenIn = ({ elements }: ReturnType<typeof read>) =>
    elements
      .filter((one) => FORBIDDEN.has(one.tagName) && !attribute(one, 'src')?.endsWith('assets/page.js'))
      .map(({ tagName }) => tagName);

  it('never become markup: the pages have the elements that harmless texts have', async () => {
    const hostile = hostileEntries();
    const facts: PageFacts = {
      lock: {
        ...LOCK,
        tools: HOSTILE.map((text) => ({
          ...LOCK.tools[0],
          name: text,
          title: `${text}!`,
          description: text,
          digest: text,
        })),
      },
      review: { at: NOW, request: { number: 1, url: HOSTILE[1] ?? '' } },
      links: { edit: HOSTILE[1] ?? '' },
      findings: HOSTILE.map((text) => ({ rule: 'text', text })),
      security: HOSTILE.map((text) => ['Network', text]),
    };
    const page = await pagesOf(hostile, facts);
    const harmless = await pagesOf(
      [
        manual('plain', {
          name: 'plain',
          tools: [{ name: 'x' }],
          tags: ['x'],
          license: 'MIT',
          provider: { organization: 'x', url: 'javascript:x' },
          authScheme: 'api_key',
          metadata: { region: 'x' },
        }),
      ],
      facts,
    );
    const known = new Set([
      ...shape(harmless('index.html')),
      ...shape(harmless('servers/plain/index.html')),
      'option',
      'select name',
      'span class',
      'li class',
    ]);
    for (const at of count(0, 200)) {
      const agent = at % 4 === 3;
      const read = page(agent ? `agents/h${at}/index.html` : `servers/h${at}/index.html`);
      expect(read.faults).toEqual([]);
      expect(read.elements.length).toBeGreaterThan(20);
      expect(forbiddenIn(read)).toEqual([]);
      if (!agent) expect(shape(read).filter((one) => !known.has(one))).toEqual([]);
      expect(UNSEEN.some((character) => read.text.includes(character))).toBe(false);
    }
    const index = page('index.html');
    expect(index.faults).toEqual([]);
    expect(forbiddenIn(index)).toEqual([]);
    expect(index.elements.filter((one) => attribute(one, 'class') === 'row')).toHaveLength(200);
    expect(index.text).toContain('<script>alert(1)</script>');
  });
});
