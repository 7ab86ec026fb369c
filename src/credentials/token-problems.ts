import type { Place, Problem } from '../model/problem.ts';
import type { TokenResult } from './tokens.ts';

/** What an entry's token result has to tell people: a failure, a missing client with the lines to add, a warning. */
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
      return [result.lines.length === 0 ? said : { ...said, hint: 'Add to the configuration:', lines: result.lines }];
    }
    case 'failed': {
      const { message, hint } = result.error;
      const said = { rule: 'token-failed', severity: 'error', ...where, subject, text: message } as const;
      return [hint === undefined ? said : { ...said, hint }];
    }
  }
};
