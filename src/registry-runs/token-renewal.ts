import type { Suggestion } from '../credentials/suggestion.ts';
import { collectFailures } from '../credentials/token-failures.ts';
import { tokenProblems, withSuggestions } from '../credentials/token-problems.ts';
import type { TokenResult } from '../credentials/tokens.ts';
import { countOurs, readBelonging } from '../engine/ownership.ts';
import type { Sending, TokenAnswer } from '../engine/tokens/may-send.ts';
import { refreshCredentials } from '../engine/tokens/refresh.ts';
import { type AtRegistries, type WithOurs, withOwnProblems } from '../model/at-registry.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ConfirmPlaces } from '../model/confirmation.ts';
import { acceptedAsDisabled, type Problem } from '../model/problem.ts';
import type { RefreshResult } from '../model/refresh.ts';
import type { Registration, ServerRegistration } from '../model/registration.ts';
import { isFor } from '../registration/narrow.ts';
import { withConfirming } from '../running/confirming.ts';
import type { CommandContext } from '../running/context.ts';
import { type Credentials, withCredentials } from '../running/credentials.ts';
import { placeText, registriesOf, stepEach } from '../running/each-registry.ts';
import { withHistory } from '../running/history.ts';
import { markerOf, requireOwner, withConnections } from '../running/registry-access.ts';
import type { Wanting } from './token-wanting.ts';

/** Asks AWS only about what a client covers: nothing else is sent a token. */
const aboutCovered =
  (
    confirm: ConfirmPlaces,
    { entryOf, covers }: Pick<Wanting, 'entryOf'> & Pick<Credentials, 'covers'>,
  ): ConfirmPlaces =>
  (registrations) => {
    const covered = new Set(registrations.filter((one) => one.type === 'server' && covers(entryOf(one), one)));
    const answerOf = confirm([...covered]);
    return async (one) => (covered.has(one) ? answerOf(one) : { type: 'confirmed' });
  };

const agentsGetNone =
  (entryOf: Wanting['entryOf']) =>
  (registration: Registration): Entry => {
    if (registration.type === 'server') return entryOf(registration);
    throw new Error(`${registration.path} is an agent, which gets no token`);
  };

/** What a run does about tokens at one registry. */
export interface TokenWork<Result> {
  /** What it comes to where no registration there needs a token: the registry is not asked anything. */
  readonly nothing: Result;
  readonly work: (registrations: readonly ServerRegistration[], sending: Sending) => Promise<Result>;
}

/**
 * Opens issuers and each registry of the run, and works with what stands there now. Nothing of an earlier round is left:
 * no failure, no secret, no session. A client that is refused, and what AWS says of a place, is asked once for all registries.
 */
const withTokens = <Result extends { readonly problems: readonly Problem[] }>(
  context: CommandContext,
  { registrations, all, entryOf, fileOf, isOurs }: Omit<Wanting, 'problems'>,
  { nothing, work }: TokenWork<Result>,
): Promise<AtRegistries<WithOurs<Result>>> => {
  const { settings, run, signal } = context;
  const owner = requireOwner(settings);
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
  const serverEntryOf = agentsGetNone(entryOf);
  return withCredentials(context, (credentials) =>
    withConfirming(context, { entryOf: serverEntryOf, idToken: credentials.idToken }, (confirm) =>
      withHistory(context, all, (had) =>
        withConnections(context, { credentials }, async (open) => {
          const registries = await stepEach(context, registriesOf(context), async (connection) => {
            const here = registrations.filter(isFor(connection, entryOf));
            if (here.length === 0) return { ...nothing, ours: 0 };
            const registry = await open(connection);
            context.work?.({ type: 'phase', text: `reading ${placeText(connection)}` });
            const snapshot = await registry.snapshot(signal);
            const { concurrency } = connection;
            const belongs = await readBelonging(snapshot.listed, { registrations: all, owner, had }, concurrency);
            const marker = markerOf(owner, run);
            const ours = countOurs(snapshot.listed, { marker, belongs });
            const result = await work(here, {
              registry,
              confirm: aboutCovered(confirm, { entryOf, covers: credentials.covers }),
              snapshot,
              belongs,
              marker,
              tokenFor: async (registration) =>
                answerOf(await credentials.tokenFor(entryOf(registration), registration), registration),
              ...(isOurs === undefined ? {} : { isOurs }),
              concurrency,
              signal,
              ...(context.work === undefined ? {} : { onWork: context.work }),
              fileOf,
            });
            context.work?.({ type: 'ended' });
            return { ...result, problems: withSuggestions(result.problems, lacking), ours };
          });
          return { registries: registries.map(withOwnProblems), problems: failures.problems() };
        }),
      ),
    ),
  );
};

/** What a token refresh came to. */
export type Refreshing = AtRegistries<WithOurs<RefreshResult>>;

/** Renews the tokens of registrations. */
export const renewTokens = (context: CommandContext, wanting: Omit<Wanting, 'problems'>): Promise<Refreshing> =>
  withTokens(context, wanting, {
    nothing: { refreshed: [], problems: [] },
    work: (registrations, sending) =>
      refreshCredentials(registrations, {
        ...sending,
        scan: context.settings.refresh.scan,
        ...(wanting.lockedList === undefined ? {} : { lockedList: wanting.lockedList }),
      }),
  });
