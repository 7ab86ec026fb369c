import { structuredPatch } from 'diff';
import type { FileChange } from '../model/catalogue.ts';
import { compareTexts } from '../model/compare-texts.ts';
import { ACTIONS, fromHere } from './changes.ts';
import type { Part } from './report.ts';
import type { Line, Style } from './text.ts';
import { number } from './wording.ts';

const textsOf = (change: FileChange): { before: string; after: string } => ({
  before: change.action === 'create' ? '' : change.before,
  after: change.action === 'delete' ? '' : change.text,
});

const STYLES: Readonly<Record<string, Style>> = { '+': 'green', '-': 'red' };

/** A range as unified diffs write it: an empty one names the line before it. */
const range = (start: number, lines: number): string => `${lines === 0 ? start - 1 : start},${lines}`;

/** The change of one file as hunks of a unified diff, without the lines that name files. */
const diffLines = (change: FileChange): Line[] => {
  const { before, after } = textsOf(change);
  const patch = structuredPatch('', '', before, after, undefined, undefined, { context: 3 });
  return patch.hunks.flatMap((hunk): Line[] => [
    [{ text: `@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@`, style: 'cyan' }],
    ...hunk.lines.map((text): Line => [{ text, style: STYLES[text.charAt(0)] }]),
  ]);
};

/** How files are shown: with what changes in them, and as they lie from the working directory. */
export interface FilesShown {
  readonly diff?: boolean;
  readonly directory?: string | undefined;
  /** All new files are named. */
  readonly full?: boolean | undefined;
}

/** New files that are named; a first scan brings thousands, and the table has their number. */
const MOST_CREATED = 20;

/** One line for each file as it lies from the working directory, sorted by path; with `diff`, what changes in it below. */
export const fileLines = (
  changes: readonly FileChange[],
  { diff = false, directory, full = false }: FilesShown,
): Line[] => {
  const created = changes.filter(({ action }) => action === 'create').map(({ path }) => path);
  const left = new Set(full ? [] : created.toSorted(compareTexts).slice(MOST_CREATED));
  const shown = changes.filter(({ path }) => !left.has(path)).toSorted((a, b) => compareTexts(a.path, b.path));
  const lines = shown.flatMap((change): Line[] => {
    const { sign, style } = ACTIONS[change.action];
    const from =
      change.action === 'replace' ? [{ text: `  was ${fromHere(change.from, directory)}`, style: 'dim' as const }] : [];
    const head: Line = [{ text: `${sign} `, style }, fromHere(change.path, directory), ...from];
    return diff ? [head, ...diffLines(change).map((line): Line => ['    ', ...line]), []] : [head];
  });
  return left.size === 0
    ? lines
    : [...lines, [{ text: `and ${number(left.size)} more created: --full shows them`, style: 'dim' }]];
};

const RISK = ['delete', 'replace', 'update', 'create'] as const satisfies readonly FileChange['action'][];

/** The files that change, what is removed first; a screen has them by path, with `diff` how they change. */
export const filesPart = (changes: readonly FileChange[], shown: FilesShown): Extract<Part, { type: 'table' }> => ({
  type: 'table',
  title: 'Files',
  columns: [{ title: 'change' }, { title: 'file', code: true }, { title: 'was', code: true }],
  rows: changes
    .toSorted((a, b) => RISK.indexOf(a.action) - RISK.indexOf(b.action) || compareTexts(a.path, b.path))
    .map((change) => [
      change.action === 'delete' ? 'removed' : ACTIONS[change.action].done,
      fromHere(change.path, shown.directory),
      change.action === 'replace' ? fromHere(change.from, shown.directory) : '',
    ]),
  screen: ({ full }) => fileLines(changes, { ...shown, full }),
  one: 'file',
});
