/** A time of day that a person looks for, then the day. @param at seconds since the epoch */
export const sinceText = (at: number): string => {
  const text = new Date(at * 1000).toISOString();
  return `${text.slice(11, 16)} UTC on ${text.slice(0, 10)}`;
};
