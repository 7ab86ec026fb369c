import { type AtRegistries, type AtRegistry, resultsOf } from '../model/at-registry.ts';
import type { Part, Report } from './report.ts';
import { counted } from './wording.ts';

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
  if (later === true) return 'Another job of this run records it';
  if (request !== undefined) return `Recorded in pull request #${request.number}: ${request.url}`;
  if (files.length === 0) return 'Its file says so already';
  return `Recorded in ${files.map((file) => `${directory}/${file}`).join(', ')}: commit it, and open a pull request`;
};

/** What is off and where, and registries that failed as a whole. */
export const offPart = <Off>(
  registries: readonly AtRegistry<Off>[],
  note: string,
  rowsOf: (off: Off) => readonly { readonly path: string; readonly text: string }[],
): Part => ({
  type: 'states',
  columns: [{ title: 'path', shrink: true, code: true }, { title: 'registry', code: true }, { title: note }],
  sections: [
    {
      state: 'off',
      style: 'green',
      title: 'Switched off',
      rows: registries.flatMap(({ name, result }) =>
        (result === undefined ? [] : rowsOf(result)).map(({ path, text }) => [path, name, text]),
      ),
    },
    {
      state: 'failed',
      style: 'red',
      title: 'Failed',
      rows: registries.flatMap(({ name, result }) => (result === undefined ? [['', name, '']] : [])),
    },
  ],
  one: 'registration',
});

/** What is off in which registry, and where git tells of it. */
export const disableReport = (
  { registries, problems }: AtRegistries<DisabledThere>,
  recorded: DisableRecord,
  directory: string,
): Report => {
  const count = resultsOf(registries).reduce((sum, { off }) => sum + off.length, 0);
  const isNowhere = registries.every(({ result }) => result?.off.length === 0);
  return {
    title: 'Disable',
    ...(registries.length === 0
      ? { word: 'Recorded', counts: 'what another job switched off' }
      : { word: 'Disabled', counts: isNowhere ? 'nothing: no registry holds it' : counted(count, 'registration') }),
    facts: [{ text: recordText(recorded, directory) }],
    parts: [offPart(registries, 'note', ({ off }) => off.map(({ path, note = '' }) => ({ path, text: note })))],
    problems,
  };
};
