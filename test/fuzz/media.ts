/** What must hold of each medium, whatever strangers call their resources. */
import { deepStrictEqual } from 'node:assert/strict';
import { annotationsOf } from '../../src/report/annotations.ts';
import { applyReport } from '../../src/report/apply-report.ts';
import { SUMMARY_LIMIT } from '../../src/report/document.ts';
import { listReport } from '../../src/report/list-report.ts';
import { code, listing, prose, strong } from '../../src/report/markup.ts';
import { planReport } from '../../src/report/plan-report.ts';
import { problemsText } from '../../src/report/problems-text.ts';
import { reportMarkdown, reportText } from '../../src/report/report.ts';
import { sarifText } from '../../src/report/sarif.ts';
import { scanReport } from '../../src/report/scan-report.ts';
import { showText } from '../../src/report/show-text.ts';
import { validateReport } from '../../src/report/validate-report.ts';
import { poisoned } from '../report/hostile.ts';
import { OUTCOMES, PLAN, PROBLEMS, SCAN, SCAN_REPORT, SHOWN } from '../report/samples.ts';

const APPLIED = { outcomes: OUTCOMES, problems: PROBLEMS.slice(0, 1) };
const SCREEN = { colour: false, width: 80 };
const SUMMARY = { limit: SUMMARY_LIMIT };

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** The workflow commands that a runner obeys begin a line, behind blanks; the older form stands anywhere. */
const obeyed = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trimStart().startsWith('::') || line.includes('##['));

const checkSeen = (medium: string, text: string): void => {
  const unseen = UNSEEN.exec(text.replaceAll('\n', ''));
  if (unseen !== null) throw new Error(`${medium} holds U+${unseen[0].codePointAt(0)?.toString(16)}`);
};

/** Text that is seen whole, and starts no command. */
const checkShown = (medium: string, text: string): void => {
  checkSeen(medium, text);
  deepStrictEqual(obeyed(text), [], medium);
};

const cells = (row: string): number => row.split(/(?<!\\)\|/).length;

/** The number of cells in each row of each table. */
const tablesIn = (markdown: string): readonly (readonly number[])[] =>
  markdown
    .split('\n\n')
    .filter((part) => part.startsWith('|'))
    .map((part) => part.trim().split('\n').map(cells));

/** Terminal, log, annotations and SARIF. */
export const checkScreens = (text: string): void => {
  const poison = (): string => text;
  const problems = poisoned(PROBLEMS, poison);
  const made = {
    list: reportText(
      listReport(poisoned(SCAN, poison), () => undefined),
      SCREEN,
    ),
    scan: reportText(scanReport(poisoned(SCAN_REPORT, poison), { diff: true }), SCREEN),
    problems: problemsText(problems, SCREEN),
    plan: reportText(planReport(poisoned(PLAN, poison), {}), SCREEN),
    apply: reportText(applyReport(poisoned(APPLIED, poison)), SCREEN),
    show: showText(poisoned(SHOWN, poison), SCREEN),
  };
  for (const [medium, shown] of Object.entries(made)) checkShown(medium, shown);
  for (const { message, file = '' } of annotationsOf(problems).annotations) {
    checkShown('annotation', message);
    // A property of the command: nothing in it begins a line.
    checkSeen('annotation', file);
  }
  const sarif = { command: 'plan', problems, config: 'agentcore-sync.yaml', prefix: '', successful: true };
  const { runs } = JSON.parse(sarifText(sarif));
  for (const { message } of runs[0].results) checkSeen('sarif', message.text);
};

const markdownOf = (poison: (text: string) => string): readonly string[] => [
  reportMarkdown(planReport(poisoned(PLAN, poison), {}), SUMMARY),
  reportMarkdown(applyReport(poisoned(APPLIED, poison)), SUMMARY),
  reportMarkdown(validateReport({ files: 1, problems: poisoned(PROBLEMS, poison) }), SUMMARY),
  reportMarkdown(scanReport(poisoned(SCAN_REPORT, poison)), SUMMARY),
];

/** Summaries: the tables have the cells that they have for calm names; nobody is called, nothing is loaded. */
export const checkMarkdown = (text: string): void => {
  for (const markdown of markdownOf(() => text)) {
    checkShown('markdown', markdown);
    for (const rows of tablesIn(markdown))
      deepStrictEqual(
        rows,
        rows.map(() => rows[0]),
        'a row with other cells',
      );
    const met = /@|<img|<!--|<script|:\/\/|www\./i.exec(markdown);
    if (met !== null) throw new Error(`markdown holds ${met[0]}`);
  }
};

/** One text, however long: nothing of it is markup of its own, and a cell stays one. */
export const checkProse = (text: string): void => {
  for (const { markup } of [prose(text), strong(text), code(text), listing([text])]) {
    checkShown('prose', markup);
    const strange = markup.replaceAll(/<\/?(?:code|b|pre)>|<wbr>|<br>|&#\d+;/g, '');
    const met = /[<>|`*\\[\]@]|:\/\//.exec(strange);
    if (met !== null) throw new Error(`prose holds ${met[0]}`);
  }
};
