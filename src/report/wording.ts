/** A whole number as people read it: 12,345. */
export const number = (value: number): string => value.toLocaleString('en-US');

/** `1 file`, `2 files`, `2 entries`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;

/** Seconds, with a decimal while it says something. */
export const seconds = (value: number): string => (value < 100 ? value.toFixed(1) : number(Math.round(value)));

/** How often each key occurs. */
export const tally = <Item, Key extends string>(items: readonly Item[], keyOf: (item: Item) => Key) => {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return (key: Key): number => counts.get(key) ?? 0;
};

/** `2 renewed, 1 without a client`: how many came to each state, in this order, each in its words. */
export const stateCounts = <State extends string>(
  all: readonly { readonly state: State }[],
  order: readonly State[],
  words: Readonly<Partial<Record<State, string>>>,
): string => {
  const of = tally(all, ({ state }) => state);
  return order
    .filter((state) => of(state) > 0)
    .map((state) => `${number(of(state))} ${words[state] ?? state}`)
    .join(', ');
};
