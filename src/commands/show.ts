import { suggest } from '../document/suggest.ts';
import { EXIT } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import { hasErrors } from '../model/problem.ts';
import { explainEntry } from '../registration/explain.ts';
import type { RenderSettings } from '../registration/registration-fields.ts';
import { renderEntry } from '../registration/render.ts';
import { fieldsIn } from '../registries/table.ts';
import { showText } from '../report/show-text.ts';
import { type Catalogue, loadCatalogue } from '../running/catalogue.ts';
import type { RunCommand } from '../running/context.ts';
import { namesEntry } from '../running/naming.ts';
import { renderSettings } from '../running/rendering.ts';
import { nothingKept, selectingOf } from '../running/selecting.ts';

/** What was meant, as far as it can be guessed: nothing is here, another spelling, or a file that could not be read. */
const hintFor = (operand: string, catalogue: Catalogue, settings: RenderSettings): string => {
  if (catalogue.files === 0)
    return `There are no files below ${settings.directory} here: run scan, or name another place with --directory.`;
  const paths = catalogue.entries.flatMap((entry) => renderEntry(entry, settings).map(({ path }) => path));
  const meant = suggest(operand, [...paths, ...catalogue.entries.map(({ path }) => path)]);
  if (meant !== undefined) return `Did you mean ${meant}?`;
  return catalogue.entries.length < catalogue.files
    ? 'agentcore-sync validate says which files can not be read.'
    : `Name a file below ${settings.directory}, or a path that one registers.`;
};

/** The registrations that entries give, each field with where it comes from. */
export const show: RunCommand = async (context) => {
  const catalogue = await loadCatalogue(context);
  const { entries, problems, accounts } = catalogue;
  const settings = renderSettings(context.settings, accounts, catalogue.tree);
  const found = context.operands.map((operand) => ({
    operand,
    entries: entries.filter((entry) => namesEntry(operand, entry, settings)),
  }));
  const unknown = found
    .filter((one) => one.entries.length === 0)
    .map(
      ({ operand }): Problem => ({
        rule: 'entry-unknown',
        severity: 'error',
        subject: operand,
        text: `There is no entry ${operand} that can be read: neither a file of the catalogue nor a path that one registers.`,
        hint: hintFor(operand, catalogue, settings),
      }),
    );
  const fields = fieldsIn(context.settings);
  const { only } = context.settings;
  const kept = selectingOf(context, catalogue);
  const named = context.operands.length === 0 ? entries : found.flatMap((one) => one.entries);
  const chosen = [...new Set(named)].filter((entry) => kept?.entry(entry) !== false);
  if (chosen.length === 0 && unknown.length === 0 && only !== undefined) unknown.push(nothingKept(only));
  const shown = chosen.flatMap((entry) => explainEntry(entry, settings, fields));
  const files = new Set(chosen.map((entry) => `${context.settings.directory}/${entry.path}`));
  const about = problems.filter((problem) => problem.place !== undefined && files.has(problem.place.file));
  const text = showText(shown, context.terminal);
  return {
    exitCode: hasErrors([...unknown, ...about]) ? EXIT.failed : EXIT.done,
    result: shown,
    problems: [...unknown, ...about],
    text,
    markdown: '',
    outputs: {},
  };
};
