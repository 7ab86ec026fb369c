import { plainPath } from '../config/repository.ts';
import type { Settings } from '../config/settings.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import { pathKey } from '../model/registry.ts';
import type { RenderSettings } from '../registration/registration-fields.ts';
import { renderEntry } from '../registration/render.ts';

/** What is said of an operand that names nothing. */
export const unknownOperand = (operand: string, met: string): Problem => ({
  rule: 'entry-unknown',
  severity: 'error',
  subject: operand,
  text: `${operand}: ${met}.`,
  hint: 'Name a file of the catalogue or a path in the registry, as plan shows them.',
});

/** A file or path in one spelling. */
export const spelledName = (text: string): string => pathKey(plainPath(text));

/** How a registration may be named: by its path, or its file. */
export const namesOf = (
  { path, origin }: Registration,
  { directory }: Pick<Settings, 'directory'>,
): readonly string[] => [path, origin.file, `${directory}/${origin.file}`].map(spelledName);

/** Whether an operand names an entry: its file, as a user or as the catalogue writes it, or a path that it registers. */
export const namesEntry = (operand: string, entry: Entry, settings: RenderSettings): boolean =>
  operand === entry.path ||
  plainPath(operand) === `${settings.directory}/${entry.path}` ||
  renderEntry(entry, settings).some(({ path }) =>
    [operand, `/${operand}`].some((one) => pathKey(path) === pathKey(one)),
  );

/** Whether one of the operands names a registration. */
export const isNamedBy = (
  operands: readonly string[],
  settings: Pick<Settings, 'directory'>,
): ((registration: Registration) => boolean) => {
  const named = new Set(operands.map(spelledName));
  return (registration) => namesOf(registration, settings).some((name) => named.has(name));
};

/** What is said of operands that name no registration. */
export const unknownOperands = (
  operands: readonly string[],
  registrations: readonly Registration[],
  settings: Pick<Settings, 'directory'>,
): readonly Problem[] =>
  operands
    .filter((operand) => !registrations.some(isNamedBy([operand], settings)))
    .map((operand) => unknownOperand(operand, 'there is neither a file nor a registration of this name'));
