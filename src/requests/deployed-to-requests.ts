import { loadEntries } from '../catalogue/entries.ts';
import type { ClientToAdd } from '../config/add-clients.ts';
import type { Entry, Tree } from '../model/catalogue.ts';
import { isSyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { ScanResult } from '../model/resource.ts';
import type { StandingGateway } from '../model/standing-gateway.ts';
import { CLIENTS_BRANCH, type ClientsWish, clientsToRequest } from './clients-to-request.ts';
import type { Proposed } from './content.ts';
import { requestOf } from './opened.ts';
import { type RequestsContext, type ScannedToRequests, scanToRequests } from './scan-to-requests.ts';
import { clientToAdd, entryOf, scanOf } from './standing-gateways.ts';

type Reading = Pick<RequestsContext, 'settings' | 'registries'>;

const entriesIn = ({ settings, registries }: Reading, tree: Tree): readonly Entry[] =>
  loadEntries(tree, { directory: settings.directory, registries }).entries;

/** Gateways as a scan would bring them: one that has another id than its entry waits for a scan that sees everything. */
export const seenIn =
  (reading: Reading, gateways: readonly StandingGateway[]) =>
  (tree: Tree): ScanResult => {
    const entries = entriesIn(reading, tree);
    return scanOf(gateways.filter((one) => entryOf(one, entries)?.isReplaced !== true));
  };

/** Clients for the registrations that a catalogue has of gateways; none for what is not registered. */
export const clientsFor = (
  reading: Reading,
  gateways: readonly StandingGateway[],
  tree: Tree,
): readonly ClientToAdd[] => {
  const entries = entriesIn(reading, tree);
  return gateways.flatMap((gateway) => {
    const entry = entryOf(gateway, entries);
    if (gateway.client === undefined || entry?.isRegistered !== true) return [];
    return [clientToAdd(gateway, gateway.client, entry.path)];
  });
};

/** The pull request that holds entries of the gateways, if any does. */
const holding = (
  { proposed, wanted }: ScannedToRequests,
  reading: Reading,
  gateways: readonly StandingGateway[],
): { readonly number: number; readonly url: string } | undefined => {
  const entries = entriesIn(reading, wanted);
  const files = new Set(gateways.flatMap((one) => entryOf(one, entries)?.file ?? []));
  const held = proposed.find(({ body }) => body?.changes.some(({ file }) => files.has(file)) === true);
  return held?.result?.operation === 'closed' ? undefined : requestOf(held?.result);
};

/** What became of the pull request with clients. */
export type ClientsProposed = Pick<Proposed, 'scope' | 'result' | 'problems'> & { readonly count: number };

const proposeClients = async (
  { repository }: Pick<RequestsContext, 'repository'>,
  wish: ClientsWish,
): Promise<ClientsProposed | undefined> => {
  if (wish.clients.length === 0) return undefined;
  const scope = { branch: CLIENTS_BRANCH };
  const count = wish.clients.length;
  try {
    return { scope, count, result: await clientsToRequest(repository, wish), problems: [] };
  } catch (error) {
    if (!isSyncError(error, 'github')) throw error;
    const hint = error.hint === undefined ? {} : { hint: error.hint };
    const problem: Problem = {
      rule: 'request-refused',
      severity: 'error',
      subject: CLIENTS_BRANCH,
      text: error.message,
      ...hint,
    };
    return { scope, count, problems: [problem] };
  }
};

/** The later of two runs on the same branches, with what the earlier one did where the later had nothing to do. */
const latest = (first: readonly Proposed[], second: readonly Proposed[]): readonly Proposed[] =>
  second.map((one) => {
    const before = first.find(({ scope }) => scope.branch === one.scope.branch);
    return one.result?.operation === 'none' && before !== undefined ? before : one;
  });

/** What deployed gateways came to. */
export interface DeployedToRequests {
  readonly registrations: Pick<ScannedToRequests, 'report' | 'proposed'>;
  /** Absent where no gateway has a client that the configuration could name. */
  readonly clients?: ClientsProposed;
}

/**
 * Brings deployed gateways to pull requests: their entries to the scan's own, as a scan of them alone would, and their clients
 * to one that changes nothing but the configuration, for what widens trust counts only where it came alone. Each names the
 * other. Run again it changes nothing; killed anywhere and run again it opens what is missing.
 * @throws SyncError github/* where base or branches can't be read; what GitHub refuses of one of them is a problem
 */
export const deployedToRequests = async (
  context: Omit<RequestsContext, 'scan'>,
  gateways: readonly StandingGateway[],
): Promise<DeployedToRequests> => {
  const registrations = (): Promise<ScannedToRequests> =>
    scanToRequests({ ...context, scan: async (_, tree) => seenIn(context, gateways)(tree) });
  const first = await registrations();
  const held = holding(first, context, gateways);
  const clients = await proposeClients(context, {
    settings: context.settings,
    clients: clientsFor(context, gateways, first.wanted),
    registrations: held,
  });
  if (clients === undefined) return { registrations: first };
  // What was opened first did not know of what was opened after it.
  const isNamed = first.proposed.some(({ body }) => body?.clients !== undefined);
  if (clients.result?.operation !== 'created' || held === undefined || isNamed)
    return { registrations: first, clients };
  const { report, proposed } = await registrations();
  return { registrations: { report, proposed: latest(first.proposed, proposed) }, clients };
};
