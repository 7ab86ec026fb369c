/** Does something every `ms` milliseconds until the returned function ends it; keeps no process alive. */
export const every = (ms: number, work: () => void): (() => void) => {
  const timer = setInterval(work, ms);
  timer.unref();
  return () => clearInterval(timer);
};
