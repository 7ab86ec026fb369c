import { locateProblems } from '../catalogue/locate.ts';
import type { RegistrySettings } from '../config/registry-kinds/table.ts';
import { selectedRegistries } from '../config/registry-settings.ts';
import { adoptionOf } from '../engine/adopting.ts';
import { withChosen } from '../engine/choose-disabled.ts';
import { confirmPlan } from '../engine/confirm-plan.ts';
import { hidePlan } from '../engine/hide-plan.ts';
import { type HadTogether, type Owning, readBelonging } from '../engine/ownership.ts';
import { planRegistry, withConflictPlaces } from '../engine/plan.ts';
import { readWholeSnapshot } from '../engine/read-whole.ts';
import type { SafetyContext } from '../engine/safety.ts';
import type { AtRegistries, AtRegistry } from '../model/at-registry.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ConfirmPlaces } from '../model/confirmation.ts';
import type { Plan } from '../model/plan.ts';
import type { Registration } from '../model/registration.ts';
import type { Registry, Snapshot } from '../model/registry.ts';
import { maskForms } from '../net/masks.ts';
import { isFor, leftOut } from '../registration/narrow.ts';
import { type Rendered, renderEntries } from '../registration/render.ts';
import { kindOf } from '../registries/table.ts';
import type { Catalogue } from '../running/catalogue.ts';
import { withConfirming } from '../running/confirming.ts';
import type { CommandContext } from '../running/context.ts';
import { type Credentials, withCredentials } from '../running/credentials.ts';
import { placeText, registriesOf, stepEach } from '../running/each-registry.ts';
import { withHistory } from '../running/history.ts';
import { markerOf, requireOwner, withConnections } from '../running/registry-access.ts';
import { entriesByFile, lockedListIn, renderSettings } from '../running/rendering.ts';
import { keptPlan, keptProblems, selectingOf } from '../running/selecting.ts';
import { type Disable, NOTHING_OFF, offAt, type SwitchingOff } from './switching-off.ts';

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
