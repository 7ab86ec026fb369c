import type { Problem } from '../model/problem.ts';
import { clientSubject } from '../model/refresh.ts';
import type { TokenResult } from './tokens.ts';

/** What failed once, with the paths that go without a token for it. */
interface Failure {
  readonly problem: Problem;
  readonly paths: Set<string>;
}

/** Paths that are named; of more only the number. */
const NAMED = 5;

const pathsText = (paths: readonly string[]): string => {
  const left = paths.length - NAMED;
  return `${paths.slice(0, NAMED).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
};

/** A client that is refused is told once, however many entries wait for its token. */
export const collectFailures = () => {
  const failures = new Map<string, Failure>();
  return {
    add: ({ issuer, client, error }: Extract<TokenResult, { type: 'failed' }>, path: string): void => {
      const key = JSON.stringify([issuer, client, error.message]);
      const known = failures.get(key);
      if (known !== undefined) {
        known.paths.add(path);
        return;
      }
      const problem: Problem = {
        rule: 'token-failed',
        severity: 'error',
        subject: clientSubject({ issuer, client }),
        text: error.message,
        ...(error.hint === undefined ? {} : { hint: error.hint }),
      };
      failures.set(key, { problem, paths: new Set([path]) });
    },
    problems: (): readonly Problem[] =>
      [...failures.values()].map(({ problem, paths }) => ({
        ...problem,
        text: `${problem.text}. Without a token: ${pathsText([...paths].toSorted())}.`,
      })),
  };
};
