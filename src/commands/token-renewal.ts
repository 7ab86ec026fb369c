import type { Suggestion } from '../credentials/suggestion.ts';
import { tokenProblems, withSuggestions } from '../credentials/token-problems.ts';
import type { TokenResult } from '../credentials/tokens.ts';
import { readBelonging } from '../engine/ownership.ts';
import type { Sending, TokenAnswer } from '../engine/tokens/may-send.ts';
import { refreshCredentials } from '../engine/tokens/refresh.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ConfirmPlaces } from '../model/confirmation.ts';
import { acceptedAsDisabled, type Problem } from '../model/problem.ts';
import type { RefreshResult } from '../model/refresh.ts';
import type { Registration, ServerRegistration } from '../model/registration.ts';
import type { Registry } from '../model/registry.ts';
import { withConfirming } from './confirming.ts';
import type { CommandContext } from './context.ts';
import { type Credentials, withCredentials } from './credentials.ts';
import { withHistory } from './history.ts';
import { markerOf, requireRegistry, withRegistry } from './registry-access.ts';
import type { Wanting } from './token-wanting.ts';

/** What failed once, with the paths that go without a token for it. */
interface Failure {
  readonly problem: Problem;
  readonly paths: string[];
}

/** Paths that are named; of more only the number. */
const NAMED = 5;

const pathsText = (paths: readonly string[]): string => {
  const left = paths.length - NAMED;
  return `${paths.slice(0, NAMED).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
};

/** A client that is refused is told once, however many entries wait for its token. */
export const collectFailures = () => {
  const failures = new Map<string, Failure>();
  return {
    add: ({ issuer, client, error }: Extract<TokenResult, { type: 'failed' }>, path: string): void => {
      const key = JSON.stringify([issuer, client, error.message]);
      const known = failures.get(key);
      if (known !== undefined) {
        known.paths.push(path);
        return;
      }
      const problem: Problem = {
        rule: 'token-failed',
        severity: 'error',
        subject: `client ${client} of ${issuer}`,
        text: error.message,
        ...(error.hint === undefined ? {} : { hint: error.hint }),
      };
      failures.set(key, { problem, paths: [path] });
    },
    problems: (): readonly Problem[] =>
      [...failures.values()].map(({ problem, paths }) => ({
        ...problem,
        text: `${problem.text}. Without a token: ${pathsText(paths.toSorted())}.`,
      })),
  };
};

/** Opens the registry, and what asks AWS: only about what a client covers, for nothing else is sent a token. */
const withOpened = <Result>(
  context: CommandContext,
  { entryOf, credentials }: Pick<Wanting, 'entryOf'> & { readonly credentials: Credentials },
  work: (registry: Registry, confirm: ConfirmPlaces) => Promise<Result>,
): Promise<Result> => {
  const serverEntryOf = (registration: Registration): Entry => {
    if (registration.type === 'server') return entryOf(registration);
    throw new Error(`${registration.path} is an agent, which gets no token`);
  };
  return withRegistry(context, { credentials }, (registry) =>
    withConfirming(context, { entryOf: serverEntryOf, idToken: credentials.idToken }, (confirm) =>
      work(registry, (registrations) => {
        const covered = new Set(registrations.filter((one) => credentials.covers(serverEntryOf(one), one)));
        const answerOf = confirm([...covered]);
        return async (one) => (covered.has(one) ? answerOf(one) : { type: 'confirmed' });
      }),
    ),
  );
};

/**
 * Opens registry and issuers for the length of `work`, with what stands in the registry now. Nothing of an earlier round is
 * left: no failure, no secret, no session.
 */
const withTokens = <Result extends { readonly problems: readonly Problem[] }>(
  context: CommandContext,
  { all, entryOf, fileOf, isOurs }: Omit<Wanting, 'problems'>,
  work: (sending: Sending) => Promise<Result>,
): Promise<Result> => {
  const { settings, run, signal } = context;
  const { owner, registry: connection } = requireRegistry(settings);
  const failures = collectFailures();
  const lacking: Suggestion[] = [];
  const answerOf = (result: TokenResult, registration: ServerRegistration): TokenAnswer => {
    const place = { file: fileOf(registration) };
    switch (result.type) {
      case 'token':
        return { ...result, problems: tokenProblems(result, registration.path, place) };
      case 'failed':
        failures.add(result, registration.path);
        return { type: 'failed', issuer: result.issuer, client: result.client, problems: [] };
      case 'none':
      case 'uncovered':
        if (result.type === 'uncovered' && result.suggestion !== undefined && registration.enabled)
          lacking.push(result.suggestion);
        return {
          type: 'uncovered',
          problems: tokenProblems(result, registration.path, place).map((problem) =>
            registration.enabled ? problem : acceptedAsDisabled(problem),
          ),
        };
    }
  };
  return withCredentials(context, (credentials) =>
    withOpened(context, { entryOf, credentials }, async (registry, confirm) => {
      const snapshot = await registry.snapshot(signal);
      const belongs = await withHistory(context, all, (had) =>
        readBelonging(snapshot.listed, { registrations: all, owner, had }, connection.concurrency),
      );
      const result = await work({
        registry,
        confirm,
        snapshot,
        belongs,
        marker: markerOf(owner, run),
        tokenFor: async (registration) =>
          answerOf(await credentials.tokenFor(entryOf(registration), registration), registration),
        ...(isOurs === undefined ? {} : { isOurs }),
        concurrency: connection.concurrency,
        signal,
        fileOf,
      });
      return { ...result, problems: [...withSuggestions(result.problems, lacking), ...failures.problems()] };
    }),
  );
};

/** Renews the tokens of registrations. */
export const renewTokens = async (
  context: CommandContext,
  wanting: Omit<Wanting, 'problems'>,
): Promise<RefreshResult> =>
  wanting.registrations.length === 0
    ? { refreshed: [], problems: [] }
    : withTokens(context, wanting, (sending) =>
        refreshCredentials(wanting.registrations, { ...sending, scan: context.settings.refresh.scan }),
      );
