/** Number of edits (insert, delete, replace, swap of neighbours) between two short words. */
const distance = (left: string, right: string): number => {
  let older: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1];
      const swap = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      const options = [(row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1)];
      if (swap) options.push((older[j - 2] ?? 0) + 1);
      next.push(Math.min(...options));
    }
    older = row;
    row = next;
  }
  return row[right.length] ?? 0;
};

const plainForm = (word: string): string => word.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The known word that was most likely meant, or undefined when none is near. */
export const suggest = (word: string, known: readonly string[]): string | undefined => {
  if (word.length > 64) return undefined;
  const nearest = known
    .map((candidate) => ({ candidate, edits: distance(plainForm(word), plainForm(candidate)) }))
    .sort((left, right) => left.edits - right.edits)[0];
  return nearest && nearest.edits <= Math.max(1, Math.floor(word.length / 3)) ? nearest.candidate : undefined;
};
