import type { RefreshResult } from '../model/refresh.ts';
import { renderDocument } from './document.ts';
import { code, prose, shortened, strong } from './markup.ts';
import { type MarkdownOptions, problemsTable } from './problems-markdown.ts';
import { lifeText, noteText, refreshCounts } from './refresh-text.ts';

const LONGEST = 500;

/** The job summary of refresh. */
export const refreshMarkdown = ({ refreshed, problems }: RefreshResult, options: MarkdownOptions): string =>
  renderDocument(
    [
      { type: 'heading', text: 'Tokens' },
      { type: 'paragraph', text: strong(refreshCounts(refreshed)) },
      problemsTable(problems, options),
      {
        type: 'table',
        title: 'Registrations',
        columns: ['Path', 'State', 'Issuer', 'Client', 'Lives', 'Note'],
        rows: refreshed.map((one) => [
          code(one.path),
          prose(one.state),
          prose(one.issuer ?? ''),
          prose(one.client ?? ''),
          prose(lifeText(one)),
          prose(shortened(noteText(one), LONGEST)),
        ]),
        one: 'registration',
      },
    ],
    options.limit,
  );
