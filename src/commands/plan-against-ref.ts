import { readGitRef } from '../catalogue/read-git.ts';
import { leaveToApply } from '../engine/confirm-plan.ts';
import { planAgainst } from '../engine/plan-against.ts';
import { safetyProblems } from '../engine/safety.ts';
import type { Plan } from '../model/plan.ts';
import { renderEntries } from '../registration/render.ts';
import { registryKind } from '../registries/table.ts';
import { type Catalogue, judgeCatalogue, renderSettings } from './catalogue.ts';
import type { CommandContext } from './context.ts';
import { keptPlan } from './only.ts';

/**
 * Compares the entries of the run with those of a commit, both under the same settings: no registry, no network, no
 * secret, and no word of AWS. The limits are computed as apply will.
 */
export const planAgainstRef = async (context: CommandContext, head: Catalogue, ref: string): Promise<Plan> => {
  const { settings } = context;
  const read = await readGitRef('.', ref, settings.directory);
  // What stands there is judged as what stood.
  const base = judgeCatalogue(read, context, read);
  const rendering = renderSettings(settings, base.accounts);
  const rendered = renderEntries(head, rendering, head.guard);
  const traits = registryKind(settings);
  const offline = traits.offline(settings.registries[0]);
  const plan = planAgainst(rendered, renderEntries(base, rendering, base.guard), { traits, offline });
  const { limits, directory } = settings;
  // A review can't know whether deletes will be allowed: only the limits are judged.
  const safety = safetyProblems(plan, { limits, directory, allowDeletes: true });
  const whole = { ...plan, problems: [...rendered.problems, ...plan.problems, ...safety] };
  const kept = keptPlan(context, head, whole);
  return settings.confirmBy === 'aws' ? leaveToApply(kept) : kept;
};
