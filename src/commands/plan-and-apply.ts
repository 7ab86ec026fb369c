import { adoptionOf } from '../engine/adopting.ts';
import { applyPlan } from '../engine/apply.ts';
import type { CredentialFor } from '../engine/apply-change.ts';
import { confirmPlan } from '../engine/confirm-plan.ts';
import { hidePlan } from '../engine/hide-plan.ts';
import { type Owning, readBelonging } from '../engine/ownership.ts';
import { planRegistry } from '../engine/plan.ts';
import { readWholeSnapshot } from '../engine/read-whole.ts';
import { type SafetyContext, safetyProblems } from '../engine/safety.ts';
import type { Entry } from '../model/catalogue.ts';
import { SyncError } from '../model/errors.ts';
import type { ApplyResult, Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import type { Registry, Snapshot } from '../model/registry.ts';
import { maskForms } from '../net/masks.ts';
import { type Rendered, renderEntries } from '../registration/render.ts';
import { type Catalogue, renderSettings } from './catalogue.ts';
import { withConfirming } from './confirming.ts';
import { askToApply, type Proposed } from './consent.ts';
import type { CommandContext } from './context.ts';
import { type Credentials, withCredentials } from './credentials.ts';
import { withHistory } from './history.ts';
import { keptPlan } from './only.ts';
import { markerOf, requireRegistry, withRegistry } from './registry-access.ts';
import { expectPlan } from './saved-plan.ts';

/** A plan against the registry, with what applying it needs. */
interface Prepared {
  readonly plan: Plan;
  readonly registry: Registry;
  readonly snapshot: Snapshot;
  readonly belongs: Owning['belongs'];
  readonly credentials: Credentials;
  readonly entryOf: (registration: Registration) => Entry;
}

const headerSecretOf =
  ({ settings, environment, mask }: CommandContext) =>
  (name: string): string | undefined => {
    const variable = settings.secrets[name]?.env;
    const value = variable === undefined ? undefined : environment[variable];
    for (const form of value === undefined ? [] : maskForms(value)) mask(form);
    return value;
  };

const entriesByFile = (entries: readonly Entry[]): ((registration: Registration) => Entry) => {
  const byFile = new Map(entries.map((entry) => [entry.path, entry]));
  return ({ origin }) => {
    const entry = byFile.get(origin.file);
    if (entry === undefined) throw new SyncError('catalogue', 'invalid', `There is no entry ${origin.file}.`);
    return entry;
  };
};

/** Whether the plan is only shown, or is what apply does next. */
interface Purpose {
  readonly forecast: boolean;
}

const prepare = async (
  context: CommandContext,
  catalogue: Catalogue,
  { registry, credentials, forecast }: Pick<Prepared, 'registry' | 'credentials'> & Purpose,
): Promise<Prepared> => {
  const { settings, run, signal } = context;
  const { owner, registry: connection } = requireRegistry(settings);
  const rendered: Rendered = renderEntries(
    catalogue,
    renderSettings(settings, catalogue.accounts, catalogue.tree),
    catalogue.guard,
  );
  const { registrations, withheld } = rendered;
  const entryOf = entriesByFile(catalogue.entries);
  const listed = await registry.snapshot(signal);
  const hasCredential = (registration: Registration): boolean =>
    settings.refresh.withRegistration && credentials.covers(entryOf(registration), registration);
  const snapshot = await readWholeSnapshot(
    registry,
    { snapshot: listed, registrations },
    {
      deep: settings.apply.deep,
      getsCredential: hasCredential,
      adopts: (path) => adoptionOf(settings.apply.adopt, path) !== 'no',
      concurrency: connection.concurrency,
      signal,
    },
  );
  const belongs = await withHistory(context, registrations, (had) =>
    readBelonging(snapshot.listed, { registrations, owner, had }, connection.concurrency),
  );
  const plan = planRegistry(registrations, {
    traits: registry,
    shadows: catalogue.registries.shadows,
    snapshot,
    marker: markerOf(owner, run),
    belongs,
    ignoreDrift: new Set(settings.ignoreDrift),
    headerSecret: headerSecretOf(context),
    hasCredential,
    enableFlagged: settings.apply.enableFlagged,
    adopt: settings.apply.adopt,
    ...(settings.apply.takeOverFrom === undefined ? {} : { takeOverFrom: settings.apply.takeOverFrom }),
    allowUnenforcedVisibility: settings.apply.allowUnenforcedVisibility,
    withheld,
  });
  const whole = hidePlan({ ...plan, problems: [...rendered.problems, ...plan.problems] }, context.hide);
  const kept = keptPlan(context, catalogue, whole);
  const confirmed = await withConfirming(context, { entryOf, idToken: credentials.idToken }, (confirm) =>
    confirmPlan(kept, { traits: registry, snapshot, confirm, forecast }),
  );
  return {
    plan: confirmed,
    registry,
    snapshot,
    belongs,
    credentials,
    entryOf,
  };
};

/** The settings are those that the history of the default branch lets count: a change is not judged by what it brings. */
const safetyContext = ({ settings }: CommandContext): SafetyContext => {
  const { limits, apply, directory } = settings;
  return { limits, allowDeletes: apply.allowDeletes, directory };
};

/** Plans against the registry and hands the plan on, while everything that it needs is open. */
const withPlan = <Result>(
  context: CommandContext,
  { catalogue, forecast }: Purpose & { readonly catalogue: Catalogue },
  work: (prepared: Prepared) => Promise<Result>,
): Promise<Result> =>
  withCredentials(context, (credentials) =>
    withRegistry(context, { credentials, tree: catalogue.tree }, async (registry) =>
      work(await prepare(context, catalogue, { registry, credentials, forecast })),
    ),
  );

/** Deletes that were not allowed are left undone by apply: a plan only says so. */
const asForecast = (problem: Problem): Problem =>
  problem.rule === 'delete-not-allowed' ? { ...problem, severity: 'warning' } : problem;

/** Files and registry to changes; what apply would refuse is among the problems. Writes nothing. */
export const planCatalogue = (context: CommandContext, catalogue: Catalogue): Promise<Plan> =>
  withPlan(context, { catalogue, forecast: true }, async ({ plan }) => {
    const safety = safetyProblems(plan, safetyContext(context));
    return { ...plan, problems: [...plan.problems, ...safety.map(asForecast)] };
  });

const credentialsFor =
  ({ credentials, entryOf }: Prepared, send: boolean): CredentialFor =>
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

/** What apply came to, with the plan that it made. */
export interface Applied {
  readonly plan: Plan;
  readonly result: ApplyResult;
}

/** Asked once all is planned, and before anything is written: it rejects where nothing shall be. */
export type Consent = (plans: readonly Proposed[]) => Promise<void>;

/** Makes the registry what the files say. */
export const applyCatalogue = (
  context: CommandContext,
  catalogue: Catalogue,
  consent: Consent = (plans) => askToApply(context, plans),
): Promise<Applied> =>
  withPlan(context, { catalogue, forecast: false }, async (prepared) => {
    const { settings, run, signal } = context;
    const { owner, registry: connection } = requireRegistry(settings);
    await expectPlan(settings.apply.expect, prepared.plan);
    const safety = safetyContext(context);
    await consent([{ plan: prepared.plan, registry: connection.url ?? connection.name, safety }]);
    const result = await applyPlan(prepared.plan, {
      registry: prepared.registry,
      snapshot: prepared.snapshot,
      belongs: prepared.belongs,
      marker: markerOf(owner, run),
      credentialFor: credentialsFor(prepared, settings.refresh.withRegistration),
      headerSecret: headerSecretOf(context),
      ignoreDrift: new Set(settings.ignoreDrift),
      safety: safetyContext(context),
      concurrency: connection.concurrency,
      signal,
    });
    return { plan: prepared.plan, result };
  });

/** Changes of a plan that would write something. */
export const countChanges = ({ changes }: Plan): number =>
  changes.filter(({ action }) => action !== 'unchanged' && action !== 'conflict').length;
