import { locateProblems } from '../catalogue/locate.ts';
import type { RegistrySettings } from '../config/registry-kinds/table.ts';
import { selectedRegistries } from '../config/registry-settings.ts';
import { adoptionOf } from '../engine/adopting.ts';
import { applyPlan } from '../engine/apply.ts';
import type { CredentialFor } from '../engine/apply-change.ts';
import { type Asked, type Beyond, chooseDisabled, type DisableLimit, withChosen } from '../engine/choose-disabled.ts';
import { confirmPlan } from '../engine/confirm-plan.ts';
import { switchOff } from '../engine/disabling.ts';
import { hidePlan } from '../engine/hide-plan.ts';
import { type HadTogether, type Owning, readBelonging } from '../engine/ownership.ts';
import { planRegistry, withConflictPlaces } from '../engine/plan.ts';
import { readWholeSnapshot } from '../engine/read-whole.ts';
import { type SafetyContext, safetyProblems } from '../engine/safety.ts';
import { type AtRegistries, type AtRegistry, resultsOf, type WithOurs, withOwnProblems } from '../model/at-registry.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ConfirmPlaces } from '../model/confirmation.ts';
import type { ApplyResult, Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import type { Registry, Snapshot } from '../model/registry.ts';
import { maskForms } from '../net/masks.ts';
import { isFor, leftOut } from '../registration/narrow.ts';
import { type Rendered, renderEntries } from '../registration/render.ts';
import { kindOf } from '../registries/table.ts';
import { type Catalogue, entriesByFile, lockedListIn, renderSettings } from '../running/catalogue.ts';
import { withConfirming } from '../running/confirming.ts';
import { askToApply, type Proposed } from '../running/consent.ts';
import type { CommandContext } from '../running/context.ts';
import { type Credentials, withCredentials } from '../running/credentials.ts';
import { placeText, registriesOf, stepEach } from '../running/each-registry.ts';
import { withHistory } from '../running/history.ts';
import { markerOf, requireOwner, withConnections } from '../running/registry-access.ts';
import { keptPlan, keptProblems, selectingOf } from '../running/selecting.ts';
import { expectPlans } from './saved-plan.ts';

/** What is the same for every registry of a run, and is made once. */
export interface Shared {
  readonly catalogue: Catalogue;
  readonly rendered: Rendered;
  readonly entryOf: (registration: Registration) => Entry;
  readonly credentials: Credentials;
  readonly confirm: ConfirmPlaces;
  readonly had: HadTogether;
  readonly open: (connection: RegistrySettings) => Promise<Registry>;
  /** What is to be switched off before anything is planned. */
  readonly disabling?: Disable;
}

/** A plan against one registry, with what applying it needs. */
export interface Prepared {
  readonly connection: RegistrySettings;
  readonly plan: Plan;
  readonly registry: Registry;
  readonly snapshot: Snapshot;
  readonly belongs: Owning['belongs'];
  /** What was switched off before the plan was made. */
  readonly off: SwitchingOff;
}

/** What came of switching registrations off, before anything was planned. */
interface SwitchingOff {
  readonly asked: readonly Asked[];
  readonly done: readonly SwitchedOff[];
  readonly beyond?: Beyond;
}

/** What became of a registration that was switched off at once. */
export interface SwitchedOff {
  readonly path: string;
  readonly type: 'server' | 'agent';
  /** What is left to a person. */
  readonly note?: string;
}

/** Values of headers' secrets, masked before they are used. */
export const headerSecretOf =
  ({ settings, environment, mask }: CommandContext) =>
  (name: string): string | undefined => {
    const variable = settings.secrets[name]?.env;
    const value = variable === undefined ? undefined : environment[variable];
    for (const form of value === undefined ? [] : maskForms(value)) mask(form);
    return value;
  };

/** Whether the plan is only shown, or is what apply does next. */
interface Purpose {
  readonly forecast: boolean;
}

/** Which registrations are switched off at once, why, and how many of them at most. */
export interface Disable {
  readonly asked: readonly Asked[];
  readonly most?: DisableLimit;
}

/** Switches off what of ours stands there for what was asked: before anything else is read. */
const offAt = async (
  {
    registry,
    snapshot,
    catalogue,
    rendered,
    had,
    concurrency,
  }: Pick<Shared, 'catalogue' | 'rendered' | 'had'> &
    Pick<Prepared, 'registry' | 'snapshot'> & { readonly concurrency: number },
  { context, disabling }: { readonly context: CommandContext; readonly disabling: Disable },
): Promise<SwitchingOff> => {
  const owner = requireOwner(context.settings);
  const known = { registrations: rendered.registrations, owner, had };
  const belongs = await readBelonging(snapshot.listed, known, concurrency);
  const lockedList = lockedListIn(catalogue.tree, context.settings);
  const { most } = disabling;
  const { asked, standing, beyond } = chooseDisabled(disabling.asked, {
    listed: snapshot.listed,
    context: { marker: markerOf(owner, context.run), belongs, lockedList },
    ...(most === undefined ? {} : { most }),
  });
  const done: SwitchedOff[] = [];
  for (const listed of standing) {
    const note = await switchOff(listed, registry, snapshot);
    done.push({ path: listed.path, type: listed.type, ...(note === undefined ? {} : { note }) });
  }
  return { asked, done, ...(beyond === undefined ? {} : { beyond }) };
};

const NOTHING_OFF: SwitchingOff = { asked: [], done: [] };

/** Reads a registry and plans against it. */
export const prepare = async (
  context: CommandContext,
  { catalogue, rendered, entryOf, credentials, confirm, had, open, forecast, disabling }: Shared & Purpose,
  connection: RegistrySettings,
): Promise<Prepared> => {
  const { settings, run, signal } = context;
  const { concurrency } = connection;
  const owner = requireOwner(settings);
  const registry = await open(connection);
  context.work?.({ type: 'phase', text: `reading ${placeText(connection)}` });
  const first = await registry.snapshot(signal);
  const off =
    disabling === undefined
      ? NOTHING_OFF
      : await offAt({ registry, snapshot: first, catalogue, rendered, had, concurrency }, { context, disabling });
  const listed = off.done.length === 0 ? first : await registry.snapshot(signal);
  const registrations = withChosen(rendered.registrations.filter(isFor(connection, entryOf)), off.asked);
  const hasCredential = (registration: Registration): boolean =>
    settings.refresh.withRegistration && credentials.covers(entryOf(registration), registration);
  const snapshot = await readWholeSnapshot(
    registry,
    { snapshot: listed, registrations },
    {
      deep: settings.apply.deep,
      getsCredential: hasCredential,
      adopts: (path) => adoptionOf(settings.apply.adopt, path) !== 'no',
      concurrency,
      signal,
    },
  );
  // What an entry registers elsewhere belongs to it here, too: that is how it leaves.
  const known = { registrations: rendered.registrations, owner, had };
  const belongs = await readBelonging(snapshot.listed, known, concurrency);
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
    withheld: rendered.withheld,
    lockedList: lockedListIn(catalogue.tree, settings),
  });
  const { directory } = settings;
  const out = leftOut(rendered.registrations, connection, { entryOf, directory });
  const problems = [
    ...locateProblems(catalogue.tree, { directory, registries: catalogue.registries }, out),
    ...plan.problems,
  ];
  const whole = hidePlan(withConflictPlaces({ ...plan, problems }, directory), context.hide);
  const kept = keptPlan(context, catalogue, whole);
  const confirmed = await confirmPlan(kept, { traits: registry, snapshot, confirm, forecast });
  return { connection, plan: confirmed, registry, snapshot, belongs, off };
};

/** The settings are those that the history of the default branch lets count: a change is not judged by what it brings. */
export const safetyContext = ({ settings }: CommandContext, { rendered }: Pick<Shared, 'rendered'>): SafetyContext => {
  const { limits, apply, directory } = settings;
  return { limits, allowDeletes: apply.allowDeletes, directory, registersAny: rendered.registrations.length > 0 };
};

/** Plans against each registry of the run and hands the plans on, while everything that they need is open. */
export const withPlans = <Result>(
  context: CommandContext,
  {
    catalogue,
    forecast,
    disable,
  }: Purpose & {
    readonly catalogue: Catalogue;
    readonly disable?: (rendered: Rendered) => Disable;
  },
  work: (plans: readonly AtRegistry<Prepared>[], shared: Shared) => Promise<readonly AtRegistry<Result>[]>,
): Promise<AtRegistries<Result>> => {
  const rendered = renderEntries(
    catalogue,
    renderSettings(context.settings, catalogue.accounts, catalogue.tree),
    catalogue.guard,
  );
  const entryOf = entriesByFile(catalogue.entries);
  // What no proxy can sign is a trouble where one stands between: files are read, and nobody's requests go through them.
  const isProxied = selectedRegistries(context.settings).some((registry) => kindOf(registry).answers);
  const found = rendered.problems
    .filter(({ rule }) => isProxied || rule !== 'auth-iam')
    .map((problem) => ({ ...problem, text: context.hide(problem.text) }));
  const problems = keptProblems(selectingOf(context, catalogue), found);
  return withCredentials(context, (credentials) =>
    withConfirming(context, { entryOf, idToken: credentials.idToken }, (confirm) =>
      withHistory(context, rendered.registrations, (had) =>
        withConnections(context, { credentials, known: catalogue }, async (open) => {
          const disabling = disable === undefined ? {} : { disabling: disable(rendered) };
          const shared = { catalogue, rendered, entryOf, credentials, confirm, had, open, ...disabling };
          const plans = await stepEach(context, registriesOf(context), (connection) =>
            prepare(context, { ...shared, forecast }, connection),
          );
          return { problems, registries: await work(plans, shared) };
        }),
      ),
    ),
  );
};

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
