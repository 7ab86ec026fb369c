import { type Line, renderText, type TextOptions } from './text.ts';

/** What became of one request. */
export interface RequestLine {
  readonly branch: string;
  readonly request?: { readonly number: number; readonly url: string };
  readonly state:
    | 'created'
    | 'updated'
    | 'closed'
    | 'no-difference'
    | 'unchanged'
    | 'declined'
    | 'queued'
    /** GitHub refused it; a problem says why. */
    | 'refused';
  /** `3 new, 1 changed`. */
  readonly counts: string;
}

const sentence = ({ state, counts }: RequestLine): string => {
  switch (state) {
    case 'created':
      return `opened: ${counts}`;
    case 'updated':
      return `updated: ${counts}`;
    case 'closed':
      return 'closed: nothing differs from the base any more';
    case 'unchanged':
      return `left as it is: ${counts}`;
    case 'declined':
      return 'stays closed: a person closed it with the same content';
    case 'queued':
      return 'left alone: it waits in a merge queue';
    case 'no-difference':
      return 'none is needed: nothing differs from the base';
    case 'refused':
      return 'refused by GitHub';
  }
};

/** One line for each request: what became of it, and where it is. */
export const requestText = (requests: readonly RequestLine[], { colour }: TextOptions): string =>
  renderText(
    requests.map((line): Line => {
      const { request, branch } = line;
      const name = request === undefined ? `Pull request of ${branch}` : `Pull request ${request.number}`;
      const address = request === undefined ? [] : [{ text: `  ${request.url}`, style: 'dim' as const }];
      return [{ text: name, style: 'bold' }, ` ${sentence(line)}`, ...address];
    }),
    colour,
  );
