import { setFlagsFromString } from 'node:v8';

/**
 * Asks the engine to collect what is dead sooner, for the rest of the run. A site of ten thousand entries is more than a
 * hundred thousand short texts, of which each is needed for a moment: left to itself the heap grows to several times of what
 * lives in it. The flags weigh room against speed and nothing else. https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
export const spareMemory = (): void => {
  setFlagsFromString('--optimize-for-size');
  setFlagsFromString('--heap-growing-percent=30');
};
