import type { FileChange } from '../model/catalogue.ts';
import type { Problem } from '../model/problem.ts';
import { filesPart } from './files-text.ts';
import type { Report } from './report.ts';
import { fileCounts } from './scan-report.ts';
import type { TextOptions } from './text.ts';

/** What an import wrote, or with `dryRun` would write, and the secrets that a person must define. */
interface ImportResult {
  readonly changes: readonly FileChange[];
  readonly secrets: readonly { readonly name: string; readonly path: string; readonly header: string }[];
  readonly problems: readonly Problem[];
  readonly dryRun: boolean;
}

/** Files, then the secrets to define. */
export const importReport = (
  { changes, secrets, problems, dryRun }: ImportResult,
  { directory }: Pick<TextOptions, 'directory'>,
): Report => ({
  title: 'Import',
  word: dryRun ? 'Would import' : 'Imported',
  counts: fileCounts(changes, dryRun),
  parts: [
    filesPart(changes, { diff: dryRun, directory }),
    {
      type: 'table',
      title: 'Secrets to define',
      aside: 'under secrets: in the configuration, for header values never come out of a registry',
      columns: [
        { title: 'secret', code: true },
        { title: 'path', code: true },
        { title: 'header', code: true },
      ],
      rows: secrets.map(({ name, path, header }) => [name, path, header]),
      one: 'secret',
      first: true,
    },
  ],
  problems,
});
