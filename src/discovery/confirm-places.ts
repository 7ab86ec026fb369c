import { createAgentCoreClient, overriddenEndpoint } from '../aws/agentcore.ts';
import type { AwsConnection } from '../aws/connection.ts';
import { openAwsConnection } from '../aws/connection.ts';
import { isOverridden } from '../aws/endpoint.ts';
import type { AccountSession, IdToken } from '../aws/sessions.ts';
import type { AwsSettings } from '../config/settings.ts';
import type { Quotas } from '../kinds/scan/caller.ts';
import { createCaller, DEFAULT_QUOTAS } from '../kinds/scan/caller.ts';
import type { Claim, Confirmation } from '../model/confirmation.ts';
import { isSyncError, SyncError } from '../model/errors.ts';
import type { ProgressEvent } from '../model/progress.ts';
import type { RunFacts } from '../model/run-facts.ts';
import type { Clock } from '../net/clock.ts';
import { createGate } from '../net/gate.ts';
import type { OnRequest } from '../net/request-log.ts';
import type { Access, Accounts } from './accounts.ts';
import { findAccounts, openAccess } from './accounts.ts';
import { askPlace } from './confirm-place.ts';
import { runSignal } from './run-signal.ts';

export interface ConfirmDependencies {
  readonly clock: Clock;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What names and tags sessions. */
  readonly run?: RunFacts | undefined;
  /** Requests a fresh OIDC token of the job; absent outside GitHub Actions. */
  readonly idToken?: IdToken;
  /** A person at a command line: where the role refuses them, the scan's role serves, which they may assume anyway. */
  readonly person: boolean;
  /** Whether an overridden endpoint of AWS may answer: only where nothing real is registered by its word. */
  readonly emulator: boolean;
  /** Stops the run: what was not answered by then is unknown. */
  readonly signal?: AbortSignal;
  readonly random?: () => number;
  readonly onProgress?: (event: ProgressEvent) => void;
  /** Is told of each request. */
  readonly onRequest?: OnRequest;
}

/** What asks AWS, until it is closed. */
export interface Confirming {
  /** Asks about all claims, in this order within each account and Region, and gives each one's answer. Never rejects for AWS's sake. */
  readonly ask: (claims: readonly Claim[]) => (file: string) => Promise<Confirmation>;
  readonly close: () => void;
}

const AT_ONCE = { places: 48, calls: 128 } as const;

/** Seconds for all answers of a run, unless the configuration says otherwise: a thousand gateways in one Region take two hundred. */
const RUN_SECONDS = 1200;

/** The scan may run at the same time, and it comes first. */
const SHARE = 0.5;

const quotasOf = ({ quotas }: AwsSettings): Quotas => {
  const { get, list } = { ...DEFAULT_QUOTAS, ...quotas };
  return { get: get * SHARE, list: list * SHARE };
};

/** The settings of the one who confirms: same accounts, another role, another hub. */
export const confirmSettings = ({ hubRole: _, ...settings }: AwsSettings): AwsSettings => ({
  ...settings,
  role: settings.confirm.role,
  ...(settings.confirm.hubRole === undefined ? {} : { hubRole: settings.confirm.hubRole }),
});

const OVERRIDDEN: Confirmation = {
  type: 'unknown',
  text: "the endpoint of AWS is overridden (AWS_ENDPOINT_URL), and an emulator's word does not count for a registry that is not on this machine",
  hint: 'Unset the override.',
};

/** An error as an answer: what failed before AgentCore could be asked. Anything but a SyncError is a defect of ours, and thrown on. */
const failed = (error: unknown): Confirmation => {
  if (!(error instanceof SyncError)) throw error;
  const none = isSyncError(error, 'cloud') && (error.code === 'no-credentials' || error.code === 'id-token');
  return {
    type: none ? 'unasked' : 'unknown',
    text: error.message,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  };
};

const isRefusedRole = (error: unknown): boolean => isSyncError(error, 'cloud') && error.code === 'assume-role';

/** What a run of asking leans on. Everything is opened when it is first needed. */
interface World {
  readonly settings: AwsSettings;
  readonly deps: ConfirmDependencies;
  readonly connection: AwsConnection;
  readonly signal: AbortSignal;
}

interface Opened {
  readonly access: Access;
  readonly accounts: Accounts;
}

const openAs = async (settings: AwsSettings, { deps, connection }: World): Promise<Opened> => {
  const { run, idToken } = deps;
  const access = await openAccess({
    settings,
    connection,
    run,
    ...(idToken === undefined ? {} : { idToken }),
  });
  return { access, accounts: await findAccounts(settings, access, connection) };
};

/** As who confirms; a person whom the hub for that refuses asks through the scan's, which they may assume anyway. */
const open = async (world: World): Promise<Opened> => {
  const { settings, deps } = world;
  try {
    return await openAs(confirmSettings(settings), world);
  } catch (error) {
    if (!deps.person || settings.confirm.hubRole === undefined || !isRefusedRole(error)) throw error;
    return openAs(settings, world);
  }
};

/** A session whose identity is the account's. Throws what `Sessions.account` throws. */
const sessionOf = async (account: string, { access, accounts }: Opened, world: World): Promise<AccountSession> => {
  if (accounts.own !== undefined) return accounts.own;
  try {
    return await access.sessions.account(account);
  } catch (error) {
    if (!isRefusedRole(error) || !(error instanceof SyncError)) throw error;
    if (world.deps.person) return access.sessions.account(account, world.settings.role);
    const { role } = world.settings.confirm;
    throw new SyncError('cloud', 'assume-role', error.message, {
      hint: `Deploy the role ${role} in account ${account} (iam/, docs/upgrading.md). ${error.hint ?? ''}`.trim(),
    });
  }
};

const outside = (account: string): Confirmation => ({
  type: 'outside',
  text: `the account ${account} is none that the configuration asks for`,
  hint: 'Add it to aws.accounts or to the organization, or remove its files with scan --prune.',
});

/** Runs once for each key. */
const onceFor = <Value>(make: (key: string) => Promise<Value>): ((key: string) => Promise<Value>) => {
  const made = new Map<string, Promise<Value>>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
};

type Settle = (claim: Claim, answer: Confirmation) => void;

/** Asks about the claims of one account and Region. */
const createPlaceAsker = (world: World): ((claims: readonly Claim[], settle: Settle) => Promise<void>) => {
  const { settings, deps, connection, signal } = world;
  const { clock, random = Math.random, onProgress = () => undefined } = deps;
  const opened = onceFor(() => open(world));
  const session = onceFor(async (account) => sessionOf(account, await opened(''), world));
  const gate = createGate(AT_ONCE.calls);
  return async (claims, settle) => {
    const [first] = claims;
    if (first === undefined) return;
    const { account, region } = first.key;
    const { access, accounts } = await opened('');
    if (!accounts.ids.includes(account)) {
      for (const claim of claims) settle(claim, outside(account));
      return;
    }
    const { credentials } = await session(account);
    const caller = createCaller({
      clock,
      callSeconds: connection.callSeconds,
      limits: connection.limits,
      signal,
      random,
      quotas: quotasOf(settings),
      gate,
      onCall: (throttled) => onProgress({ type: 'call', account, region, throttled }),
    });
    const client = createAgentCoreClient(region, credentials, connection);
    if (!deps.emulator && (await overriddenEndpoint(client)) !== undefined) {
      for (const claim of claims) settle(claim, OVERRIDDEN);
      return;
    }
    onProgress({ type: 'started', account, region });
    const start = clock.now();
    let [found, failures] = [0, 0];
    await askPlace(
      claims,
      { caller, client, dnsSuffix: access.partition.dnsSuffix, role: settings.confirm.role },
      (claim, answer) => {
        if (answer.type === 'confirmed') found += 1;
        else failures += 1;
        settle(claim, answer);
      },
    );
    const seconds = (clock.now() - start) / 1000;
    onProgress({
      type: 'finished',
      figures: { account, region, found, filtered: 0, failed: failures, ...caller.figures, seconds },
    });
  };
};

/**
 * Opens what asks AWS whether places are as entries say. Scope comes first: an account that the configuration does not ask for is not asked,
 * however willing a role there is. Then AWS answers in the account itself, and only there: an answer counts where the
 * caller's identity is of that account. Every failure is an answer of its own; nothing is remembered from one run to the next.
 */
export const openConfirming = (settings: AwsSettings, deps: ConfirmDependencies): Confirming => {
  const { clock, environment, onRequest, onProgress = () => undefined } = deps;
  const { signal, end } = runSignal('ask AWS', settings.runSeconds ?? RUN_SECONDS, deps);
  const connection = openAwsConnection({
    environment,
    clock,
    callSeconds: settings.callSeconds,
    signal,
    ...(onRequest === undefined ? {} : { onRequest }),
  });
  const askClaims = createPlaceAsker({ settings, deps, connection, signal });
  const gate = createGate(AT_ONCE.places);
  const unreachable = isOverridden(environment) && !deps.emulator;
  const run = async (claims: readonly Claim[], settle: Settle): Promise<void> => {
    const places = [...Map.groupBy(claims, ({ key }) => `${key.account}/${key.region}`).values()];
    onProgress({ type: 'planned', total: places.length });
    await Promise.all(
      places.map((group) =>
        gate(async () => {
          try {
            await askClaims(group, settle);
          } catch (error) {
            const answer = failed(signal.aborted ? stopped(signal.reason) : error);
            for (const claim of group) settle(claim, answer);
          }
        }),
      ),
    );
    onProgress({ type: 'ended' });
  };
  return {
    ask: (claims) => {
      const answers = new Map(claims.map((claim) => [claim.file, Promise.withResolvers<Confirmation>()]));
      const settle: Settle = ({ file }, answer) => answers.get(file)?.resolve(answer);
      if (unreachable) for (const claim of claims) settle(claim, OVERRIDDEN);
      else {
        run(claims, settle).catch((error: unknown) => {
          for (const { promise, reject } of answers.values()) {
            promise.catch(() => undefined);
            reject(error);
          }
        });
      }
      return async (file) => {
        const answer = answers.get(file);
        if (answer === undefined) throw new Error(`nobody asked about ${file}`);
        return answer.promise;
      };
    },
    close: () => {
      end();
      connection.close();
    },
  };
};

/** The end of the run as an error that says so, whatever its reason. */
const stopped = (reason: unknown): SyncError =>
  reason instanceof SyncError ? reason : new SyncError('cloud', 'timeout', 'ask AWS: the run was ended');
