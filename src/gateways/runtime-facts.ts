import type { Finding } from '../document/finding.ts';
import type { Definition } from './definition.ts';
import type { RuntimeFacts } from './world.ts';

/** The runtime that a target stands before: by ARN, or by the name of one of the same account and Region. */
export const runtimeOf = (
  named: string,
  { place }: Pick<Definition, 'place'>,
  runtimes: readonly RuntimeFacts[],
): RuntimeFacts | undefined =>
  runtimes.find(
    ({ arn, name, account, region }) =>
      arn === named || (name === named && account === place.account && region === place.region),
  );

/** Where a target and the runtime behind it disagree, and which of the two must change. */
export const runtimeFinding = (at: number, text: string, hint: string): Finding => ({
  rule: 'definition-runtime',
  pointer: ['targets', at],
  text,
  hint,
});
