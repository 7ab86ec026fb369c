import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Difference, EntryChange } from '../../src/model/entry-change.ts';
import type { Review } from '../../src/model/review.ts';
import { planReport } from '../../src/report/plan-report.ts';
import { reportMarkdown } from '../../src/report/report.ts';
import { type RequestBody, requestBody } from '../../src/report/request-body.ts';
import { checkNotes } from '../../src/report/request-checks.ts';
import { withReview } from '../../src/report/request-comment.ts';
import { type DriftReport, driftIssue, driftTitle, isWorthTelling } from '../../src/report/request-issue.ts';
import { requestText } from '../../src/report/request-text.ts';
import { reviewResult } from '../../src/report/results.ts';
import { reviewText } from '../../src/report/review-text.ts';
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
  outside: [{ path: 'agentcore-sync.yaml', before: 'file', after: 'file' }],
  places: [],
  unseen: [],
  problems: PROBLEMS,
  files: 'https://github.com/acme/catalogue/blob/scan/servers/',
  run: 'https://github.com/acme/catalogue/actions/runs/1',
};
const LIMIT = 60_000;

describe("the request's body", () => {
  it('is ordered by risk', () => {
    const text = requestBody({ ...BODY, unseen: [CHANGES[2]?.file ?? ''] }, LIMIT);
    const order = [
      '<b>1 removed, 1 replaced, 7 changed, 1 new</b> – in 2 accounts',
      '### Settings and other files outside of the catalogue (1)',
      '### Sources that this scan did not see in AWS (1)',
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
  const review = (more: Partial<Review> = {}): Review => ({
    places: [],
    outside: [
      { path: 'agentcore-sync.yaml', before: 'file', after: 'link' },
      { path: '.github/workflows/more.yml', after: 'file' },
      { path: 'vendor', before: 'submodule' },
    ],
    sources: [
      {
        action: 'new',
        file: 'a/new.yaml',
        fields: [{ field: 'source.url', after: 'https://new.example.com/mcp' }],
        vouched: 'scan',
      },
      {
        action: 'new',
        file: 'a/forged.yaml',
        fields: [
          { field: 'source.name', after: 'forged' },
          { field: 'source.url', after: 'https://forged.example.com/mcp' },
        ],
        vouched: 'nobody',
      },
      {
        action: 'replaced',
        file: 'a/moved.yaml',
        from: 'a/was.yaml',
        fields: [
          { field: 'source.url', before: 'https://was.example.com/mcp', after: 'https://moved.example.com/mcp' },
        ],
        vouched: 'branch',
      },
    ],
    covered: CHANGES.slice(0, 1).map((one) => ({ ...one, differences: one.differences.slice(0, 1) })),
    ...more,
  });
  const withPlan = (given: Review, limit = LIMIT): string =>
    withReview(given, limit, (rest) => reportMarkdown(planReport(PLAN, {}), { limit: rest }));

  it('shows what is outside, new tokens and changed sources before the plan', () => {
    const text = withPlan(review());
    const order = [
      '### Settings and other files outside of the catalogue (3)',
      '### Tokens that go somewhere new (1)',
      '### Sources that are not those of the base (2)',
      '## Plan',
      '### Conflicts',
    ];
    const places = order.map((title) => text.indexOf(title));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(withPlan({ places: [], outside: [], sources: [], covered: [] }).startsWith('## Plan')).toBe(true);
    expect(withReview(undefined, LIMIT, () => 'alone')).toBe('alone');
    expect(Buffer.byteLength(withPlan(review({ covered: CHANGES }), 1500))).toBeLessThanOrEqual(1500);
  });

  it('begins with every place, where nothing else confirms them', () => {
    const places = [
      { file: 'a/b.yaml', path: '/b/', field: 'url', after: 'https://b.example.com/' },
      {
        file: 'a/c.yaml',
        path: '/c/',
        field: 'source.url',
        before: 'https://c.example.com/',
        after: 'https://d.example.com/',
      },
    ];
    expect(withPlan(review({ places })).startsWith('### Places that only this review confirms (2)')).toBe(true);
    const titles = requestBody({ ...BODY, places }, LIMIT).match(/^### .*$/gm);
    expect(titles?.[0]).toBe('### Places that only this review confirms (2)');
    expect(reviewText(review({ places, outside: [], sources: [] }), { colour: false, width: 100 })).toBe(
      [
        'Places that only this review confirms',
        '  a/b.yaml  url  https://b.example.com/',
        '  a/c.yaml  source.url  https://c.example.com/ → https://d.example.com/',
        '',
        '',
      ].join('\n'),
    );
  });

  it('says what git keeps at a path, and who answers for a source', () => {
    const text = withPlan(review());
    expect(text).toContain('| <code>agentcore-sync.yaml</code> | file → symbolic link |');
    expect(text).toContain('| <code>.github/workflows/more.yml</code> | new file |');
    expect(text).toContain('| <code>vendor</code> | submodule removed |');
    const [forged, moved] = [
      text.indexOf('forged.example.com'),
      text.indexOf('<code>https&#58;//moved.example.com/mcp'),
    ];
    expect(forged).toBeGreaterThan(0);
    expect(moved).toBeGreaterThan(forged);
    expect(text).toMatch(/was\.yaml<\/code> \| <code>source\.url<\/code> \| <code>https&#58;\/\/was\.example\.com/);
    expect(text).not.toContain('https&#58;//new.example.com');
  });

  it('tells the same on a screen and as data', () => {
    const plain = { colour: false, width: 100 };
    expect(reviewText(review(), plain)).toBe(
      [
        'Outside of the catalogue',
        '  agentcore-sync.yaml  file → symbolic link',
        '  .github/workflows/more.yml  new file',
        '  vendor  submodule removed',
        '',
        'Sources that are not those of the base',
        '  a/forged.yaml  new, seen by: nobody',
        '    https://forged.example.com/mcp',
        '  a/moved.yaml  in the place of a/was.yaml  replaced, seen by: the branch of scan',
        '    source.url  https://was.example.com/mcp → https://moved.example.com/mcp',
        '',
        '',
      ].join('\n'),
    );
    expect(reviewText({ places: [], outside: [], sources: [], covered: [] }, plain)).toBe('');
    expect(reviewResult(review())).toMatchObject({
      outside: [
        { before: 'file', after: 'link' },
        { before: null, after: 'file' },
        { before: 'submodule', after: null },
      ],
      sources: [{ vouched: 'scan' }, { vouched: 'nobody', fields: [{ before: null }, {}] }, { from: 'a/was.yaml' }],
      tokens: [{ field: 'token for /newest/', before: null, after: 'abc of https://issuer.example.com' }],
    });
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
  shadowed: [{ path: '/pricing/mcp/', text: '/pricing/mcp/ lies below /pricing/' }],
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
    expect(driftTitle(DRIFT)).toBe('The registry differs from the default branch');
    expect(isWorthTelling({ shadowed: [], drifted: [], notApplied: ['/c/'] })).toBe(false);
  });
});

describe("the issue's title", () => {
  const quiet = { shadowed: [], drifted: [], notApplied: [] };
  const run = { url: 'https://github.com/acme/catalogue/actions/runs/2', since: '2026-01-01T00:00:00Z' };

  it.each([
    [{ ...quiet, failed: run, refreshed: null }, 'Apply fails: what was merged is not in the registry'],
    [{ ...quiet, waiting: run, refreshed: null }, 'Apply waits for its approval for more than a day'],
    [{ ...quiet, refreshed: null }, "Tokens are not renewed: the registry's credentials run out"],
    [{ ...quiet, scanned: null }, 'Not every account is scanned'],
  ])('says what the issue is about: %o', (report, title) => {
    expect(driftTitle(report)).toBe(title);
    expect(driftIssue(report)).not.toContain('differ in what no file asks for');
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
    expect(text).toContain('Pull request 7 opened: 1 new  https://github.com/acme/catalogue/pull/7\n');
    expect(text).toContain('Pull request of b none is needed');
  });
});

describe('every one of them', () => {
  it('keeps its tables, and mentions nobody, whatever strangers write', () => {
    const made = (poison: (text: string) => string): string[] => [
      requestBody(
        poisoned({ changes: CHANGES, outside: BODY.outside, places: [], unseen: [], problems: PROBLEMS }, poison),
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
