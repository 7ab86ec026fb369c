import type { collectFailures } from '../credentials/token-failures.ts';
import { tokenProblems, withoutSuggestions } from '../credentials/token-problems.ts';
import type { UnconfirmedPlace } from '../engine/unconfirmed.ts';
import { isCallers } from '../model/callers.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ConfirmPlaces } from '../model/confirmation.ts';
import { authorizerOf } from '../model/entry-parts.ts';
import { acceptedAsDisabled } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import type { VerifyCredential } from '../model/verify.ts';
import type { Fetch } from '../net/fetch.ts';
import type { CommandContext } from '../running/context.ts';
import type { Credentials } from '../running/credentials.ts';
import type { IamSigning } from './iam-signing.ts';
import { bearer, type Ingress, nobody, placeOf } from './places.ts';
import type { Opened } from './verify.ts';

/** Whose credential opens a server or agent. */
export const credentialOf = (registration: Registration, { value }: Entry): VerifyCredential => {
  if (isCallers(value) || (registration.type === 'server' && registration.callers)) return 'caller';
  const type = authorizerOf(value)?.type;
  if (type === 'AWS_IAM') return 'iam';
  if (type === 'CUSTOM_JWT') return 'client';
  return registration.type === 'server' && registration.authScheme === 'bearer' ? 'client' : 'none';
};

/** What servers and agents are opened with. */
export interface Opening {
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

/** Opens the place of a server or agent with the credential that it takes, once it is asked. */
export const openWith = (registration: Registration, entry: Entry, opening: Opening): (() => Promise<Opened>) => {
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
