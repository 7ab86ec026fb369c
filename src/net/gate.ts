/** Lets at most so many pieces of work run at once, whoever starts them; the others wait in the order of asking. */
export type Gate = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** A gate for `limit` pieces of work at once, one at least. */
export const createGate = (limit: number): Gate => {
  let free = Math.max(1, limit);
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
};
