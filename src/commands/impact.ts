import { readDirectory } from '../catalogue/read-directory.ts';
import { gatewaysDirectory } from '../config/widening.ts';
import { readDefinitions } from '../gateways/definition.ts';
import { EXIT } from '../model/errors.ts';
import type { Impact } from '../model/impact.ts';
import { hasErrors } from '../model/problem.ts';
import { impactText } from '../report/impact-text.ts';
import { around, isNamed, named, registrationsOf, rolesAround, unknown } from '../review/impact.ts';
import { loadCatalogue, unreadProblems } from '../running/catalogue.ts';
import type { RunCommand } from '../running/context.ts';

/** What hangs together with an entry, from the files alone. Needs neither network nor secret. */
export const impact: RunCommand = async (context) => {
  const { settings, operands, terminal } = context;
  const catalogue = await loadCatalogue(context);
  const { directory } = settings;
  const ground = { entries: catalogue.entries, directory };
  const folder = gatewaysDirectory(directory);
  const { definitions } = readDefinitions((await readDirectory(folder)).tree, folder);
  const found = operands.map((operand) => ({
    operand,
    entries: catalogue.entries.filter((entry) => isNamed(operand, entry, directory)),
  }));
  const chosen = [...new Set(found.flatMap(({ entries }) => entries))];
  const impacts = chosen.map((entry): Impact => {
    const hanging = around(entry, ground);
    return {
      entry: named(entry, directory),
      registrations: registrationsOf(entry, context, catalogue),
      ...hanging,
      roles: rolesAround(entry, hanging, { ...ground, definitions }),
    };
  });
  // What can't be read could hang on it too.
  const problems = [
    ...found.filter(({ entries }) => entries.length === 0).map(({ operand }) => unknown(operand)),
    ...unreadProblems(catalogue, directory),
  ];
  return {
    exitCode: hasErrors(problems) ? EXIT.failed : EXIT.done,
    result: impacts,
    problems,
    text: impactText(impacts, terminal),
    markdown: '',
    outputs: {},
  };
};
