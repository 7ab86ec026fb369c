import type { RegistrySettings } from '../config/registry-kinds/table.ts';
import { selectedRegistries } from '../config/registry-settings.ts';
import type { AtRegistry } from '../model/at-registry.ts';
import { about } from '../model/problem.ts';
import type { CommandContext } from './context.ts';
import { failureProblem } from './failure.ts';

/**
 * Takes each registry one step further, one after another in the configuration's order. One that fails is told under its
 * name, and the others go on; what ended the run ends it for all.
 */
export const stepEach = async <Before, After>(
  context: CommandContext,
  registries: readonly AtRegistry<Before>[],
  work: (before: Before, name: string) => Promise<After>,
): Promise<readonly AtRegistry<After>[]> => {
  const { signal } = context;
  const stepped: AtRegistry<After>[] = [];
  for (const { result: before, ...one } of registries) {
    if (before === undefined) {
      stepped.push(one);
      continue;
    }
    try {
      stepped.push({ ...one, result: await work(before, one.name) });
    } catch (error) {
      if (signal.aborted && error === signal.reason) throw error;
      const problems = about({ registry: one.name }, [failureProblem(error, context)]);
      stepped.push({ ...one, problems: [...one.problems, ...problems] });
    }
  }
  return stepped;
};

/** The registries of the run: what `stepEach` begins with. */
export const registriesOf = ({ settings }: CommandContext): readonly AtRegistry<RegistrySettings>[] =>
  selectedRegistries(settings).map((result) => ({ name: result.name, type: result.type, result, problems: [] }));

/** A registry as people know it: its URL, else its name. */
export const placeText = (registry: RegistrySettings): string =>
  'url' in registry && registry.url !== undefined ? registry.url : registry.name;
