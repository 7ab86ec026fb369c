import { renderDocument } from './document.ts';
import { code, prose } from './markup.ts';

/** One thing of an owner's entries that somebody must look at. */
export interface OwnedFailure {
  /** A file, or a path of the registry. */
  readonly what: string;
  readonly text: string;
  readonly hint?: string;
}

/** Bytes of an issue: GitHub takes 65,536 characters. */
const ISSUE_BYTES = 60_000;

/** GitHub logins and teams, as the configuration's schema has them: nothing else is ever mentioned. */
const OWNER = /^@?([A-Za-z0-9][A-Za-z0-9/_.-]{0,100})$/;

const bare = (owner: string): string => OWNER.exec(owner)?.[1] ?? '';

/** The title of an owner's issue. It says no number: those change from day to day. */
export const ownerTitle = (owner: string): string => `Entries of ${bare(owner)} need a look`;

/** The comment that closes it. */
export const OWNER_GONE = 'Nothing of these entries fails any more.';

/** The issue's body: who is meant, then what fails. Only the owner is mentioned. */
export const ownerIssue = (owner: string, failures: readonly OwnedFailure[]): string => {
  const table = renderDocument(
    [
      {
        type: 'paragraph',
        text: prose(
          'The last look at the registry met these. They come from entries that the configuration says are yours.',
        ),
      },
      {
        type: 'table',
        title: 'What fails',
        columns: ['What', 'Why', 'What to do'],
        rows: failures.map(({ what, text, hint = '' }) => [code(what), prose(text), prose(hint)]),
        one: 'thing',
      },
    ],
    ISSUE_BYTES,
  );
  return `@${bare(owner)}\n\n${table}`;
};
