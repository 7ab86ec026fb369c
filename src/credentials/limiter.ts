/** Runs work at once while fewer than `limit` pieces are under way, and in the order of arrival after that. */
export const createLimiter = (limit: number): (<Result>(work: () => Promise<Result>) => Promise<Result>) => {
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
