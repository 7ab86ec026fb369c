import { diffArrays } from 'diff';

/** Lines of the ancestor, from `start` to before `end`, that a side has replaced. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** Lines with their line ends: joined they are the text again. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]+\n?|\n/g) ?? [];

/**
 * Lines that a side may have added or removed: beyond that the search for the fewest takes time that grows with the square,
 * and the sides are two texts rather than two versions of one.
 */
const MOST_EDITS = 1000;

/** What a side changed; undefined where that is nearly everything of a long text. */
const hunksOf = (ancestor: readonly string[], side: readonly string[]): readonly Hunk[] | undefined => {
  const parts = diffArrays([...ancestor], [...side], { maxEditLength: MOST_EDITS });
  if (parts === undefined) return undefined;
  const hunks: Hunk[] = [];
  let at = 0;
  let open: { start: number; lines: string[] } | undefined;
  const close = (): void => {
    if (open) hunks.push({ ...open, end: at });
    open = undefined;
  };
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      close();
      at += value.length;
      continue;
    }
    open ??= { start: at, lines: [] };
    if (added) open.lines.push(...value);
    else at += value.length;
  }
  close();
  return hunks;
};

const touch = (one: Hunk, other: Hunk): boolean =>
  one.start === other.start || (one.start < other.end && other.start < one.end);

/** A stretch of the ancestor as a side has it. */
const sideOf = (ancestor: readonly string[], hunks: readonly Hunk[], range: Hunk): readonly string[] => {
  let at = range.start;
  const lines: string[] = [];
  for (const hunk of hunks) {
    lines.push(...ancestor.slice(at, hunk.start), ...hunk.lines);
    at = hunk.end;
  }
  return [...lines, ...ancestor.slice(at, range.end)];
};

/** Hunks of both sides that touch each other, together. */
const groupsOf = (hunks: readonly { readonly hunk: Hunk; readonly side: 0 | 1 }[]) => {
  const groups: { range: Hunk; sides: [Hunk[], Hunk[]] }[] = [];
  for (const { hunk, side } of hunks.toSorted((a, b) => a.hunk.start - b.hunk.start || a.hunk.end - b.hunk.end)) {
    const last = groups.at(-1);
    if (last && touch(last.range, hunk)) {
      last.range = { start: last.range.start, end: Math.max(last.range.end, hunk.end), lines: [] };
      last.sides[side].push(hunk);
    } else groups.push({ range: hunk, sides: side === 0 ? [[hunk], []] : [[], [hunk]] });
  }
  return groups;
};

/**
 * What two sides made of a text, line by line; the same change on both is one. undefined where they changed the same lines
 * in different ways.
 */
export const mergeLines = (ancestor: string, one: string, other: string): string | undefined => {
  const lines = linesOf(ancestor);
  const [ours, theirs] = [hunksOf(lines, linesOf(one)), hunksOf(lines, linesOf(other))];
  if (ours === undefined || theirs === undefined) return undefined;
  const hunks = [
    ...ours.map((hunk) => ({ hunk, side: 0 as const })),
    ...theirs.map((hunk) => ({ hunk, side: 1 as const })),
  ];
  const merged: string[] = [];
  let at = 0;
  for (const { range, sides } of groupsOf(hunks)) {
    const [left, right] = sides.map((side) => sideOf(lines, side, range).join(''));
    if (sides.every((side) => side.length > 0) && left !== right) return undefined;
    merged.push(...lines.slice(at, range.start), (sides[0].length > 0 ? left : right) ?? '');
    at = range.end;
  }
  return [...merged, ...lines.slice(at)].join('');
};
