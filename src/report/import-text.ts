import type { FileChange } from '../model/catalogue.ts';
import type { Problem } from '../model/problem.ts';
import { renderDocument } from './document.ts';
import { fileLines } from './files-text.ts';
import { code, prose } from './markup.ts';
import { type MarkdownOptions, problemsTable } from './problems-markdown.ts';
import { fileCounts } from './scan-report.ts';
import { table } from './table.ts';
import { type Line, renderText, type TextOptions } from './text.ts';

/** What an import wrote, or with `dryRun` would write, and the secrets that a person must define. */
export interface ImportReport {
  readonly changes: readonly FileChange[];
  readonly secrets: readonly { readonly name: string; readonly path: string; readonly header: string }[];
  readonly dryRun: boolean;
}

const SECRETS = 'Define these under secrets: in the configuration; header values never come out of a registry.';

/** Files, then the secrets to define. */
export const importText = ({ changes, secrets, dryRun }: ImportReport, options: TextOptions): string => {
  const rows = secrets.map(({ name, path, header }) => [name, path, header]);
  const columns = [{ title: 'secret' }, { title: 'path' }, { title: 'header' }] as const;
  const close: Line = [
    { text: dryRun ? 'Would import: ' : 'Imported: ', style: 'bold' },
    `${fileCounts(changes, dryRun)}.`,
  ];
  const files = fileLines(changes, { diff: dryRun, directory: options.directory });
  return renderText(
    [
      ...files,
      ...(files.length === 0 ? [] : [[]]),
      ...(rows.length === 0 ? [] : [[SECRETS], ...table({ columns, rows, width: options.width }), []]),
      close,
    ],
    options.colour,
  );
};

/** The job summary of import. */
export const importMarkdown = (
  { changes, secrets, dryRun }: ImportReport,
  problems: readonly Problem[],
  options: MarkdownOptions,
): string =>
  renderDocument(
    [
      { type: 'heading', text: 'Import' },
      { type: 'paragraph', text: prose(fileCounts(changes, dryRun)) },
      problemsTable(problems, options),
      {
        type: 'table',
        title: 'Secrets to define',
        columns: ['Secret', 'Path', 'Header'],
        rows: secrets.map(({ name, path, header }) => [code(name), code(path), code(header)]),
        one: 'secret',
      },
      {
        type: 'table',
        title: 'Files',
        columns: ['Change', 'File'],
        rows: changes.map(({ action, path }) => [prose(action), code(path)]),
        one: 'file',
      },
    ],
    options.limit,
  );
