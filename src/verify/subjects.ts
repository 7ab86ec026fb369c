import { lockPath, readLockOf, readLocks } from '../catalogue/tool-locks.ts';
import { plainPath } from '../config/repository.ts';
import { collectFailures } from '../credentials/token-failures.ts';
import { readTokenFile } from '../credentials/token-file.ts';
import { tokenProblems, withoutSuggestions } from '../credentials/token-problems.ts';
import { type UnconfirmedPlace, unconfirmedProblems } from '../engine/unconfirmed.ts';
import { isCallers } from '../model/callers.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ConfirmPlaces } from '../model/confirmation.ts';
import { authorizerOf } from '../model/entry-parts.ts';
import { SyncError } from '../model/errors.ts';
import { acceptedAsDisabled, type Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import type { ToolsLock } from '../model/tools-lock.ts';
import type { VerifyCredential } from '../model/verify.ts';
import { createFetch, type Fetch } from '../net/fetch.ts';
import { renderEntries } from '../registration/render.ts';
import { type Catalogue, loadCatalogue, renderSettings } from '../running/catalogue.ts';
import { withConfirming } from '../running/confirming.ts';
import type { CommandContext } from '../running/context.ts';
import { type Credentials, withCredentials } from '../running/credentials.ts';
import { beside } from '../running/judging.ts';
import { namesOf, spelledName, unknownOperand } from '../running/naming.ts';
import { keptProblems, nothingKept, selectingOf } from '../running/selecting.ts';
import { type IamSigning, openIamSigning } from './iam-signing.ts';
import { bearer, type Ingress, nobody, openIngress, placeOf } from './places.ts';
import { type RegistriesHealth, readRegistriesHealth } from './registry-health.ts';
import type { Opened, Subject } from './verify.ts';
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

interface Chosen {
  readonly registrations: readonly Registration[];
  readonly all: readonly Registration[];
  readonly problems: readonly Problem[];
}

const choose = (catalogue: Catalogue, entryOf: (one: Registration) => Entry, context: CommandContext): Chosen => {
  const { settings, operands } = context;
  const rendering = renderSettings(settings, catalogue.accounts);
  const { registrations: all, problems } = renderEntries(catalogue, rendering, catalogue.guard);
  const kept = selectingOf(context, catalogue);
  const named = new Set(operands.map(spelledName));
  const isNamed = (one: Registration): boolean => namesOf(one, settings).some((name) => named.has(name));
  const { accounts } = settings.refresh;
  const inAccount = (one: Registration): boolean => {
    const { value } = entryOf(one);
    return accounts === undefined || ('source' in value && accounts.includes(value.source.account));
  };
  const registrations = all.filter(
    (one) => (named.size === 0 || isNamed(one)) && inAccount(one) && kept?.at(entryOf(one), one.path) !== false,
  );
  const unknown = operands
    .filter((operand) => !all.some((one) => namesOf(one, settings).includes(spelledName(operand))))
    .map((operand) => unknownOperand(operand, 'there is neither a file nor a registration of this name'));
  const isNothing = settings.only !== undefined && registrations.length === 0;
  const files = new Set([
    ...registrations.map(({ origin }) => `${settings.directory}/${origin.file}`),
    ...operands.map(plainPath),
  ]);
  const isAbout = ({ place }: Problem): boolean => operands.length === 0 || !place || files.has(place.file);
  return {
    registrations,
    all,
    problems: [
      ...keptProblems(kept, [...catalogue.problems, ...problems])
        .filter(isAbout)
        .map(beside),
      ...unknown,
      ...(isNothing && settings.only ? [nothingKept(settings.only)] : []),
    ],
  };
};

/** Whose credential opens a server or agent. */
const credentialOf = (registration: Registration, { value }: Entry): VerifyCredential => {
  if (isCallers(value) || (registration.type === 'server' && registration.callers)) return 'caller';
  const type = authorizerOf(value)?.type;
  if (type === 'AWS_IAM') return 'iam';
  if (type === 'CUSTOM_JWT') return 'client';
  return registration.type === 'server' && registration.authScheme === 'bearer' ? 'client' : 'none';
};

interface Opening {
  readonly context: CommandContext;
  readonly credentials: Credentials;
  readonly answerOf: ReturnType<ConfirmPlaces>;
  readonly ingress: Ingress | undefined;
  readonly fetch: Fetch;
  readonly callerToken: string | undefined;
  readonly iam: IamSigning | undefined;
  readonly unconfirmed: UnconfirmedPlace[];
  readonly failures: ReturnType<typeof collectFailures>;
}

const skipped = (note: string): Opened => ({ type: 'skipped', note, problems: [] });

const withClient = async (registration: Registration, entry: Entry, opening: Opening): Promise<Opened> => {
  const { context, credentials, unconfirmed, failures } = opening;
  const { path } = registration;
  const file = `${context.settings.directory}/${entry.path}`;
  // Nobody is asked about what no token goes to.
  const why = credentials.covers(entry, registration) ? await opening.answerOf(registration) : undefined;
  if (why !== undefined && why.type !== 'confirmed') {
    unconfirmed.push({ path, why });
    return { type: 'withheld', note: `not confirmed: ${why.text}`, problems: [] };
  }
  const answer = await credentials.tokenFor(entry, registration);
  switch (answer.type) {
    case 'none':
    case 'uncovered':
      return {
        type: 'uncovered',
        note: answer.text,
        problems: withoutSuggestions(tokenProblems(answer, path, { file })).map((problem) =>
          registration.enabled ? problem : acceptedAsDisabled(problem),
        ),
      };
    case 'failed':
      failures.add(answer, path);
      return { type: 'failed', issuer: answer.issuer, client: answer.client, note: 'no token', problems: [] };
    case 'token': {
      const { issuer, client } = answer;
      const place = placeOf(registration, bearer(answer.token), opening);
      const changed = why?.changed === undefined ? {} : { changed: why.changed };
      return { type: 'place', place, issuer, client, ...changed, problems: tokenProblems(answer, path, { file }) };
    }
  }
};

const withSignature = async (registration: Registration, { value }: Entry, opening: Opening): Promise<Opened> => {
  if (opening.iam === undefined) return skipped("takes AWS's signatures: aws.verify names nobody to make them");
  if (!('source' in value)) return skipped('no account');
  const { account, region } = value.source;
  const signing = await opening.iam.signFor(account, region);
  return { type: 'place', place: placeOf(registration, signing, opening), problems: [] };
};

const openWith = (registration: Registration, entry: Entry, opening: Opening): (() => Promise<Opened>) => {
  const credential = credentialOf(registration, entry);
  return async () => {
    if (opening.ingress !== undefined && registration.type === 'agent')
      return skipped('agents are called at their own URL');
    switch (credential) {
      case 'none':
        return { type: 'place', place: placeOf(registration, nobody, opening), problems: [] };
      case 'caller': {
        const { callerToken } = opening;
        if (callerToken === undefined) return skipped('its callers send their own token (--server-token-file)');
        return { type: 'place', place: placeOf(registration, bearer(callerToken), opening), problems: [] };
      }
      case 'iam':
        return withSignature(registration, entry, opening);
      case 'client':
        return withClient(registration, entry, opening);
    }
  };
};

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
  const byFile = new Map(catalogue.entries.map((entry) => [entry.path, entry]));
  const entryOf = ({ origin }: Registration): Entry => {
    const entry = byFile.get(origin.file);
    if (entry === undefined) throw new Error(`there is no entry ${origin.file}`);
    return entry;
  };
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
