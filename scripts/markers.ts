/**
 * A page with generated content in place of what stands between the markers of that name.
 * Throws where a marker is missing: the page would silently go stale.
 */
export const between = (text: string, name: string, content: string): string => {
  const [start, end] = [`<!-- ${name}: generated -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the markers of ${name} are missing`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
};
