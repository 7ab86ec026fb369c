import { plainPath } from '../config/repository.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import { renderEntries } from '../registration/render.ts';
import type { Catalogue } from '../running/catalogue.ts';
import type { CommandContext } from '../running/context.ts';
import { beside } from '../running/judging.ts';
import { isNamedBy, unknownOperands } from '../running/naming.ts';
import { renderSettings } from '../running/rendering.ts';
import { keptProblems, nothingKept, selectingOf } from '../running/selecting.ts';

/** What a run asks, among all that is registered. */
export interface Chosen {
  readonly registrations: readonly Registration[];
  readonly all: readonly Registration[];
  readonly problems: readonly Problem[];
}

/** Narrows a run to the files and paths that are named, to --only and to the accounts. What names nothing is told. */
export const choose = (
  catalogue: Catalogue,
  entryOf: (one: Registration) => Entry,
  context: CommandContext,
): Chosen => {
  const { settings, operands } = context;
  const rendering = renderSettings(settings, catalogue.accounts);
  const { registrations: all, problems } = renderEntries(catalogue, rendering, catalogue.guard);
  const kept = selectingOf(context, catalogue);
  const isNamed = isNamedBy(operands, settings);
  const { accounts } = settings.refresh;
  const inAccount = (one: Registration): boolean => {
    const { value } = entryOf(one);
    return accounts === undefined || ('source' in value && accounts.includes(value.source.account));
  };
  const registrations = all.filter(
    (one) => (operands.length === 0 || isNamed(one)) && inAccount(one) && kept?.at(entryOf(one), one.path) !== false,
  );
  const unknown = unknownOperands(operands, all, settings);
  const isNothing = settings.only !== undefined && registrations.length === 0;
  const files = new Set([
    ...registrations.map(({ origin }) => `${settings.directory}/${origin.file}`),
    ...operands.map(plainPath),
  ]);
  const isAbout = ({ place }: Problem): boolean => operands.length === 0 || !place || files.has(place.file);
  return {
    registrations,
    all,
    problems: [
      ...keptProblems(kept, [...catalogue.problems, ...problems])
        .filter(isAbout)
        .map(beside),
      ...unknown,
      ...(isNothing && settings.only ? [nothingKept(settings.only)] : []),
    ],
  };
};
