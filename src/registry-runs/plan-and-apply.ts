import { applyPlan } from '../engine/apply.ts';
import type { CredentialFor } from '../engine/apply-change.ts';
import { safetyProblems } from '../engine/safety.ts';
import { type AtRegistries, resultsOf, type WithOurs, withOwnProblems } from '../model/at-registry.ts';
import type { ApplyResult, Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { Catalogue } from '../running/catalogue.ts';
import { askToApply, type Proposed } from '../running/consent.ts';
import type { CommandContext } from '../running/context.ts';
import { placeText, stepEach } from '../running/each-registry.ts';
import { markerOf, requireOwner } from '../running/registry-access.ts';
import { headerSecretOf, type Shared, safetyContext, withPlans } from './preparing.ts';
import { expectPlans } from './saved-plan.ts';

/** Deletes that were not allowed are left undone by apply: a plan only says so. */
const asForecast = (problem: Problem): Problem =>
  problem.rule === 'delete-not-allowed' ? { ...problem, severity: 'warning' } : problem;

/** Files and registries to changes; what apply would refuse is among the problems. Writes nothing. */
export const planCatalogue = (context: CommandContext, catalogue: Catalogue): Promise<AtRegistries<Plan>> =>
  withPlans(context, { catalogue, forecast: true }, async (plans, shared) =>
    plans.map(({ result, ...one }) => {
      if (result === undefined) return one;
      const { plan } = result;
      const safety = safetyProblems(plan, safetyContext(context, shared)).map(asForecast);
      return withOwnProblems({ ...one, result: { ...plan, problems: [...plan.problems, ...safety] } });
    }),
  );

const credentialsFor =
  ({ credentials, entryOf }: Shared, send: boolean): CredentialFor =>
  async (registration) => {
    if (!send) return undefined;
    const result = await credentials.tokenFor(entryOf(registration), registration);
    switch (result.type) {
      case 'token':
        return { token: result.token };
      case 'none':
      case 'uncovered':
        return undefined;
      case 'failed':
        throw result.error;
    }
  };

/** What apply came to at a registry, with the plan that it made. */
export interface Applied extends WithOurs<ApplyResult> {
  readonly plan: Plan;
}

/** Asked once all is planned, and before anything is written: it rejects where nothing shall be. */
export type Consent = (plans: readonly Proposed[]) => Promise<void>;

/** Makes every registry what the files say: all are planned before the first is written to. */
export const applyCatalogue = (
  context: CommandContext,
  catalogue: Catalogue,
  consent: Consent = (plans) => askToApply(context, plans),
): Promise<AtRegistries<Applied>> =>
  withPlans(context, { catalogue, forecast: false }, async (plans, shared) => {
    const { settings, run, signal } = context;
    const safety = safetyContext(context, shared);
    await expectPlans(
      settings.apply.expect,
      plans.map(({ result, ...one }) => (result === undefined ? one : { ...one, result: result.plan })),
    );
    await consent(resultsOf(plans).map(({ plan, connection }) => ({ plan, registry: placeText(connection), safety })));
    const applied = await stepEach(
      context,
      plans,
      async ({ plan, connection, registry, snapshot, belongs }): Promise<Applied> => {
        context.work?.({ type: 'begun', text: `applying to ${placeText(connection)}`, total: countChanges(plan) });
        const result = await applyPlan(plan, {
          onOutcome: ({ state }) => context.work?.({ type: 'step', failed: state === 'failed' }),
          registry,
          snapshot,
          belongs,
          marker: markerOf(requireOwner(settings), run),
          credentialFor: credentialsFor(shared, settings.refresh.withRegistration),
          headerSecret: headerSecretOf(context),
          ignoreDrift: new Set(settings.ignoreDrift),
          safety,
          concurrency: connection.concurrency,
          signal,
        });
        return { ...result, ours: plan.ours, plan };
      },
    );
    return applied.map(withOwnProblems);
  });

/** Changes of a plan that would write something. */
export const countChanges = ({ changes }: Plan): number =>
  changes.filter(({ action }) => action !== 'unchanged' && action !== 'conflict').length;
