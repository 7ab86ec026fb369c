import { locateProblems } from '../catalogue/locate.ts';
import { readGitRef } from '../catalogue/read-git.ts';
import { DEFAULT_REGISTRY, DEFAULT_REGISTRY_NAME } from '../config/registry-kinds/table.ts';
import { selectedRegistries } from '../config/registry-settings.ts';
import { leaveToApply } from '../engine/confirm-plan.ts';
import { withConflictPlaces } from '../engine/plan.ts';
import { planAgainst } from '../engine/plan-against.ts';
import { safetyProblems } from '../engine/safety.ts';
import { type AtRegistries, type AtRegistry, withOwnProblems } from '../model/at-registry.ts';
import type { Tree } from '../model/catalogue.ts';
import type { Plan } from '../model/plan.ts';
import { isFor, leftOut, type Narrowing } from '../registration/narrow.ts';
import type { RenderSettings } from '../registration/registration-fields.ts';
import { type Rendered, renderEntries } from '../registration/render.ts';
import { kindOf } from '../registries/table.ts';
import { type Catalogue, judgeCatalogue } from '../running/catalogue.ts';
import type { CommandContext } from '../running/context.ts';
import { entriesByFile, renderSettings } from '../running/rendering.ts';
import { keptPlan, keptProblems, selectingOf } from '../running/selecting.ts';

/** A registry as far as a comparison of files needs one. */
type Compared = Narrowing & Parameters<typeof kindOf>[0];

/** Those of the run; where none is configured, the one that a URL from outside would make. */
const comparedRegistries = ({ settings }: CommandContext): readonly Compared[] =>
  settings.registries.length > 0
    ? selectedRegistries(settings)
    : [{ name: DEFAULT_REGISTRY_NAME, type: DEFAULT_REGISTRY }];

interface Side extends Rendered {
  readonly entryOf: ReturnType<typeof entriesByFile>;
}

const sideOf = (catalogue: Catalogue, rendering: RenderSettings): Side => ({
  ...renderEntries(catalogue, rendering, catalogue.guard),
  entryOf: entriesByFile(catalogue.entries),
});

const narrowed = ({ entryOf, ...side }: Side, registry: Compared): Rendered => ({
  ...side,
  registrations: side.registrations.filter(isFor(registry, entryOf)),
});

/**
 * Compares the entries of the run with those of a commit, both under the same settings, for each registry as its kind is: no
 * network, no secret, and no word of AWS. The limits are computed as apply will.
 */
export const planAgainstRef = async (
  context: CommandContext,
  head: Catalogue,
  ref: string,
): Promise<AtRegistries<Plan>> => {
  const { settings } = context;
  const { limits, directory } = settings;
  const read = head.base ?? (await readGitRef('.', ref, directory));
  // What stands there is judged as what stood.
  const base = judgeCatalogue(read, context, read);
  const rendering = (tree: Tree) => renderSettings(settings, base.accounts, tree);
  const [before, after] = [sideOf(base, rendering(base.tree)), sideOf(head, rendering(head.tree))];
  // A review can't know whether deletes will be allowed: only the limits are judged.
  const safety = { limits, directory, allowDeletes: true, registersAny: after.registrations.length > 0 };
  const registries = comparedRegistries(context).map((registry): AtRegistry<Plan> => {
    const traits = kindOf(registry);
    const offline = traits.offline(settings.registries.find(({ name }) => name === registry.name));
    const plan = withConflictPlaces(
      planAgainst(narrowed(after, registry), narrowed(before, registry), { traits, offline }),
      context.settings.directory,
    );
    const out = leftOut(after.registrations, registry, { entryOf: after.entryOf, directory });
    const problems = [
      ...locateProblems(head.tree, { directory, registries: head.registries }, out),
      ...plan.problems,
      ...safetyProblems(plan, safety),
    ];
    const kept = keptPlan(context, head, { ...plan, problems });
    const result = settings.confirmBy === 'aws' ? leaveToApply(kept) : kept;
    return withOwnProblems({ name: registry.name, type: registry.type, result, problems: [] });
  });
  return { problems: keptProblems(selectingOf(context, head), after.problems), registries };
};
