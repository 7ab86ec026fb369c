import { knownKeys, locationOf } from '../catalogue/layout.ts';
import type { RegistrySettings } from '../config/registry-kinds/table.ts';
import type { Settings } from '../config/settings.ts';
import { coverageOf } from '../discovery/coverage.ts';
import { type HadTogether, holderOf, type Owning, readBelonging } from '../engine/ownership.ts';
import { planRegistry } from '../engine/plan.ts';
import type { AtRegistry } from '../model/at-registry.ts';
import { compareTexts } from '../model/compare-texts.ts';
import { EXIT } from '../model/errors.ts';
import { type Change, changePath, changeType, reasonText } from '../model/plan.ts';
import { about, type Problem } from '../model/problem.ts';
import { type HeldBy, heldText } from '../model/reasons.ts';
import { type Listed, listedAt, type Registry, type Snapshot } from '../model/registry.ts';
import { keyText, type ResourceKey, type ScanResult } from '../model/resource.ts';
import type { UnlistedAws, UnlistedOne, UnlistedRegistry, UnlistedThings } from '../model/unlisted.ts';
import { isFor } from '../registration/narrow.ts';
import { type Rendered, renderEntries } from '../registration/render.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { reportMarkdown, reportText } from '../report/report.ts';
import { unlistedReport, unlistedResult } from '../report/unlisted.ts';
import {
  type Catalogue,
  entriesByFile,
  loadCatalogue,
  lockedListIn,
  renderSettings,
  unreadProblems,
} from '../running/catalogue.ts';
import type { CommandContext, CommandResult } from '../running/context.ts';
import { withCredentials } from '../running/credentials.ts';
import { placeText, registriesOf, stepEach } from '../running/each-registry.ts';
import { failureProblem } from '../running/failure.ts';
import { withHistory } from '../running/history.ts';
import { fails, judged } from '../running/judging.ts';
import { markerOf, requireOwner, withConnections } from '../running/registry-access.ts';
import { scanAws } from '../running/scanning.ts';
import { keptProblems, nothingKept, type Selecting, selectingOf } from '../running/selecting.ts';

/** What all sides are held against. */
interface Ground {
  readonly catalogue: Catalogue;
  readonly rendered: Rendered;
  /** undefined: all of it. */
  readonly kept: Selecting | undefined;
}

/** Does a part of the report; what ended it is told, and the other parts are done, but where the run itself has ended. */
const attempt = async <Result>(
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

/** Whether a file is of the run; what can't be read as an entry matches nothing that is asked for. */
const keepsFile = ({ catalogue, kept }: Ground): ((file: string) => boolean) => {
  if (kept === undefined) return () => true;
  const files = new Set(catalogue.entries.filter(kept.entry).map(({ path }) => path));
  return (file) => files.has(file);
};

/** The files of the run that a scan writes, each with its resource. */
const scannedFiles = (ground: Ground): readonly { readonly file: string; readonly key: ResourceKey }[] => {
  const { catalogue } = ground;
  const isKept = keepsFile(ground);
  return [...catalogue.tree.keys(), ...catalogue.refused].flatMap((file) => {
    const location = locationOf(file);
    return location.type === 'scanned' && isKept(file) ? [{ file, key: location.key }] : [];
  });
};

/** Files and a scan: what was not seen is gone only where AWS said so. */
const besideAws = (scan: ScanResult, ground: Ground, directory: string): UnlistedAws => {
  const { tree, refused } = ground.catalogue;
  const known = new Set(knownKeys([...tree.keys(), ...refused]).map(keyText));
  const [seen, gone, out] = [scan.sightings.map(({ key }) => key), scan.gone, scan.outOfScope].map(
    (keys) => new Set(keys.map(keyText)),
  );
  const stateOf = (key: string): 'seen' | 'gone' | 'out' | 'unseen' =>
    seen?.has(key) ? 'seen' : gone?.has(key) ? 'gone' : out?.has(key) ? 'out' : 'unseen';
  const files = Map.groupBy(scannedFiles(ground), ({ key }) => stateOf(keyText(key)));
  const named = (state: 'gone' | 'out' | 'unseen'): readonly string[] =>
    (files.get(state) ?? []).map(({ file }) => `${directory}/${file}`).sort(compareTexts);
  return {
    unfiled: scan.sightings
      .filter(({ key }) => !known.has(keyText(key)))
      .map(({ key, name, status }) => ({ key, name, status })),
    gone: named('gone'),
    unseen: named('unseen'),
    outOfScope: named('out'),
    places: coverageOf(scan, { accounts: new Set() })
      .filter(({ state }) => state !== 'complete')
      .map(({ account, region, state, why }) => ({
        account,
        state,
        ...(region === undefined ? {} : { region }),
        ...(why === undefined ? {} : { why }),
      })),
  };
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

const besideRegistries = async (
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

/** What resources are warned of, scan and list tell: of this report only what could not be read is news. */
const toldByScan = (problem: Problem): Problem =>
  problem.severity === 'error' ? problem : { ...problem, standing: true };

/** A misspelt `--only`; one that matches nothing of AWS may match on another side. */
const onlyProblems = ({ only }: Settings, { catalogue, kept }: Ground, things: UnlistedThings): readonly Problem[] => {
  if (only === undefined || catalogue.entries.some((entry) => kept?.entry(entry))) return [];
  const { aws, registries } = things;
  const isMet = (aws?.unfiled.length ?? 0) > 0 || registries.some(({ result }) => hasAny(result));
  return isMet ? [] : [nothingKept(only)];
};

const hasAny = (result: UnlistedRegistry | undefined): boolean =>
  result !== undefined && result.missing.length + result.ours.length + result.others.length > 0;

/** AWS, files and registries, each held against the others. Writes nothing. */
export const unlisted = async (context: CommandContext): Promise<CommandResult> => {
  const { settings, terminal } = context;
  const { directory } = settings;
  const catalogue = await loadCatalogue(context);
  const { tree, refused, accounts, guard } = catalogue;
  const rendered = renderEntries(catalogue, renderSettings(settings, accounts, tree), guard);
  const kept = selectingOf(context, catalogue);
  const ground: Ground = { catalogue, rendered, kept };
  const known = knownKeys([...tree.keys(), ...refused]);
  const scanned = await attempt(context, () => scanAws(context, { known, tree }));
  const registries = await besideRegistries(context, ground);
  const things: UnlistedThings = {
    ...('result' in scanned ? { aws: besideAws(scanned.result, ground, directory) } : {}),
    registries,
    unjudged: [...new Set([...rendered.withheld, ...refused])]
      .filter(keepsFile(ground))
      .map((file) => `${directory}/${file}`)
      .sort(compareTexts),
  };
  const problems = judged(
    [
      ...keptProblems(kept, unreadProblems(catalogue, directory)),
      ...('result' in scanned
        ? scanned.result.problems.filter(({ rule }) => rule !== 'entry-unknown').map(toldByScan)
        : [scanned.problem]),
      ...onlyProblems(settings, ground, things),
      ...registries.flatMap((one) => one.problems),
    ],
    context,
  );
  const isRead = 'result' in scanned && registries.every(({ result }) => result !== undefined);
  const shown = unlistedReport(things, problems);
  const markdown = (limit: number): string => reportMarkdown(shown, { limit });
  return {
    exitCode: isRead && !fails(problems, context) ? EXIT.done : EXIT.failed,
    result: unlistedResult(things),
    problems,
    text: settings.markdown ? markdown(Number.POSITIVE_INFINITY) : reportText(shown, terminal),
    markdown: markdown(SUMMARY_LIMIT),
    outputs: {},
  };
};
