/** Tries texts on one target, until one breaks it or a bound is met. The same seed gives the same texts. */
import fc from 'fast-check';

/** Something that reads what strangers write. */
export interface Target {
  readonly name: string;
  readonly texts: fc.Arbitrary<string>;
  /** Throws, or rejects, where a text breaks a promise. What it gives says how much was read. */
  readonly check: (text: string) => unknown;
}

export interface Bounds {
  readonly seed: number;
  readonly seconds: number;
  readonly inputs: number;
  /** What one text may take of the processor. */
  readonly mostMs?: number;
}

/** A text that breaks its target, and all that is needed to see it again. */
export interface Broken {
  readonly target: string;
  readonly seed: number;
  readonly text: string;
  readonly error: string;
}

export interface Tried {
  readonly inputs: number;
  /** Of the slowest text, in milliseconds of the processor. */
  readonly slowest: number;
  readonly broken?: Broken;
}

/** What one text may take of the processor: many times what the slowest takes, for code is not warm yet and machines differ. */
const MOST_MS = 4000;

/** @param begun Told of each text before it is tried: where one never ends, somebody else knows which. */
export const tryTexts = async (
  target: Target,
  bounds: Bounds,
  begun: (text: string) => void = () => undefined,
): Promise<Tried> => {
  const { mostMs = MOST_MS } = bounds;
  let slowest = 0;
  let inputs = 0;
  const property = fc.asyncProperty(target.texts, async (text) => {
    begun(text);
    inputs += 1;
    const before = process.threadCpuUsage();
    await target.check(text);
    const { user, system } = process.threadCpuUsage(before);
    const spent = (user + system) / 1000;
    slowest = Math.max(slowest, spent);
    if (spent > mostMs) throw new Error(`It took ${Math.round(spent)} ms of the processor; ${mostMs} are allowed.`);
  });
  const details = await fc.check(property, {
    seed: bounds.seed,
    numRuns: bounds.inputs,
    interruptAfterTimeLimit: bounds.seconds * 1000,
  });
  const [text] = details.counterexample ?? [];
  if (text === undefined) return { inputs, slowest };
  const { errorInstance: error } = details;
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { inputs, slowest, broken: { target: target.name, seed: bounds.seed, text, error: told } };
};
