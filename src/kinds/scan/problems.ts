import { failureText } from '../../aws/failure.ts';
import type { Problem } from '../../model/problem.ts';
import type { RuleName } from '../../model/rules.ts';
import type { CallFailure } from './caller.ts';
import type { Unknown } from './describe.ts';

/** One account and Region. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/** What a failed call was for. */
export interface Loss {
  readonly call: string;
  /** What it was about: `gateway orders (orders-a1b2c3d4e5)`; absent: the whole listing. */
  readonly thing?: string;
  /** What is not known because of it, one clause: `its file stays as it is`. */
  readonly lost: string;
}

const RULES: Readonly<Record<CallFailure['kind'], RuleName>> = {
  denied: 'call-denied',
  'not-found': 'call-failed',
  throttled: 'call-throttled',
  region: 'region-unavailable',
  credentials: 'call-failed',
  'page-token': 'page-token',
  timeout: 'call-failed',
  reset: 'call-failed',
  unavailable: 'call-failed',
  malformed: 'answer-malformed',
  refused: 'call-failed',
  'run-time': 'run-time',
};

const hintOf = (failure: CallFailure, call: string): string | undefined => {
  switch (failure.kind) {
    case 'denied':
      return `Allow bedrock-agentcore:${call} to the role.`;
    case 'region':
      return 'Enable the Region for the account, or take it out of aws.regions.';
    case 'throttled':
      return 'Run again later, or ask AWS for a higher quota.';
    case 'timeout':
      return 'Raise --timeout when AWS is slow for you.';
    case 'run-time':
      return 'Raise --run-timeout, or narrow the run.';
    default:
      return undefined;
  }
};

/** `111111111111 us-east-1` */
export const placeText = ({ account, region }: Place): string => `${account} ${region}`;

/** A failed call and what it was for. */
export interface FailedCall {
  readonly failure: CallFailure;
  readonly loss: Loss;
}

/** As many things are named before the rest is counted. */
const NAMED = 10;

const things = (failed: readonly FailedCall[]): string => {
  const names = [...new Set(failed.flatMap(({ loss }) => (loss.thing === undefined ? [] : [loss.thing])))].sort();
  if (names.length === 0) return '';
  const rest = names.length - NAMED;
  return ` for ${names.slice(0, NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
};

/** What many failures of one reason share: a Region that is not there fails every call alike, and so does the end of the run. */
const reasonOf = ({ failure, loss }: FailedCall): string =>
  failure.kind === 'region' || failure.kind === 'run-time' ? failure.kind : `${loss.call} ${failure.kind} ${loss.lost}`;

/** One problem for each reason why calls failed in a place: it names the call, what it was about and what is lost. */
export const callProblems = (place: Place, failed: readonly FailedCall[]): Problem[] =>
  [...Map.groupBy(failed, reasonOf).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { failure, loss } = first;
    const hint = hintOf(failure, loss.call);
    const lost =
      failure.kind === 'region' || failure.kind === 'run-time' ? 'what was not read stays as it is' : loss.lost;
    return [
      {
        rule: RULES[failure.kind],
        severity: 'error' as const,
        subject: placeText(place),
        text: `${loss.call}${things(group)} failed (${failureText(failure)}): ${lost}.`,
        ...(hint === undefined ? {} : { hint }),
      },
    ];
  });

/** The problem that an answer is which can't be reduced to an entry. */
export const malformedProblem = (place: Place, call: string, thing: string, faults: readonly string[]): Problem => ({
  rule: 'answer-malformed',
  severity: 'error',
  subject: placeText(place),
  text: `${call} for ${thing} answered something else than expected (${faults.slice(0, 5).join('; ')}): its file stays as it is.`,
});

/** Values that this version does not know: kept, and told once each. */
export const unknownProblems = (place: Place, thing: string, unknown: readonly Unknown[]): Problem[] =>
  [...new Set(unknown.map(({ field, value }) => `${field} ${JSON.stringify(value.slice(0, 64))}`))].map((text) => ({
    rule: 'type-unknown',
    severity: 'warning',
    subject: placeText(place),
    text: `${thing} has a ${text} that this version does not know; it is kept as it is.`,
    hint: 'Look for a newer version.',
  }));
