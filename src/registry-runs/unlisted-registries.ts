import type { RegistrySettings } from '../config/registry-kinds/table.ts';
import { type HadTogether, holderOf, type Owning, readBelonging } from '../engine/ownership.ts';
import { planRegistry } from '../engine/plan.ts';
import type { AtRegistry } from '../model/at-registry.ts';
import { compareTexts } from '../model/compare-texts.ts';
import { type Change, changePath, changeType, reasonText } from '../model/plan.ts';
import { about, type Problem } from '../model/problem.ts';
import { type HeldBy, heldText } from '../model/reasons.ts';
import { type Listed, listedAt, type Registry, type Snapshot } from '../model/registry.ts';
import type { UnlistedOne, UnlistedRegistry } from '../model/unlisted.ts';
import { isFor } from '../registration/narrow.ts';
import type { CommandContext } from '../running/context.ts';
import { withCredentials } from '../running/credentials.ts';
import { placeText, registriesOf, stepEach } from '../running/each-registry.ts';
import { failureProblem } from '../running/failure.ts';
import { withHistory } from '../running/history.ts';
import { markerOf, requireOwner, withConnections } from '../running/registry-access.ts';
import { entriesByFile, lockedListIn } from '../running/rendering.ts';
import type { Ground } from './unlisted-aws.ts';

/** Does a part of the report; what ended it is told, and the other parts are done, but where the run itself has ended. */
export const attempt = async <Result>(
  context: CommandContext,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result } | { readonly problem: Problem }> => {
  const { signal } = context;
  try {
    return { result: await work() };
  } catch (error) {
    if (signal.aborted && error === signal.reason) throw error;
    return { problem: failureProblem(error, context) };
  }
};

const byPath = (left: UnlistedOne, right: UnlistedOne): number =>
  compareTexts(left.path, right.path) || compareTexts(left.type, right.type);

/** Why, beside a file that is named already. */
const whyOf = (change: Change): string | undefined => {
  if (change.action !== 'delete') return reasonText(change);
  switch (change.why.type) {
    case 'unregistered':
      return undefined;
    case 'left-out':
      return 'it is left out of this registry';
    case 'moved':
      return `it now registers ${change.why.to}`;
  }
};

/** A change as one of the things that one side lacks: named by its file and path, and by no URL. */
const oneOf = (change: Change, { hide, settings }: Pick<CommandContext, 'hide' | 'settings'>): UnlistedOne => {
  const { name } = 'registration' in change ? change.registration : change.registered;
  const file = 'registration' in change ? change.registration.origin.file : change.registered.file;
  const why = whyOf(change);
  return {
    path: hide(changePath(change)),
    type: changeType(change),
    name: hide(name),
    ...(file === undefined ? {} : { file: `${settings.directory}/${file}` }),
    ...(why === undefined ? {} : { why: hide(why) }),
  };
};

/** Who holds what is not ours; undefined for what is. */
const heldBy = (listed: Listed, owning: Owning): HeldBy | undefined => {
  const holder = holderOf(listed, owning);
  switch (holder.type) {
    case 'ours':
      return undefined;
    case 'other-repository':
      return { type: 'other-repository' };
    case 'adoptable':
    case 'orphaned':
    case 'foreign':
      return holder.by;
  }
};

interface Standing {
  readonly connection: RegistrySettings;
  readonly registry: Registry;
  readonly snapshot: Snapshot;
  readonly belongs: Owning['belongs'];
}

/** Files and a registry, by the plan that apply would make: the two never say different things. */
const besideRegistry = (
  context: CommandContext,
  { catalogue, rendered, kept }: Ground,
  { connection, registry, snapshot, belongs }: Standing,
): UnlistedRegistry & { readonly problems: readonly Problem[] } => {
  const { settings, run } = context;
  const owning: Owning = { marker: markerOf(requireOwner(settings), run), belongs };
  const asked = rendered.registrations.filter(isFor(connection, entriesByFile(catalogue.entries)));
  const { changes, problems } = planRegistry(asked, {
    ...owning,
    traits: registry,
    shadows: catalogue.registries.shadows,
    snapshot,
    ignoreDrift: new Set(settings.ignoreDrift),
    headerSecret: () => undefined,
    hasCredential: () => false,
    enableFlagged: false,
    adopt: 'none',
    allowUnenforcedVisibility: false,
    withheld: rendered.withheld,
    lockedList: lockedListIn(catalogue.tree, settings),
  });
  const at = listedAt(snapshot.listed);
  // What is refused may stand there from before, as ours.
  const isThere = (change: Change): boolean => {
    if (change.action !== 'conflict') return false;
    const there = at(change.registration);
    return there?.file === change.registration.origin.file && heldBy(there, owning) === undefined;
  };
  const own = changes.filter((change) => kept?.change(change) !== false);
  const of = (actions: readonly Change['action'][]): readonly UnlistedOne[] =>
    own
      .filter((change) => actions.includes(change.action) && !isThere(change))
      .map((change) => oneOf(change, context))
      .toSorted(byPath);
  return {
    missing: of(['create', 'conflict']),
    ours: of(['delete']),
    others: snapshot.listed
      .flatMap((listed): UnlistedOne[] => {
        const by = heldBy(listed, owning);
        if (by === undefined || kept?.stranger(listed) === false) return [];
        const { path, type, name } = listed;
        return [{ path: context.hide(path), type, name: context.hide(name), why: context.hide(heldText(by)) }];
      })
      .toSorted(byPath),
    problems: problems.filter(({ rule }) => rule === 'registry-rights'),
  };
};

/** Reads each registry of the run as a plan does, and writes to none. */
const readRegistries = (
  context: CommandContext,
  ground: Ground,
  had: HadTogether,
): Promise<readonly AtRegistry<UnlistedRegistry>[]> =>
  withCredentials(context, (credentials) =>
    withConnections(context, { credentials, known: ground.catalogue }, async (open) => {
      const read = await stepEach(context, registriesOf(context), async (connection) => {
        const registry = await open(connection);
        context.work?.({ type: 'phase', text: `reading ${placeText(connection)}` });
        const snapshot = await registry.snapshot(context.signal);
        const { registrations } = ground.rendered;
        const known = { registrations, owner: requireOwner(context.settings), had };
        const belongs = await readBelonging(snapshot.listed, known, connection.concurrency);
        return besideRegistry(context, ground, { connection, registry, snapshot, belongs });
      });
      return read.map(({ result, ...one }) => {
        if (result === undefined) return one;
        const { problems, ...lists } = result;
        return { ...one, result: lists, problems: [...one.problems, ...about({ registry: one.name }, problems)] };
      });
    }),
  );

/** Files and each registry of the run; one that can't be read is told, and the others are. */
export const besideRegistries = async (
  context: CommandContext,
  ground: Ground,
): Promise<readonly AtRegistry<UnlistedRegistry>[]> => {
  const registries = registriesOf(context);
  if (registries.length === 0) return [];
  const read = await attempt(context, () =>
    withHistory(context, ground.rendered.registrations, (had) => readRegistries(context, ground, had)),
  );
  if ('result' in read) return read.result;
  return registries.map(({ name, type }) => ({ name, type, problems: about({ registry: name }, [read.problem]) }));
};
