import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import type { RefreshResult } from '../../src/model/refresh.ts';
import type { VerifyResult } from '../../src/model/verify.ts';
import { annotationsOf } from '../../src/report/annotations.ts';
import { SUMMARY_LIMIT } from '../../src/report/document.ts';
import { problemsText } from '../../src/report/problems-text.ts';
import { refreshReport } from '../../src/report/refresh-report.ts';
import { reportMarkdown, reportText } from '../../src/report/report.ts';
import { verifyReport } from '../../src/report/verify-report.ts';
import { hostileText, poisoned } from './hostile.ts';

const TEXT = { colour: false, width: 100 };
const MARKDOWN = { limit: SUMMARY_LIMIT };
const UNCOVERED: Problem = {
  rule: 'token-uncovered',
  severity: 'warning',
  subject: '/stock/',
  text: 'No client of the issuer covers it.',
  hint: 'Add to the configuration:',
  lines: ['issuers:', '  - issuer: "i"', '    clients:'],
};
const asked = { issuer: 'https://login.example.com', client: 'retail' };
const REFRESHED: RefreshResult = {
  refreshed: [
    {
      path: '/pricing/',
      file: 'a.yaml',
      state: 'renewed',
      ...asked,
      obtainedAt: 0,
      expiresAt: 5_400_000,
      enabled: true,
    },
    { path: '/orders/', file: 'b.yaml', state: 'renewed', ...asked, obtainedAt: 0, note: 'not scanned' },
    { path: '/routing/', file: 'c.yaml', state: 'withheld', note: 'url is not what the entry says' },
    { path: '/stock/', file: 'd.yaml', state: 'uncovered' },
  ],
  problems: [UNCOVERED],
};
const VERIFIED: VerifyResult = {
  verified: [
    {
      path: '/pricing/',
      file: 'a.yaml',
      type: 'server',
      state: 'changed',
      credential: 'client',
      ...asked,
      era: 'modern',
      version: '2026-07-28',
      server: 'prices 1.0',
      tools: 2,
      steps: [{ step: 'initialize', state: 'ok', ms: 12 }],
      lock: 'changed',
      changes: [{ list: 'tools', name: 'price', change: 'changed', parts: ['description'] }],
    },
    {
      path: '/orders/',
      file: 'b.yaml',
      type: 'server',
      state: 'refused',
      credential: 'client',
      ...asked,
      steps: [{ step: 'initialize', state: 'failed', ms: 8, layer: 'unauthorized', text: 'the server answered 401' }],
      lock: 'incomplete',
      note: 'initialize: the server answered 401',
    },
  ],
  problems: [],
};

test('a row for each token, and one line of counts', () => {
  expect(reportText(refreshReport(REFRESHED), TEXT)).toMatchInlineSnapshot(`
    "state     path       issuer                     client  lives   note
    withheld  /routing/                                             url is not what the entry says
    renewed   /pricing/  https://login.example.com  retail  90 min  enabled
    renewed   /orders/   https://login.example.com  retail          not scanned

    Tokens: 2 renewed, 1 withheld, 1 without a client.
    "
  `);
  expect(reportText(refreshReport({ refreshed: [], problems: [] }), TEXT)).toBe(
    'Tokens: no registration needs a token.\n',
  );
});

test('a row for each server', () => {
  expect(reportText(verifyReport(VERIFIED), TEXT)).toMatchInlineSnapshot(`
    "state    path       protocol         offers  lock     ms  note
    changed  /pricing/  MCP 2026-07-28  2 tools  changed  12  1 changed; prices 1.0
    refused  /orders/                                      8  initialize: the server answered 401

    Verified: 1 changed, 1 refused.
    "
  `);
});

test('of many servers in one state a screen shows the first, and says how many more there are', () => {
  const [one] = VERIFIED.verified;
  if (one === undefined) throw new Error('no sample');
  const verified = (['unreachable', 'refused', 'ok'] as const).flatMap((state) =>
    Array.from({ length: 400 }, (_, at) => ({ ...one, state, path: `/${state}-${at}/` })),
  );
  const report = verifyReport({ verified, problems: [] });
  const lines = reportText(report, TEXT).split('\n');
  expect(lines.length).toBeLessThan(70);
  expect(lines).toContain('and 380 more unreachable: --full shows them');
  expect(reportText(report, { ...TEXT, full: true }).split('\n').length).toBeGreaterThan(1200);
});

test('lines to add keep their shape in each medium', () => {
  expect(problemsText([UNCOVERED], TEXT)).toMatchInlineSnapshot(`
    "warning token-uncovered
      /stock/: No client of the issuer covers it.
      → Add to the configuration:

    issuers:
      - issuer: "i"
        clients:

    1 warning
    "
  `);
  expect(reportMarkdown(refreshReport(REFRESHED), MARKDOWN)).toContain(
    '<pre>issuers&#58;<br>  - issuer&#58; "i"<br>    clients&#58;</pre>',
  );
  expect(annotationsOf([UNCOVERED]).annotations[0]?.message).toMatch(/:\nissuers:\n {2}- issuer: "i"\n/);
});

const columns = (row: string): number => row.split('|').length;

test('whatever strangers write stays in its cell and on its line', () => {
  const markdown = (poison: (text: string) => string): string[] => [
    reportMarkdown(refreshReport(poisoned(REFRESHED, poison)), MARKDOWN),
    reportMarkdown(verifyReport(poisoned(VERIFIED, poison)), MARKDOWN),
  ];
  fc.assert(
    fc.property(hostileText, (text) => {
      const poison = (): string => text;
      const printed = [
        reportText(refreshReport(poisoned(REFRESHED, poison)), TEXT),
        reportText(verifyReport(poisoned(VERIFIED, poison)), TEXT),
        problemsText(poisoned([UNCOVERED], poison), TEXT),
      ].join('');
      expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(printed.split('\n').filter((line) => line.trimStart().startsWith('::') || line.includes('##['))).toEqual(
        [],
      );
      for (const document of markdown(poison)) {
        for (const section of document.split('\n\n').filter((part) => part.startsWith('|')))
          expect(new Set(section.trim().split('\n').map(columns)).size).toBe(1);
        expect(document).not.toMatch(/@|<img|<!--|:\/\/|www\./);
      }
    }),
  );
});
