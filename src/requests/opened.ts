import type { ProposeResult } from '../forge/github/propose.ts';

/** Number and address of the request that a result is about. */
export const requestOf = (
  result: ProposeResult | undefined,
): { readonly number: number; readonly url: string } | undefined => {
  const request = result?.operation === 'none' ? result.request : result;
  return request === undefined ? undefined : { number: request.number, url: request.url };
};

/** A pull request as later jobs take it, where it was opened or updated. */
export const openedRequest = (branch: string, result: ProposeResult | undefined) =>
  result?.operation === 'created' || result?.operation === 'updated'
    ? [
        {
          number: result.number,
          url: result.url,
          operation: result.operation,
          head: result.head,
          base: result.base,
          branch,
        },
      ]
    : [];
