import { structuredPatch } from 'diff';
import type { FileChange } from '../model/catalogue.ts';
import { compareTexts } from '../model/compare-texts.ts';
import { ACTIONS, fromHere } from './changes.ts';
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

/** New files that are named; a first scan brings thousands, and the table has their number. */
const MOST_CREATED = 100;

/** One line for each file as it lies from the working directory, sorted by path; with `diff`, what changes in it below. */
export const fileLines = (
  changes: readonly FileChange[],
  { diff = false, directory }: { readonly diff?: boolean; readonly directory?: string | undefined },
): Line[] => {
  const created = changes.filter(({ action }) => action === 'create').map(({ path }) => path);
  const left = new Set(created.toSorted(compareTexts).slice(MOST_CREATED));
  const shown = changes.filter(({ path }) => !left.has(path)).toSorted((a, b) => compareTexts(a.path, b.path));
  const lines = shown.flatMap((change): Line[] => {
    const { sign, style } = ACTIONS[change.action];
    const from =
      change.action === 'replace' ? [{ text: `  was ${fromHere(change.from, directory)}`, style: 'dim' as const }] : [];
    const head: Line = [{ text: `${sign} `, style }, fromHere(change.path, directory), ...from];
    return diff ? [head, ...diffLines(change).map((line): Line => ['    ', ...line]), []] : [head];
  });
  return left.size === 0 ? lines : [...lines, [{ text: `and ${number(left.size)} more created`, style: 'dim' }]];
};
