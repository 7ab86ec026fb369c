import { lockPath, readLockOf, readLocks } from '../catalogue/tool-locks.ts';
import { collectFailures } from '../credentials/token-failures.ts';
import { readTokenFile } from '../credentials/token-file.ts';
import { type UnconfirmedPlace, unconfirmedProblems } from '../engine/unconfirmed.ts';
import type { Entry } from '../model/catalogue.ts';
import { SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import type { ToolsLock } from '../model/tools-lock.ts';
import { createFetch, type Fetch } from '../net/fetch.ts';
import { type Catalogue, loadCatalogue } from '../running/catalogue.ts';
import { withConfirming } from '../running/confirming.ts';
import type { CommandContext } from '../running/context.ts';
import { withCredentials } from '../running/credentials.ts';
import { entriesByFile, renderSettings } from '../running/rendering.ts';
import { type Chosen, choose } from './chosen.ts';
import { openIamSigning } from './iam-signing.ts';
import { credentialOf, type Opening, openWith } from './opening.ts';
import { openIngress } from './places.ts';
import { type RegistriesHealth, readRegistriesHealth } from './registry-health.ts';
import type { Subject } from './verify.ts';
import { PROBE_LIMITS } from './world.ts';

/** What a run is about, and what it needs to ask. */
export interface Subjects {
  readonly subjects: readonly Subject[];
  /** The lock of each, below the catalogue's directory. */
  readonly lockPathOf: (path: string) => string;
  /** The entry of each, below it too. */
  readonly entryPathOf: (path: string) => string;
  readonly catalogue: Catalogue;
  /** Locks of what the run leaves out. Keys are paths. */
  readonly others: ReadonlyMap<string, ToolsLock>;
  readonly fetch: Fetch;
  /** What registries say of how servers are. */
  readonly health: () => Promise<RegistriesHealth>;
  /** What is wrong with files, operands, and, once the run is over, with tokens and places. */
  readonly problems: () => readonly Problem[];
}

const agentOf = (registration: Registration, { value }: Entry): Pick<Subject, 'agent'> =>
  registration.type === 'server'
    ? {}
    : {
        agent: {
          url: registration.url,
          skills: registration.skills.map(({ id }) => id),
          below: 'source' in value,
        },
      };

/** The token that callers send, where a file names it: to one server alone, which the person named. */
const readCallerToken = async (
  { settings, operands, mask }: CommandContext,
  registrations: readonly Registration[],
): Promise<string | undefined> => {
  const { serverTokenFile } = settings.verify;
  if (serverTokenFile === undefined) return undefined;
  if (operands.length === 0 || registrations.length !== 1) {
    throw new SyncError(
      'usage',
      'bad-option',
      `server-token-file is the token of one server: expected one to be named, met ${registrations.length}.`,
      { hint: 'Name the server by its path, and no other.' },
    );
  }
  return readTokenFile(serverTokenFile, mask);
};

const createServerFetch = ({ environment, clock, cut, settings, requests }: CommandContext) => {
  const { registries, verify } = settings;
  const through = registries.find(({ name }) => name === verify.through);
  const host = through !== undefined && 'url' in through ? URL.parse(through.url ?? '')?.hostname : undefined;
  const insecure = through !== undefined && 'insecure' in through && through.insecure;
  return createFetch({
    environment,
    clock,
    signal: cut,
    timeoutMs: PROBE_LIMITS.requestMs,
    maxBodyBytes: PROBE_LIMITS.answerBytes,
    ...requests?.('server'),
    // Whoever configures a registry vouches for its host, wherever that is.
    privateHosts: [...settings.privateHosts, ...(host === undefined ? [] : [host])],
    insecureHosts: [...settings.httpHosts, ...(insecure && host !== undefined ? [host] : [])],
  });
};

const subjectsOf = (
  chosen: Chosen,
  catalogue: Catalogue,
  opening: Opening & { readonly entryOf: (one: Registration) => Entry },
) => {
  const { settings } = opening.context;
  const { directory } = settings;
  const { defaultsOf } = renderSettings(settings, catalogue.accounts);
  return chosen.registrations.map((registration): Subject => {
    const entry = opening.entryOf(registration);
    const { path, origin, type } = registration;
    const { requireLock, onToolChange } = defaultsOf(entry.value);
    return {
      path,
      file: `${directory}/${origin.file}`,
      lockFile: `${directory}/${lockPath(origin)}`,
      requireLock: requireLock.value,
      onToolChange: onToolChange.value,
      type,
      credential: credentialOf(registration, entry),
      ...agentOf(registration, entry),
      reviewed: readLockOf(catalogue.tree, origin, directory),
      open: openWith(registration, entry, opening),
    };
  });
};

/**
 * Reads the catalogue, and opens what tokens, signatures and AWS's word come from, for the length of `work`. Nothing is asked
 * of anybody before a server is; nothing is sent that AWS did not confirm.
 */
export const withSubjects = async <Result>(
  context: CommandContext,
  work: (subjects: Subjects) => Promise<Result>,
): Promise<Result> => {
  const catalogue = await loadCatalogue(context);
  const entryOf = entriesByFile(catalogue.entries);
  const chosen = choose(catalogue, entryOf, context);
  const callerToken = await readCallerToken(context, chosen.registrations);
  const { directory } = context.settings;
  const { locks } = readLocks(catalogue.tree, directory);
  const pathsOfLocks = new Map(chosen.all.map(({ path, origin }) => [path, lockPath(origin)]));
  const pathsOfEntries = new Map(chosen.all.map(({ path, origin }) => [path, origin.file]));
  const fetch = createServerFetch(context);
  const { verify: calling } = context.settings.aws;
  try {
    return await withCredentials(context, async (credentials) => {
      const iam = calling === undefined ? undefined : openIamSigning(context, calling, credentials.idToken);
      const unconfirmed: UnconfirmedPlace[] = [];
      const failures = collectFailures();
      try {
        const ingress = await openIngress(context, credentials);
        return await withConfirming(context, { entryOf, idToken: credentials.idToken }, async (confirm) => {
          const asked = chosen.registrations.filter(
            (one) => credentialOf(one, entryOf(one)) === 'client' && credentials.covers(entryOf(one), one),
          );
          const answerOf = confirm(asked);
          const opening = {
            context,
            credentials,
            answerOf,
            ingress,
            fetch,
            callerToken,
            iam,
            unconfirmed,
            failures,
            entryOf,
          };
          return work({
            subjects: subjectsOf(chosen, catalogue, opening),
            lockPathOf: (path) => pathsOfLocks.get(path) ?? '',
            entryPathOf: (path) => pathsOfEntries.get(path) ?? '',
            catalogue,
            others: new Map(
              chosen.all.flatMap(({ path, origin }) => {
                const lock = locks.get(lockPath(origin));
                return lock === undefined ? [] : [[path, lock] as const];
              }),
            ),
            fetch,
            health: () => readRegistriesHealth(context, credentials),
            problems: () => [...chosen.problems, ...unconfirmedProblems(unconfirmed), ...failures.problems()],
          });
        });
      } finally {
        iam?.close();
      }
    });
  } finally {
    await fetch.close();
  }
};
