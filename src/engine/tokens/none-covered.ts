import type { Problem } from '../../model/problem.ts';

/**
 * What is said where registrations need a token and none has a client: the run did nothing of what it is for, and green
 * would mean that all is well. Those that a person accepts are not asked for.
 * @param command what was to be done with them
 * @param outcomes what became of each registration that needs a token
 * @param problems what is said of them, as it is judged
 */
export const noneCovered = (
  command: 'refresh' | 'verify',
  outcomes: readonly { readonly path: string; readonly state: string }[],
  problems: readonly Problem[],
): readonly Problem[] => {
  const accepted = new Set(
    problems
      .filter((one) => one.rule === 'token-uncovered' && one.accepted !== undefined)
      .map(({ subject }) => subject),
  );
  const wanted = outcomes.filter(
    ({ path, state }) => state !== 'skipped' && (state !== 'uncovered' || !accepted.has(path)),
  );
  if (wanted.length === 0 || wanted.some(({ state }) => state !== 'uncovered')) return [];
  const which =
    wanted.length === 1
      ? 'The one registration that needs a token has no client'
      : `None of ${wanted.length.toLocaleString('en-US')} registrations that need a token has a client`;
  return [
    {
      rule: 'tokens-none',
      severity: 'error',
      subject: 'registration',
      text: `${which}: nothing was ${command === 'refresh' ? 'renewed' : 'verified'}.`,
      hint: 'Add the issuers, let callers send their own tokens (credential: { from: caller }), or accept that they stay off (registration.enabled: false).',
    },
  ];
};
