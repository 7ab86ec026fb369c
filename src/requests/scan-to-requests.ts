import { organizationAccounts, organizationScope } from '../catalogue/accounts-file.ts';
import { changedTree } from '../catalogue/changed-tree.ts';
import { type FirstFacts, splitFirstFacts } from '../catalogue/first-facts.ts';
import { readKnownFiles } from '../catalogue/known-files.ts';
import { knownKeys } from '../catalogue/layout.ts';
import { type MergeResult, mergeScan } from '../catalogue/merge.ts';
import type { RegistryRules } from '../catalogue/registry-rules.ts';
import { formerPaths } from '../catalogue/scan-former.ts';
import type { Settings } from '../config/settings.ts';
import { sameTree } from '../forge/github/branch.ts';
import type { Repository } from '../forge/github/client.ts';
import { propose, readStart, type Start, type StartOptions } from '../forge/github/propose.ts';
import { listOpenRequests, readRequests } from '../forge/github/requests.ts';
import type { Tree } from '../model/catalogue.ts';
import { isSyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { ResourceKey, ScanResult } from '../model/resource.ts';
import type { Clock } from '../net/clock.ts';
import type { ScanReport } from '../report/scan-report.ts';
import { CLIENTS_BRANCH } from './clients-to-request.ts';
import { contentOf, type Proposed, TITLE } from './content.ts';
import {
  accountOf,
  branchOf,
  newAccounts,
  overlayScope,
  ownRequests,
  type RequestScope,
  scopeOf,
  wantedOf,
} from './split.ts';
import { startOptions } from './start-options.ts';
import { unseenSources } from './unseen.ts';

/** What bringing a scan to pull requests takes. */
export interface RequestsContext {
  readonly settings: Settings;
  readonly clock: Clock;
  /** Address of the workflow run that this is, where there is one. */
  readonly run?: string | undefined;
  readonly repository: Repository;
  /** Scans AWS; `known`: the resources of the catalogue's entries, `tree`: these, with what waits in requests. */
  readonly scan: (known: readonly ResourceKey[], tree: Tree) => Promise<ScanResult>;
  readonly registries: RegistryRules;
}

/** What a scan found, and what became of each request. */
export interface ScannedToRequests {
  readonly report: ScanReport;
  readonly proposed: readonly Proposed[];
  /** The whole catalogue that follows from it. */
  readonly wanted: Tree;
}

/** What the branches hold, before AWS is asked. */
interface Held {
  readonly main: Start;
  /** Accounts whose own request is open, with what its branch holds. */
  readonly accounts: ReadonlyMap<string, Start>;
  /** The base with the difference of every branch. */
  readonly carried: Tree;
  /** The open pull request with clients of deployed gateways. */
  readonly clients?: { readonly number: number; readonly url: string };
}

/** A scan, and the whole catalogue that follows from it. */
interface Scanned {
  readonly held: Held;
  readonly scan: ScanResult;
  readonly merge: MergeResult;
  readonly wanted: Tree;
  readonly mergeInto: (tree: Tree, base: Tree) => MergeResult;
  /** What the repository's history did not tell. */
  readonly problems: readonly Problem[];
}

const readHeld = async (
  repository: Repository,
  branch: string,
  options: Omit<StartOptions, 'branch'>,
): Promise<Held> => {
  const main = await readStart(repository, { ...options, branch });
  const open = await listOpenRequests(repository, main.baseBranch, '');
  const beginning = branchOf(branch, '');
  const names = open.flatMap((request) =>
    request.branch.startsWith(beginning) ? [request.branch.slice(beginning.length)] : [],
  );
  const clients = open.find((request) => request.branch === CLIENTS_BRANCH);
  const accounts = new Map<string, Start>();
  for (const account of names.filter((name) => /^\d{12}$/.test(name)).toSorted()) {
    accounts.set(account, await readStart(repository, { ...options, branch: branchOf(branch, account) }));
  }
  const own = new Set(accounts.keys());
  const carried = [...accounts].reduce(
    (tree, [account, start]) => overlayScope({ under: tree, over: start.carried }, scopeOf(branch, account), own),
    main.carried,
  );
  return {
    main,
    accounts,
    carried,
    ...(clients === undefined ? {} : { clients: { number: clients.number, url: clients.url } }),
  };
};

/** Registry paths of the base's entries that the branches change: they are held until a merge. */
const reservedPaths = (base: Tree, tree: Tree): readonly string[] => {
  const changed = new Map([...base].filter(([path, text]) => tree.get(path) !== text));
  return [...readKnownFiles(changed, '')].flatMap(({ paths }) => paths);
};

const mergeWhole = async (
  { settings, registries }: RequestsContext,
  held: Held,
  { scan, prune }: { readonly scan: ScanResult; readonly prune: boolean },
): Promise<Scanned> => {
  const { organization: _, ...entries } = scan;
  const { main, carried } = held;
  // What waits in a request counts as new: its branch may lose it before it is merged.
  const merged = [...carried.keys()].filter((path) => main.base.has(path));
  const { former, problems } = await formerPaths(settings.directory, merged, prune ? { ...scan, sightings: [] } : scan);
  const mergeInto = (tree: Tree, base: Tree): MergeResult => {
    const accounts = organizationScope(settings, base);
    return mergeScan(tree, prune ? { ...entries, sightings: [], gone: [] } : scan, {
      directory: settings.directory,
      paths: settings.paths,
      registries,
      former,
      prune,
      newLimit: settings.limits.new,
      merged: base,
      reserved: reservedPaths(base, tree),
      ...(accounts === undefined ? {} : { accounts }),
    });
  };
  const merge = mergeInto(carried, main.base);
  return { held, scan, merge, wanted: changedTree(carried, merge.changes), mergeInto, problems };
};

/** What a scan makes of the catalogue, as it is. */
const scanWhole = async (context: RequestsContext, held: Held): Promise<Scanned> => {
  const { settings } = context;
  const scan = await context.scan(knownKeys([...held.main.base.keys(), ...held.carried.keys()]), held.carried);
  return mergeWhole(context, held, { scan, prune: settings.scan.prune });
};

/** The same, without what files of an earlier form lack: `first` is that. */
const scanInto = async (context: RequestsContext, held: Held): Promise<Scanned & Pick<FirstFacts, 'first'>> => {
  const { prune } = context.settings.scan;
  const whole = await context.scan(knownKeys([...held.main.base.keys(), ...held.carried.keys()]), held.carried);
  const { rest, first } = prune ? { rest: whole, first: undefined } : splitFirstFacts(whole, held.main.base);
  const scanned = await mergeWhole(context, held, { scan: rest, prune });
  return { ...scanned, ...(first === undefined ? {} : { first }) };
};

/** Accounts of the first scan for which a request of their own was made before: they keep it, also when it was closed. */
const earlierRequests = async (
  repository: Repository,
  { held, wanted }: Scanned,
  branch: string,
): Promise<ReadonlySet<string>> => {
  const { base, baseBranch } = held.main;
  const found = new Set<string>();
  for (const account of newAccounts({ base, wanted })) {
    if (held.accounts.has(account)) continue;
    const { open, last } = await readRequests(repository, branchOf(branch, account), baseBranch);
    if (open !== undefined || last !== undefined) found.add(account);
  }
  return found;
};

/** The catalogue that a scope's branch shall hold, seen from where that branch is now. */
const proposalOf = (
  scanned: Scanned,
  start: Start,
  given: { readonly scope: RequestScope; readonly own: ReadonlySet<string> },
): { readonly wanted: Tree; readonly merge: MergeResult } => {
  const { scope, own } = given;
  const { held } = scanned;
  const seen = scope.account === undefined ? held.main : held.accounts.get(scope.account);
  const trees = { base: start.base, carried: start.carried };
  const unmoved = seen
    ? sameTree(seen.base, start.base) && sameTree(seen.carried, start.carried)
    : sameTree(held.main.base, start.base) && sameTree(start.base, start.carried);
  if (unmoved) return { wanted: wantedOf({ ...trees, wanted: scanned.wanted }, scope, own), merge: scanned.merge };
  const tree = overlayScope({ under: scanned.wanted, over: start.carried }, scope, own);
  const merge = scanned.mergeInto(tree, start.base);
  return { wanted: wantedOf({ ...trees, wanted: changedTree(tree, merge.changes) }, scope, own), merge };
};

const refused = (error: unknown, { branch }: RequestScope): Problem => {
  if (!isSyncError(error, 'github')) throw error;
  const hint = error.hint === undefined ? {} : { hint: error.hint };
  return { rule: 'request-refused', severity: 'error', subject: branch, text: error.message, ...hint };
};

/** Problems of the scan that a scope's request shows. */
const problemsFor = (problems: readonly Problem[], { account }: RequestScope): readonly Problem[] =>
  account === undefined ? problems : problems.filter(({ about }) => about?.account === account);

interface Proposing {
  readonly context: RequestsContext;
  readonly scanned: Scanned;
  readonly options: Omit<StartOptions, 'branch'>;
  /** Accounts with a request of their own. */
  readonly own: ReadonlySet<string>;
}

const proposeScope = async ({ context, scanned, options, own }: Proposing, scope: RequestScope): Promise<Proposed> => {
  let content: ReturnType<typeof contentOf> | undefined;
  const { clients } = scanned.held;
  const build = (start: Start) => {
    const { wanted, merge } = proposalOf(scanned, start, { scope, own });
    content = contentOf(context, {
      directory: options.directory,
      scope,
      base: start.base,
      wanted,
      outside: start.outside,
      unseen: unseenSources({ base: start.base, wanted, scan: scanned.scan, merge }),
      organization: organizationAccounts(start.base),
      problems: problemsFor([...scanned.scan.problems, ...scanned.problems, ...merge.problems], scope),
      ...(clients === undefined ? {} : { clients }),
    });
    return { wanted, content: content.content };
  };
  const seen = scope.account === undefined ? scanned.held.main : scanned.held.accounts.get(scope.account);
  try {
    const result =
      seen?.settled(build(seen)) ?? (await propose(context.repository, { ...options, branch: scope.branch, build }));
    return { scope, result, ...content, problems: [] };
  } catch (error) {
    const forbidden = isSyncError(error, 'github') && error.code === 'forbidden';
    return { scope, ...content, problems: [refused(error, scope)], ...(forbidden ? { forbidden } : {}) };
  }
};

const proposeAll = async (proposing: Omit<Proposing, 'own'>): Promise<readonly Proposed[]> => {
  const { context, scanned } = proposing;
  const { by, branch } = context.settings.request;
  const { held, wanted } = scanned;
  const question = { base: held.main.base, wanted, by, open: new Set(held.accounts.keys()) };
  const earlier = by === 'account' ? new Set<string>() : await earlierRequests(context.repository, scanned, branch);
  const own = ownRequests(question, earlier);
  const scopes: RequestScope[] = [{ branch }, ...[...own].toSorted().map((account) => scopeOf(branch, account))];
  const proposed: Proposed[] = [];
  for (const scope of scopes) {
    const one = await proposeScope({ ...proposing, own }, scope);
    proposed.push(one);
    // What GitHub forbids for one branch it forbids for all.
    if (one.forbidden) break;
  }
  return proposed;
};

/** What is out of scope is removed in a request of its own, which brings nothing else. */
const forPruning = (settings: Settings): Settings => {
  const { branch, title = TITLE } = settings.request;
  const request = { ...settings.request, branch: `${branch}-prune`, title: `${title} (out of scope)` };
  return { ...settings, request: { ...request, by: 'catalogue' } };
};

/** What files of an earlier form lack comes in a request of its own, which brings nothing else: AWS is as it was. */
const forFormat = (settings: Settings): Settings => {
  const { branch } = settings.request;
  const request = { ...settings.request, branch: `${branch}-format`, title: FORMAT_TITLE };
  return { ...settings, request: { ...request, by: 'catalogue' } };
};

const FORMAT_TITLE = 'Format of files, nothing changed in AWS';

/** Proposes what files lack. */
const proposeFormat = async (
  context: RequestsContext,
  options: Omit<StartOptions, 'branch'>,
  first: ScanResult | undefined,
): Promise<readonly Proposed[]> => {
  if (first === undefined) return [];
  const settings = forFormat(context.settings);
  const own = { ...context, settings, scan: async () => first };
  const held = await readHeld(context.repository, settings.request.branch, options);
  return proposeAll({ context: own, scanned: await scanWhole(own, held), options });
};

/**
 * AWS to pull requests: reads base and branches, scans, and opens, updates or closes what follows from both.
 * @throws SyncError github/* where the base or the branches can't be read; what GitHub refuses of one request is a problem
 */
export const scanToRequests = async (given: RequestsContext): Promise<ScannedToRequests> => {
  const context = given.settings.scan.prune ? { ...given, settings: forPruning(given.settings) } : given;
  const { settings, clock, repository } = context;
  const start = clock.now();
  const options = await startOptions(settings);
  const held = await readHeld(repository, settings.request.branch, options);
  const scanned = await scanInto(context, held);
  const { first } = scanned;
  const proposed = settings.dryRun
    ? []
    : [...(await proposeAll({ context, scanned, options })), ...(await proposeFormat(context, options, first))];
  const problems = [
    ...scanned.scan.problems,
    ...scanned.problems,
    ...scanned.merge.problems,
    ...proposed.flatMap((one) => one.problems),
  ];
  const report: ScanReport = {
    scan: scanned.scan,
    changes: scanned.merge.changes,
    files: [...held.carried.keys()].filter((path) => accountOf(path) !== undefined),
    held: scanned.merge.counts.held,
    problems,
    seconds: (clock.now() - start) / 1000,
    dryRun: settings.dryRun,
  };
  return { report, proposed, wanted: scanned.wanted };
};
