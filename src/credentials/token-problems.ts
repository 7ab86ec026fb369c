import type { Place, Problem } from '../model/problem.ts';
import { type Suggestion, suggestedLines } from './suggestion.ts';
import type { TokenResult } from './tokens.ts';

const ADD = 'Add to the configuration, once you know that each client is meant for what it would serve:';

/**
 * The same problems with the lines that all uncovered entries lack, as one block: it stands with the first of them.
 * @param suggestions what each of them lacks
 */
export const withSuggestions = (
  problems: readonly Problem[],
  suggestions: readonly Suggestion[],
): readonly Problem[] => {
  const lines = suggestedLines(suggestions);
  const at = problems.findIndex(({ hint }) => hint === ADD);
  return problems.map((problem, index) => (index === at && lines.length > 0 ? { ...problem, lines } : problem));
};

/** The same problems where nobody prints that block: they name the command that does. */
export const withoutSuggestions = (problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) =>
    problem.hint === ADD
      ? { ...problem, hint: 'agentcore-sync refresh prints what to add to the configuration.' }
      : problem,
  );

/** What an entry's token result has to tell people: a failure, a missing client, a warning. */
export const tokenProblems = (result: TokenResult, subject: string, place?: Place): readonly Problem[] => {
  const where = place === undefined ? {} : { place };
  switch (result.type) {
    case 'none':
      return [];
    case 'token':
      return result.warning === undefined
        ? []
        : [
            {
              rule: 'token-client',
              severity: 'warning',
              ...where,
              subject,
              text: result.warning,
              hint: 'The resource will refuse the token until its owner lists the client.',
            },
          ];
    case 'uncovered': {
      const said = { rule: 'token-uncovered', severity: 'warning', ...where, subject, text: result.text } as const;
      if (result.hint !== undefined) return [{ ...said, hint: result.hint }];
      const { suggestion } = result;
      return [suggestion === undefined || suggestedLines([suggestion]).length === 0 ? said : { ...said, hint: ADD }];
    }
    case 'failed': {
      const { message, hint } = result.error;
      const said = { rule: 'token-failed', severity: 'error', ...where, subject, text: message } as const;
      return [hint === undefined ? said : { ...said, hint }];
    }
  }
};
