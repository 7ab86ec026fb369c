/** The order of two texts by their code units: the same on every machine, whatever its language. */
export const compareTexts = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
