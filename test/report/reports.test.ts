import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hide } from '../../src/model/hidden.ts';
import type { Plan } from '../../src/model/plan.ts';
import { applyReport } from '../../src/report/apply-report.ts';
import { SUMMARY_LIMIT } from '../../src/report/document.ts';
import { listReport } from '../../src/report/list-report.ts';
import { code } from '../../src/report/markup.ts';
import { planReport } from '../../src/report/plan-report.ts';
import type { MarkdownOptions } from '../../src/report/problems-markdown.ts';
import { problemsText } from '../../src/report/problems-text.ts';
import { reportMarkdown, reportText } from '../../src/report/report.ts';
import { planResult } from '../../src/report/results.ts';
import { scanReport } from '../../src/report/scan-report.ts';
import { showText } from '../../src/report/show-text.ts';
import type { TextOptions } from '../../src/report/text.ts';
import { validateReport } from '../../src/report/validate-report.ts';
import { hostileText, poisoned } from './hostile.ts';
import { OUTCOMES, PLAN, PROBLEMS, SCAN, SCAN_REPORT, SHOWN, server } from './samples.ts';

const TEXT = { colour: false, width: 110 };
const MARKDOWN = { limit: SUMMARY_LIMIT };
const APPLIED = { outcomes: OUTCOMES, problems: PROBLEMS.slice(0, 1) };
const COLOUR = new RegExp(`${String.fromCharCode(0x1b)}\\[\\d+m`, 'g');
const planText = (plan: Plan, options: TextOptions): string => reportText(planReport(plan, options), options);
const planMarkdown = (plan: Plan, options: MarkdownOptions): string => reportMarkdown(planReport(plan, {}), options);
/** The changes of a plan as JSON has them. */
const changesIn = (plan: Plan) =>
  planResult([{ name: 'default', type: 'any', result: plan, problems: [] }]).registries.flatMap(
    ({ changes }) => changes,
  );
const NOTHING = { ours: 0, changes: [], problems: [] };

describe('text', () => {
  it('lists how many tools and skills were reviewed, where there are locks', () => {
    const none = { tools: 0, prompts: 0, resourceTemplates: 0, skills: 0 };
    const locked = ({ id }: { readonly id: string }, endpoint?: string) => {
      if (id.startsWith('pricing-tools')) return { ...none, tools: 12 };
      if (id === '9AB3C4D5E6') return { ...none, tools: 1 };
      if (id.startsWith('summarizer')) return endpoint === undefined ? { ...none, skills: 3 } : none;
      return undefined;
    };
    const text = reportText(listReport(SCAN, locked), TEXT);
    expect(text).toMatch(/authorizer +locked +id\n/);
    expect(text).toMatch(/pricing-tools +READY +MCP +CUSTOM_JWT +12 tools +pricing-tools-/);
    expect(text).toMatch(/stock +READY +MCP_SERVER +1 tool +9AB3C4D5E6/);
    expect(text).toMatch(/summarizer +READY +A2A +AWS_IAM +3 skills +summarizer-/);
    expect(text).toMatch(/endpoint +prod +0 tools\n/);
    expect(text).toMatch(/eu-west-1 [^\n]*\n +kind +name +status +type +authorizer +id\n/);
  });

  it('lists', () => {
    expect(
      reportText(
        listReport(SCAN, () => undefined),
        TEXT,
      ),
    ).toMatchInlineSnapshot(`
      "111111111111  eu-west-1  2 runtimes
        kind        name        status         type  authorizer  id
        runtime     broken      UPDATE_FAILED                    broken-Xv63cD4eF5
        runtime     translator  READY          MCP   AWS_IAM     translator-Yw72bC3dE4
          endpoint    prod

      111111111111  us-east-1  2 gateways, 2 targets, 1 runtime
        kind        name           status    type        authorizer  id
        gateway     drafts         CREATING                          drafts-f6g7h8i9j0
        gateway     pricing-tools  READY     MCP         CUSTOM_JWT  pricing-tools-a1b2c3d4e5
          target      orders                 LAMBDA                  7XK2P0QJ4M
          target      stock        READY     MCP_SERVER              9AB3C4D5E6
        runtime     summarizer     READY     A2A         AWS_IAM     summarizer-Zx81aB2cD3
          endpoint    prod

      222222222222  us-east-1  1 gateway, 2 targets
        kind      name       status  type        authorizer  id
        gateway   inventory  READY   MCP         CUSTOM_JWT  inventory-k1l2m3n4o5
          target    orders           LAMBDA                  7XK2P0QJ4M
          target    stock            MCP_SERVER              9AB3C4D5E6

      3 gateways, 4 targets, 3 runtimes in 2 accounts and 2 Regions.
        1 listing incomplete: there may be more
      "
    `);
  });

  it('tells a scan', () => {
    expect(reportText(scanReport(SCAN_REPORT), TEXT)).toMatchInlineSnapshot(`
      "account       Region     found  created  updated  replaced  removed  unchanged  failed  calls  throttled  seconds
      111111111111  eu-west-1      2        0        0         0        1          1       0      6          0      0.4
      111111111111  us-east-1      4        0        1         1        0          0       0      9          1      1.3
      222222222222  eu-west-1      0        0        0         0        0          0       1      2          0      0.3
      222222222222  us-east-1      1        1        0         0        0          0       0  1,204          0      0.4
      ────────────  ─────────  ─────  ───────  ───────  ────────  ───────  ─────────  ──────  ─────  ─────────  ───────
      total                        7        1        1         1        1          1       1  1,221          1      1.3

      - 111111111111/eu-west-1/gateways/legacy-q1w2e3r4t5.yaml
      ~ 111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml
      ± 111111111111/us-east-1/runtimes/summarizer-Zx81aB2cD3.yaml  was 111111111111/us-east-1/runtimes/summarizer-Old1aB2cD3.yaml
      + 222222222222/us-east-1/gateways/inventory-k1l2m3n4o5.yaml

      Scanned: 1 file created, 1 updated, 1 replaced, 1 removed. 7 resources in 2 accounts, 1,221 calls in 1.3 s, 1 throttled, 1 file out of scope, kept.
      "
    `);
  });

  it('tells a scan that would change files, with their differences', () => {
    const changes = SCAN_REPORT.changes.filter(({ action }) => action === 'update');
    const report = { ...SCAN_REPORT, dryRun: true, changes, held: 2 };
    expect(reportText(scanReport(report, { diff: true }), TEXT)).toMatchInlineSnapshot(`
      "account       Region     found  created  updated  replaced  removed  unchanged  failed  calls  throttled  seconds
      111111111111  eu-west-1      2        0        0         0        0          2       0      6          0      0.4
      111111111111  us-east-1      4        0        1         0        0          1       0      9          1      1.3
      222222222222  eu-west-1      0        0        0         0        0          0       1      2          0      0.3
      222222222222  us-east-1      1        0        0         0        0          0       0  1,204          0      0.4
      ────────────  ─────────  ─────  ───────  ───────  ────────  ───────  ─────────  ──────  ─────  ─────────  ───────
      total                        7        0        1         0        0          3       1  1,221          1      1.3

      ~ 111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml
          @@ -3,7 +3,7 @@
             account: "111111111111"
             region: us-east-1
             name: pricing-tools
          -  description: Price lookups
          +  description: Prices and stock
             url: https://pricing-tools-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp
           registration:
             path: /pricing-tools/ # as the price team has it

      Dry run: 1 file to update. 7 resources in 2 accounts, 1,221 calls in 1.3 s, 1 throttled, 1 file out of scope, kept, 2 held back.
      "
    `);
  });

  it('folds rows that say nothing once there are many', () => {
    const quiet = { region: 'us-east-1', found: 0, filtered: 0, failed: 0, calls: 2, throttled: 0, seconds: 0.1 };
    const figures = Array.from({ length: 60 }, (_, at) => ({ ...quiet, account: String(100000000000 + at) }));
    const scan = { ...SCAN, figures: [...SCAN.figures, ...figures] };
    expect(reportText(scanReport({ ...SCAN_REPORT, scan }), TEXT)).toContain('\n60 without changes not shown\n');
  });

  it('tells that nothing changed', () => {
    const scan = { ...SCAN, figures: [], outOfScope: [] };
    const report = { ...SCAN_REPORT, scan, changes: [], files: [] };
    expect(reportText(scanReport(report), TEXT)).toMatch(/^Scanned: no file changes\. 0 resources /);
  });

  it('groups problems', () => {
    expect(problemsText(PROBLEMS, TEXT)).toMatchInlineSnapshot(`
      "error call-denied
        222222222222 eu-west-1: ListGateways was denied: AgentCoreSync is not authorized to perform
          bedrock-agentcore:ListGateways
        → add the action to the role, as templates/iam/ has it

      error schema
        servers/111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml:7:3  /pricing-tools/:
          registration.tags: expected a list, met a text

      error visibility-groups
        servers/111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml:24:15  /pricing-tools/: visibility
          is group-restricted, but groups is empty
        → list the groups that may see it

      warning field-unsupported
        servers/manual/weather.json:9:5  /weather/: supported_transports can’t be sent for a server of this
          registry

      notice resource-not-ready
        111111111111 us-east-1: gateway drafts-f6g7h8i9j0 is CREATING: no file yet

      3 errors, 1 warning, 1 notice
      "
    `);
    expect(problemsText([], TEXT)).toBe('');
  });

  it('tells what validate found', () => {
    expect(reportText(validateReport({ files: 1, problems: [] }), TEXT)).toBe('1 file, no problems.\n');
    expect(reportText(validateReport({ files: 12, problems: PROBLEMS.slice(1, 4) }), TEXT)).toBe(
      '12 files, problems in 2 of them. 2 errors, 1 warning.\n',
    );
    expect(reportText(validateReport({ files: 0, problems: PROBLEMS.slice(0, 1) }), TEXT)).toBe(
      '0 files, problems outside of them. 1 error.\n',
    );
  });

  it('counts what is out of scope until it is pruned', () => {
    const pruned = {
      action: 'delete',
      path: '333333333333/us-east-1/gateways/old-a1b2c3d4e5.yaml',
      before: '',
    } as const;
    expect(reportText(scanReport(SCAN_REPORT), TEXT)).toMatch(/, 1 file out of scope, kept\.\n$/);
    expect(reportText(scanReport({ ...SCAN_REPORT, changes: [pruned] }), TEXT)).not.toContain('out of scope');
  });

  it('shows a plan', () => {
    expect(planText(PLAN, TEXT)).toMatchInlineSnapshot(`
      "~ /orders/          server  111111111111/us-east-1/gateways/orders-a1b2c3d4e5.yaml
          url
            - https://orders-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp
            + https://orders-z9y8x7w6v5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp
          visibility      public → internal  (changed in the registry)
          credential      (withdrawn before the change, then renewed)
          description     "Order lookups" → "Orders, returns and stock"
          headers.X-Team  (changed)
          license         (not listed) → MIT
          tags            -old +orders
      ! /taken/           server  111111111111/us-east-1/gateways/taken-a1b2c3d4e5.yaml
          why  its path is held by something that this tool did not register
      - /legacy/          server  111111111111/us-east-1/gateways/legacy-a1b2c3d4e5.yaml
          why  manual/legacy.yaml no longer registers it
      ± /licensed/        server  111111111111/us-east-1/gateways/licensed-a1b2c3d4e5.yaml
          why      an update cannot remove license in this registry
          license  Apache-2.0 → (none)
      + /pricing-tools/   server  111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml
          name        pricing-tools
          url         https://pricing-tools-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp
          auth        bearer
          headers     X-Team
          visibility  internal
          tags        agentcore, prices
      + /summarizer-prod  agent   111111111111/us-east-1/runtimes/summarizer-Zx81aB2cD3.yaml (endpoint prod)
          name        summarizer-prod
          url         https://summarizer-prod-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp
          visibility  internal
          tags        agentcore, prices
          enabled     false

      Plan: 2 to create, 1 to update, 1 to replace, 1 to delete, 1 conflict, 1 unchanged.
        2 new since the last apply (or deleted in the registry by hand)
      "
    `);
    expect(planText(NOTHING, TEXT)).toBe('Plan: no changes.\n');
  });

  it('says in a line each what no scan sees, and what is new since the last apply', () => {
    const since = '2026-01-02T03:04:05Z';
    const places = [
      { place: '111111111111 eu-west-1', entries: 2 },
      ...['2', '3', '4', '5'].map((digit) => ({ place: digit.repeat(12), entries: 10, since })),
    ];
    const held = server('/moved/');
    const created = [
      held,
      server('/new/'),
      server('/new-prod/', { origin: { ...server('/new/').origin, endpoint: 'prod' } }),
    ];
    const registered = {
      type: 'server',
      path: '/old/',
      name: '',
      url: '',
      enabled: true,
      file: held.origin.file,
    } as const;
    const plan: Plan = {
      changes: [
        ...created.map((registration) => ({ action: 'create', registration }) as const),
        { action: 'delete', registered, why: { type: 'unregistered', file: held.origin.file } },
      ],
      unseen: { places, runsRead: true },
      ours: 1,
      problems: [],
    };
    const lines = [
      '2 left out by the configuration, so not seen: 111111111111 eu-west-1  → agentcore-sync scan --prune removes their files',
      `40 not known to be seen since ${since}: 222222222222, 333333333333, 444444444444 and 1 more  → agentcore-sync list --coverage tells which are, and why not`,
      '1 new since the last apply (or deleted in the registry by hand)',
    ];
    expect(planText(plan, TEXT).split('\n').slice(-4)).toEqual([...lines.map((line) => `  ${line}`), '']);
    expect(planMarkdown(plan, MARKDOWN)).toContain('1 new since the last apply');
    const [outside] = places;
    const only = { ...NOTHING, unseen: { places: outside === undefined ? [] : [outside], runsRead: false } };
    expect(planText(only, TEXT)).toContain('→ agentcore-sync scan --prune removes their files\n');
    expect(planText(only, { ...TEXT, full: true })).toContain(
      'When accounts were last scanned whole is not known here',
    );
    expect(planText({ ...plan, ours: 0 }, TEXT)).not.toContain('new since');
  });

  it('shows of a new registration everything that says where requests and credentials go', () => {
    const registration = server('/weather/', {
      url: 'https://weather.example.com/mcp',
      mcpEndpoint: 'https://elsewhere.example.net/mcp',
      sseEndpoint: 'https://elsewhere.example.net/sse',
      authScheme: 'api_key',
      authHeaderName: 'X-Weather',
      authProvider: 'someone',
      headers: { 'X-Team': hide('canary-header-value'), 'X-Key': { secret: 'apikey' } },
      metadata: { a: 1 },
      from: { metadata: 'entry' },
      tags: [],
    });
    const plan: Plan = { changes: [{ action: 'create', registration }], ours: 0, problems: [] };
    expect(planText(plan, TEXT)).toMatchInlineSnapshot(`
      "+ /weather/  server  111111111111/us-east-1/gateways/weather-a1b2c3d4e5.yaml
          name          weather
          url           https://weather.example.com/mcp
          mcpEndpoint   https://elsewhere.example.net/mcp
          sseEndpoint   https://elsewhere.example.net/sse
          auth          api_key in the header X-Weather
          authProvider  someone
          headers       X-Key (secret apikey), X-Team
          visibility    internal
          metadata      {"a":1}

      Plan: 1 to create.
      "
    `);
    const markdown = planMarkdown(plan, MARKDOWN);
    for (const part of [
      'elsewhere.example.net/mcp',
      'elsewhere.example.net/sse',
      'api_key in the header X-Weather',
      'X-Key (secret apikey), X-Team',
    ]) {
      expect(markdown).toContain(code(part).markup.slice('<code>'.length, -'</code>'.length));
    }
    expect(changesIn(plan)).toMatchObject([
      {
        mcpEndpoint: 'https://elsewhere.example.net/mcp',
        sseEndpoint: 'https://elsewhere.example.net/sse',
        transports: ['streamable-http'],
        authScheme: 'api_key',
        authHeaderName: 'X-Weather',
        authProvider: 'someone',
        headers: [{ name: 'X-Key', secret: 'apikey' }, { name: 'X-Team' }],
      },
    ]);
    expect(`${planText(plan, TEXT)}${markdown}${JSON.stringify(changesIn(plan))}`).not.toContain('canary');

    const fields = [{ field: 'headers.X-Key', cause: 'git', secret: true }] as const;
    const registered = {
      type: 'server',
      path: '/weather/',
      name: 'weather',
      url: registration.url,
      enabled: true,
    } as const;
    const update = { action: 'update', registration, registered, fields, credential: 'keep' } as const;
    expect(planText({ ...plan, changes: [update] }, TEXT)).toContain('headers now    X-Key (secret apikey), X-Team');
  });

  it('shows values whole where they do not fit a line', () => {
    const before = `https://a.example/${'x'.repeat(200)}?end=1`;
    const fields = [{ field: 'url', cause: 'git', before, after: `${before}2` }] as const;
    const changes = PLAN.changes.map((change) => (change.action === 'update' ? { ...change, fields } : change));
    expect(planText({ ...PLAN, changes }, TEXT)).toContain(`\n      - ${before}\n      + ${before}2\n`);
  });

  it('tells what apply did', () => {
    expect(reportText(applyReport(APPLIED), TEXT)).toMatchInlineSnapshot(`
      "state    change  path              kind    note
      failed   update  /orders/          server  the registry answered 409: the path is held by another record
      skipped  delete  /legacy/          server  --allow-deletes was not given
      done     create  /pricing-tools/   server
      done     create  /summarizer-prod  agent   an administrator must enable it

      Applied: 2 created, 1 failed, 1 skipped, 1 unchanged.
      "
    `);
    expect(reportText(applyReport({ outcomes: [], problems: [] }), TEXT)).toBe('Applied: no changes.\n');
  });

  it('shows where each field comes from', () => {
    expect(showText(SHOWN, TEXT)).toMatchInlineSnapshot(`
      "/pricing-tools/  server  111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml
        field           from           value
        name            source         pricing-tools
        description     entry          "Prices for everybody"
        url             source         https://pricing-tools-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp
        visibility      configuration  internal
        tags            entry          agentcore, prices
        enabled         default        true
        headers.X-Team  entry          (secret)
      "
    `);
  });
});

describe('Markdown', () => {
  it('sums up a plan by risk', () => {
    expect(planMarkdown(PLAN, MARKDOWN)).toMatchInlineSnapshot(`
      "## Plan

      <b>2 to create, 1 to update, 1 to replace, 1 to delete, 1 conflict, 1 unchanged</b>

      2 new since the last apply (or deleted in the registry by hand)

      ### Problems (1)

      | Severity | Rule | Where and what |
      | --- | --- | --- |
      | warning | <code>auth-iam</code> | <code>/summarizer-prod</code> inbound authorization is AWS&#95;IAM&#58; registered without a credential, not enabled |

      ### Where requests and credentials go, and who sees it (3)

      | Path | Field | Before | After | Because of |
      | --- | --- | --- | --- | --- |
      | <code>/orders/</code> | <code>url</code> | <code>https&#58;//orders-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp</code> | <code>https&#58;//orders-z9y8x7w6v5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp</code> | file |
      | <code>/orders/</code> | <code>visibility</code> | <code>public</code> | <code>internal</code> | changed in the registry |
      | <code>/orders/</code> | <code>credential</code> |  | (withdrawn before the change, then renewed) | file |

      ### Conflicts (1)

      | Path | Kind | Why | File |
      | --- | --- | --- | --- |
      | <code>/taken/</code> | server | its path is held by something that this tool did not register | <code>111111111111/us-east-1/gateways/taken-a1b2c3d4e5.yaml</code> |

      ### Replace (1)

      | Path | Kind | Why | File |
      | --- | --- | --- | --- |
      | <code>/licensed/</code> | server | an update cannot remove license in this registry | <code>111111111111/us-east-1/gateways/licensed-a1b2c3d4e5.yaml</code> |

      ### Delete (1)

      | Path | Kind | Why | File |
      | --- | --- | --- | --- |
      | <code>/legacy/</code> | server | manual/legacy.yaml no longer registers it | <code>111111111111/us-east-1/gateways/legacy-a1b2c3d4e5.yaml</code> |

      ### Update (5)

      | Path | Field | Before | After | Because of |
      | --- | --- | --- | --- | --- |
      | <code>/orders/</code> | <code>description</code> | <code>"Order lookups"</code> | <code>"Orders, returns and stock"</code> | file |
      | <code>/orders/</code> | <code>headers.X-Team</code> |  | (changed) | file |
      | <code>/orders/</code> | <code>license</code> | <code>(not listed)</code> | <code>MIT</code> | file |
      | <code>/orders/</code> | <code>tags</code> | <code>-old</code> | <code>+orders</code> | file |
      | <code>/licensed/</code> | <code>license</code> | <code>Apache-2.0</code> | <code>(none)</code> | file |

      ### Create (2)

      | Path | Kind | Name | URL | Other places and credentials | Visibility | File |
      | --- | --- | --- | --- | --- | --- | --- |
      | <code>/pricing-tools/</code> | server | pricing-tools | <code>https&#58;//pricing-tools-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp</code> | auth&#58; <code>bearer</code><br>headers&#58; <code>X-Team</code> | internal | <code>111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml</code> |
      | <code>/summarizer-prod</code> | agent | summarizer-prod | <code>https&#58;//summarizer-prod-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp</code> |  | internal | <code>111111111111/us-east-1/runtimes/summarizer-Zx81aB2cD3.yaml (endpoint prod)</code> |
      "
    `);
  });

  it('sums up a scan', () => {
    expect(reportMarkdown(scanReport(SCAN_REPORT), MARKDOWN)).toMatchInlineSnapshot(`
      "## Scan

      <b>1 file created, 1 updated, 1 replaced, 1 removed</b> – 7 resources in 2 accounts, 1,221 calls in 1.3 s, 1 throttled, 1 file out of scope, kept

      ### Problems (2)

      | Severity | Rule | Where and what |
      | --- | --- | --- |
      | <b>error</b> | <code>call-denied</code> | <code>222222222222 eu-west-1</code> ListGateways was denied&#58; AgentCoreSync is not authorized to perform bedrock-agentcore&#58;ListGateways<br>→ add the action to the role, as templates/iam/ has it |
      | notice | <code>resource-not-ready</code> | <code>111111111111 us-east-1</code> gateway drafts-f6g7h8i9j0 is CREATING&#58; no file yet |

      ### Files (4)

      | Change | File | Was |
      | --- | --- | --- |
      | removed | <code>111111111111/eu-west-1/gateways/legacy-q1w2e3r4t5.yaml</code> |  |
      | replaced | <code>111111111111/us-east-1/runtimes/summarizer-Zx81aB2cD3.yaml</code> | <code>111111111111/us-east-1/runtimes/summarizer-Old1aB2cD3.yaml</code> |
      | updated | <code>111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml</code> |  |
      | created | <code>222222222222/us-east-1/gateways/inventory-k1l2m3n4o5.yaml</code> |  |

      <details><summary>Accounts and Regions (4)</summary>

      | Account | Region | Found | Created | Updated | Replaced | Removed | Unchanged | Failed | Calls | Throttled | Seconds |
      | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      | <code>111111111111</code> | <code>eu-west-1</code> | 2 | 0 | 0 | 0 | 1 | 1 | 0 | 6 | 0 | 0.4 |
      | <code>111111111111</code> | <code>us-east-1</code> | 4 | 0 | 1 | 1 | 0 | 0 | 0 | 9 | 1 | 1.3 |
      | <code>222222222222</code> | <code>eu-west-1</code> | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 2 | 0 | 0.3 |
      | <code>222222222222</code> | <code>us-east-1</code> | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 1,204 | 0 | 0.4 |

      </details>
      "
    `);
  });

  it('sums up apply, failures first', () => {
    const text = reportMarkdown(applyReport(APPLIED), MARKDOWN);
    const order = ['## Apply', '### Problems (1)', '### Failed (1)', '### Skipped (1)', '### Done (2)'];
    expect(order.map((title) => text.indexOf(title)).toSorted((a, b) => a - b)).toEqual(
      order.map((title) => text.indexOf(title)),
    );
    expect(order.every((title) => text.includes(title))).toBe(true);
  });

  it('links problems to their line', () => {
    const text = reportMarkdown(validateReport({ files: 12, problems: PROBLEMS.slice(3, 4) }), {
      ...MARKDOWN,
      files: 'https://github.com/o/r/blob/abc/',
    });
    expect(text).toContain('<a href="https&#58;//github.com/o/r/blob/abc/servers/manual/weather.json&#35;L9">');
  });

  it('stays below its limit with a plan of 20,000 changes, the risky ones whole', () => {
    const creates = Array.from({ length: 20_000 }, (_, at) => ({
      action: 'create' as const,
      registration: server(`/s-${at}/`),
    }));
    const text = planMarkdown({ ...PLAN, changes: [...creates, ...PLAN.changes] }, MARKDOWN);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(Buffer.byteLength(text)).toBeGreaterThan(SUMMARY_LIMIT - 1000);
    expect(text).toContain('<code>/legacy/</code>');
    const shown = text.split('<code>/s-').length - 1;
    expect(text).toContain(`${(20_002 - shown).toLocaleString('en-US')} registrations more not shown`);
  });
});

describe('every report', () => {
  const rows = (markdown: string): number => markdown.split('\n').filter((line) => line.startsWith('|')).length;
  const columns = (row: string): number => row.split(/(?<!\\)\|/).length;

  it('keeps its lines in text whatever strangers write', () => {
    fc.assert(
      fc.property(hostileText, fc.boolean(), (text, colour) => {
        const options = { colour, width: 80, diff: true };
        const poison = (): string => text;
        const printed = [
          reportText(
            listReport(poisoned(SCAN, poison), () => undefined),
            options,
          ),
          reportText(scanReport(poisoned(SCAN_REPORT, poison)), options),
          problemsText(poisoned(PROBLEMS, poison), options),
          planText(poisoned(PLAN, poison), options),
          reportText(applyReport(poisoned(APPLIED, poison)), options),
          showText(poisoned(SHOWN, poison), options),
        ].join('');
        const plain = printed.replace(COLOUR, '');
        expect(plain.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(plain.split('\n').filter((line) => line.trimStart().startsWith('::') || line.includes('##['))).toEqual(
          [],
        );
      }),
      { numRuns: 50 },
    );
  });

  it('keeps its tables in Markdown, and mentions nobody, whatever strangers write', () => {
    const made = (poison: (text: string) => string): string[] => [
      planMarkdown(poisoned(PLAN, poison), MARKDOWN),
      reportMarkdown(applyReport(poisoned(APPLIED, poison)), MARKDOWN),
      reportMarkdown(validateReport({ files: 1, problems: poisoned(PROBLEMS, poison) }), MARKDOWN),
    ];
    fc.assert(
      fc.property(hostileText, (text) => {
        const calm = made((harmless) => harmless);
        for (const [at, markdown] of made(() => text).entries()) {
          expect(rows(markdown)).toBe(rows(calm[at] ?? ''));
          for (const section of markdown.split('\n\n').filter((part) => part.startsWith('|')))
            expect(new Set(section.trim().split('\n').map(columns)).size).toBe(1);
          expect(markdown).not.toMatch(/@|<img|<!--|:\/\/|www\./);
        }
      }),
      { numRuns: 50 },
    );
  });
});
