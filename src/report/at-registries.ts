import type { AtRegistries, AtRegistry } from '../model/at-registry.ts';
import type { Problem } from '../model/problem.ts';
import { renderDocument, SUMMARY_LIMIT } from './document.ts';
import { prose } from './markup.ts';
import { problemsTable } from './problems-markdown.ts';
import { type Report, reportMarkdown, reportText } from './report.ts';
import { type Line, renderText, type TextOptions } from './text.ts';

const FAILED = 'It failed as a whole: the problems say why.';

/** Registries that a text says the same about stand together: one heading for all of them. */
const grouped = <Result>(
  registries: readonly AtRegistry<Result>[],
  textOf: (one: AtRegistry<Result>) => string,
): readonly { readonly title: string; readonly text: string }[] =>
  [...Map.groupBy(registries, textOf)].map(([text, group]) => ({
    title: `${group.length === 1 ? 'Registry' : 'Registries'} ${group.map(({ name }) => name).join(', ')}`,
    text,
  }));

interface Reported {
  readonly problems: readonly Problem[];
}

/**
 * What a run came to, registry by registry, each with what is wrong with entries beside its own problems. Where there is
 * only one, nobody has to be told which.
 */
export const textAt = <Result extends Reported>(
  { problems, registries }: AtRegistries<Result>,
  options: TextOptions,
  textOf: (result: Result) => string,
): string => {
  const [only, ...others] = registries;
  const own = ({ result, problems: here }: AtRegistry<Result>): string =>
    result === undefined ? `${FAILED}\n` : textOf({ ...result, problems: [...problems, ...here] });
  if (only !== undefined && others.length === 0) return only.result === undefined ? '' : own(only);
  return grouped(registries, own)
    .map(({ title, text }) => {
      const head: Line = [{ text: title, style: 'bold' }];
      return `${renderText([head], options.colour)}${text}`;
    })
    .join('\n');
};

/**
 * The job summary of a run, registry by registry, each in an equal share of the bytes. What is wrong with entries stands
 * before them; where there is only one registry, among its own problems.
 */
export const markdownAt = <Result extends Reported>(
  { problems, registries }: AtRegistries<Result>,
  limit: number,
  markdownOf: (result: Result, limit: number) => string,
): string => {
  const [only, ...others] = registries;
  if (only !== undefined && others.length === 0 && only.result !== undefined) {
    return markdownOf({ ...only.result, problems: [...problems, ...only.problems] }, limit);
  }
  const share = Math.floor(limit / (registries.length + 1));
  const own = (one: AtRegistry<Result>): string =>
    one.result === undefined
      ? renderDocument(
          [{ type: 'paragraph', text: prose(FAILED) }, problemsTable(one.problems, { limit: share })],
          share,
        )
      : markdownOf({ ...one.result, problems: one.problems }, share);
  const head = renderDocument([problemsTable(problems, { limit: share })], share);
  const parts = grouped(registries, own).map(
    ({ title, text }) => `${renderDocument([{ type: 'heading', text: title }], limit)}\n${text}`,
  );
  return [...(head.trim() === '' ? [] : [head]), ...parts].join('\n');
};

/** What a command prints, and its job summary. */
export const inBothAt = <Result extends Reported>(
  run: AtRegistries<Result>,
  terminal: TextOptions,
  reportOf: (result: Result) => Report,
): { readonly text: string; readonly markdown: string } => ({
  text: textAt(run, terminal, (result) => reportText(reportOf(result), terminal)),
  markdown: markdownAt(run, SUMMARY_LIMIT, (result, limit) => reportMarkdown(reportOf(result), { limit })),
});
