import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Difference, EntryChange } from '../../src/model/entry-change.ts';
import { type RequestBody, requestBody } from '../../src/report/request-body.ts';
import { checkNotes } from '../../src/report/request-checks.ts';
import { reviewMarkdown } from '../../src/report/request-comment.ts';
import { type DriftReport, driftIssue, isWorthTelling } from '../../src/report/request-issue.ts';
import { requestText } from '../../src/report/request-text.ts';
import { hostileText, poisoned } from './hostile.ts';
import { PLAN, PROBLEMS } from './samples.ts';

const ACCOUNT = '111111111111';

const change = (name: string, differences: readonly Difference[], more: Partial<EntryChange> = {}): EntryChange => ({
  action: 'update',
  file: `${ACCOUNT}/us-east-1/gateways/${name}-a1b2c3d4e5.yaml`,
  account: ACCOUNT,
  region: 'us-east-1',
  kind: 'gateway',
  name,
  path: `/${name}/`,
  url: `https://${name}.example.com/mcp`,
  authorizer: 'CUSTOM_JWT',
  differences,
  ...more,
});

const CHANGES: readonly EntryChange[] = [
  change(
    'newest',
    [
      { risk: 'client', field: 'token for /newest/', after: 'abc of https://issuer.example.com' },
      { risk: 'new', field: '' },
    ],
    { action: 'create', account: '222222222222', file: '222222222222/us-east-1/gateways/newest-a1b2c3d4e5.yaml' },
  ),
  change('talk', [{ risk: 'other', field: 'source.description', before: 'Old', after: 'New words' }]),
  change('moved', [
    { risk: 'url', field: 'source.url', before: 'https://a.example.com/', after: 'https://b.example.com/' },
  ]),
  change('locked', [
    { risk: 'authorizer', field: 'source.authorizer.allowedClients', before: ['a', 'b'], after: ['b', 'c'] },
  ]),
  change('headed', [{ risk: 'authorizer', field: 'registration.headers' }]),
  change('paths', [{ risk: 'path', field: 'registration.path', before: '/a/', after: '/paths/' }]),
  change('seen', [{ risk: 'visibility', field: 'registration.visibility', after: 'public' }]),
  change('gone', [{ risk: 'removed', field: '' }], { action: 'delete' }),
  change('declined', [{ risk: 'removed', field: 'registration.register', after: false }]),
  change('swapped', [{ risk: 'replaced', field: '', before: 'old.yaml', after: 'new.yaml' }], {
    action: 'replace',
    from: 'old.yaml',
  }),
];

const BODY: RequestBody = {
  changes: CHANGES,
  outside: ['agentcore-sync.yaml'],
  problems: PROBLEMS,
  files: 'https://github.com/acme/catalogue/blob/scan/servers/',
  run: 'https://github.com/acme/catalogue/actions/runs/1',
};
const LIMIT = 60_000;

describe("the request's body", () => {
  it('is ordered by risk', () => {
    const text = requestBody(BODY, LIMIT);
    const order = [
      '<b>1 removed, 1 replaced, 7 changed, 1 new</b> – in 2 accounts',
      '### Settings and other files outside of the catalogue (1)',
      '### Tokens that go somewhere new (1)',
      '### URL (1)',
      '### Authorizer and headers (2)',
      '### Path in the registry (1)',
      '### Who sees it (1)',
      '### Removed from the registry (2)',
      '### Replaced (1)',
      `### Problems (${PROBLEMS.length})`,
      '### New (1)',
      '### Everything else (1)',
      '<summary>Accounts and Regions (2)</summary>',
    ];
    const places = order.map((title) => text.indexOf(title));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('shows what differs, and where', () => {
    const text = requestBody(BODY, LIMIT);
    const place = `<code>${ACCOUNT}</code> | <code>us-east-1</code>`;
    const at = (name: string): string =>
      `<a href="https&#58;//github.com/acme/catalogue/blob/scan/servers/${ACCOUNT}/us-east-1/gateways/${name}-a1b2c3d4e5.yaml"><code>${name}</code></a>`;
    expect(text).toContain(
      `| ${place} | ${at('locked')} | <code>source.authorizer.allowedClients</code> | <code>-a</code> | <code>+c</code> |`,
    );
    expect(text).toContain(`| ${place} | ${at('headed')} | <code>registration.headers</code> |  | (changed) |`);
    expect(text).toContain(`| ${place} | <code>gone</code> | <code>/gone/</code> | its file is removed |`);
    expect(text).toContain(`| <code>register&#58; false</code> |`);
  });

  it('is the same for the same content, and holds nothing of the run unless it is cut', () => {
    expect(requestBody({ ...BODY, run: 'https://example.com/2' }, LIMIT)).toBe(requestBody(BODY, LIMIT));
    expect(requestBody({ ...BODY, changes: CHANGES.toReversed() }, LIMIT).length).toBe(requestBody(BODY, LIMIT).length);
  });

  it('keeps every risky row when it is cut, and says how much is left out and where it is', () => {
    const fresh = Array.from({ length: 5000 }, (_, at) =>
      change(`fresh${at}`, [{ risk: 'new', field: '' }], { action: 'create' }),
    );
    const text = requestBody({ ...BODY, changes: [...fresh, ...CHANGES] }, LIMIT);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LIMIT);
    expect(Buffer.byteLength(text)).toBeGreaterThan(LIMIT - 1000);
    for (const name of ['moved', 'locked', 'headed', 'paths', 'seen', 'gone', 'declined', 'swapped']) {
      expect(text).toContain(`<code>${name}</code>`);
    }
    const shown = text.split('<code>fresh').length - 1;
    expect(text).toContain(`${(5001 - shown).toLocaleString('en-US')} entries more not shown`);
    expect(text).toContain('actions/runs/1');
    expect(text).not.toContain('fresh4999');
  });
});

describe('the review', () => {
  it('shows changed settings and new tokens before the plan', () => {
    const text = reviewMarkdown(
      {
        plan: PLAN,
        settings: ['agentcore-sync.yaml'],
        covered: CHANGES.slice(0, 1).map((one) => ({ ...one, differences: one.differences.slice(0, 1) })),
      },
      LIMIT,
    );
    const order = ['### Settings', '### Tokens that go somewhere new (1)', '## Plan', '### Conflicts'];
    const places = order.map((title) => text.indexOf(title));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(reviewMarkdown({ plan: PLAN, settings: [], covered: [] }, LIMIT).startsWith('## Plan')).toBe(true);
    expect(Buffer.byteLength(reviewMarkdown({ plan: PLAN, settings: [], covered: CHANGES }, 1500))).toBeLessThanOrEqual(
      1500,
    );
  });

  it('notes problems beside their lines', () => {
    const problem = { rule: 'schema', severity: 'error', subject: 's', text: 'a\nb', hint: 'do' } as const;
    expect(
      checkNotes([
        problem,
        { ...problem, place: { file: 'servers/a.yaml', line: 3, column: 5 } },
        { ...problem, severity: 'notice', place: { file: 'b' } },
      ]),
    ).toEqual([
      { path: 'servers/a.yaml', line: 3, column: 5, level: 'failure', title: 'schema', message: 'a\\nb\ndo' },
      { path: 'b', line: 1, level: 'notice', title: 'schema', message: 'a\\nb\ndo' },
    ]);
  });
});

const DRIFT: DriftReport = {
  drifted: [
    { path: '/a/', state: 'changed', fields: ['url', 'visibility'] },
    { path: '/b/', state: 'missing', fields: [] },
  ],
  notApplied: ['/c/'],
  failed: { url: 'https://github.com/acme/catalogue/actions/runs/2', since: '2026-01-01T00:00:00Z' },
  waiting: { url: 'https://github.com/acme/catalogue/actions/runs/3', since: '2026-01-02T00:00:00Z' },
  refreshed: null,
};

describe('the issue', () => {
  it('tells drift from what was never applied, and of runs that a person should look at', () => {
    const text = driftIssue(DRIFT);
    expect(text).toContain('| <code>/a/</code> | changed there | <code>url</code> <code>visibility</code> |');
    expect(text).toContain('| <code>/b/</code> | gone from there |  |');
    expect(text).toContain('### In the files, never applied (1)');
    expect(text).toContain('Tokens are not renewed');
    expect(text).toContain('actions/runs/2');
    expect(text).toContain('actions/runs/3');
    expect(isWorthTelling(DRIFT)).toBe(true);
    expect(isWorthTelling({ drifted: [], notApplied: ['/c/'] })).toBe(false);
  });
});

describe('the lines about requests', () => {
  it('say what became of each', () => {
    const request = { number: 7, url: 'https://github.com/acme/catalogue/pull/7' };
    const lines = (['created', 'updated', 'closed', 'unchanged', 'declined', 'queued'] as const).map((state) => ({
      branch: 'b',
      request,
      state,
      counts: '1 new',
    }));
    const text = requestText(
      [...lines, { branch: 'b', state: 'no-difference', counts: '' }, { branch: 'b', state: 'refused', counts: '' }],
      { colour: false, width: 100 },
    );
    expect(text.split('\n')).toHaveLength(9);
    expect(text).toContain('Request 7 opened: 1 new  https://github.com/acme/catalogue/pull/7\n');
    expect(text).toContain('Request of b none is needed');
  });
});

describe('every one of them', () => {
  it('keeps its tables, and mentions nobody, whatever strangers write', () => {
    const made = (poison: (text: string) => string): string[] => [
      requestBody(
        poisoned({ changes: CHANGES, outside: BODY.outside, problems: PROBLEMS }, poison),
        Number.POSITIVE_INFINITY,
      ),
      driftIssue({ ...DRIFT, ...poisoned({ drifted: DRIFT.drifted, notApplied: DRIFT.notApplied }, poison) }),
    ];
    const rows = (markdown: string): number => markdown.split('\n').filter((line) => line.startsWith('|')).length;
    const columns = (row: string): number => row.split(/(?<!\\)\|/).length;
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const markdown of made(() => text)) {
          for (const section of markdown.split('\n\n').filter((part) => part.startsWith('|'))) {
            expect(new Set(section.trim().split('\n').map(columns)).size).toBe(1);
          }
          expect(rows(markdown)).toBeGreaterThan(3);
          expect(markdown.replaceAll(/<a href="[^"]*">/g, '')).not.toMatch(/@|<img|<!--|:\/\/|www\./);
        }
      }),
      { numRuns: 50 },
    );
  });
});
