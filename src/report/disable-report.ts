import type { AtRegistry } from '../model/at-registry.ts';
import type { Problem } from '../model/problem.ts';
import { renderDocument } from './document.ts';
import { code, prose } from './markup.ts';
import { problemsTable } from './problems-markdown.ts';
import { type Line, renderText, type TextOptions } from './text.ts';

/** What was switched off in one registry. */
export interface DisabledThere {
  readonly off: readonly { readonly path: string; readonly type: string; readonly note?: string }[];
}

/** Where git tells of it. */
export interface DisableRecord {
  readonly files: readonly string[];
  readonly request?: { readonly number: number; readonly url: string };
  /** Another job records it. */
  readonly later?: true;
}

const recordText = ({ files, request, later }: DisableRecord, directory: string): string => {
  if (later === true) return 'Another job of this run records it.';
  if (request !== undefined) return `Recorded in pull request #${request.number}: ${request.url}`;
  if (files.length === 0) return 'Its file says so already.';
  return `Recorded in ${files.map((file) => `${directory}/${file}`).join(', ')}: commit it, and open a pull request.`;
};

/** One line for each registration that is off, and where git tells of it. */
export const disableText = (
  registries: readonly AtRegistry<DisabledThere>[],
  {
    recorded,
    nowhere,
    directory,
  }: { readonly recorded: DisableRecord; readonly nowhere: boolean; readonly directory: string },
  { colour }: TextOptions,
): string => {
  const lines = registries.flatMap(({ name, result }): Line[] => {
    if (result === undefined) return [[{ text: 'failed  ', style: 'red' }, `in registry ${name}`]];
    return result.off.map(
      ({ path, note }): Line => [
        { text: 'off     ', style: 'green' },
        `${path} in registry ${name}${note === undefined ? '' : `: ${note}`}`,
      ],
    );
  });
  const none: Line[] = nowhere ? [['No registry holds it.']] : [];
  return renderText([...lines, ...none, [recordText(recorded, directory)]], colour);
};

/** The job summary of disable. */
export const disableMarkdown = (
  registries: readonly AtRegistry<DisabledThere>[],
  { recorded, problems }: { readonly recorded: DisableRecord; readonly problems: readonly Problem[] },
  limit: number,
): string =>
  renderDocument(
    [
      { type: 'heading', text: 'Disable' },
      { type: 'paragraph', text: prose(recordText(recorded, '.')) },
      problemsTable(problems, { limit }),
      {
        type: 'table',
        title: 'Switched off',
        columns: ['Registry', 'Path', 'Note'],
        rows: registries.flatMap(({ name, result }) =>
          (result?.off ?? []).map(({ path, note = '' }) => [code(name), code(path), prose(note)]),
        ),
        one: 'registration',
      },
    ],
    limit,
  );
