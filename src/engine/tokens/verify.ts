import type { Problem } from '../../model/problem.ts';
import type { ServerRegistration } from '../../model/registration.ts';
import type { Listed } from '../../model/registry.ts';
import type { Verified, VerifyResult } from '../../model/verify.ts';
import { type Confirming, eachServer, refusedProblem } from './each-server.ts';
import { judge, type Sending } from './may-send.ts';

/** What a server said to a token. */
export type Probe = (
  url: string,
  token: string,
) => Promise<{
  readonly state: 'ok' | 'refused' | 'unreachable';
  readonly tools?: number;
  readonly note: string;
}>;

export interface VerifyContext extends Sending {
  readonly probe: Probe;
}

interface Done {
  readonly verified: Verified;
  readonly problems: readonly Problem[];
}

const HINTS = {
  refused: "Let the server's authorizer accept the client, its scopes and its audience.",
  unreachable: 'Check that the server runs and that this machine can reach it; the registry may reach it nevertheless.',
} as const;

/** Where the registry sends a client's requests. */
const endpointOf = ({ mcpEndpoint, url }: ServerRegistration): string => mcpEndpoint ?? url;

const sendToken = async (registration: ServerRegistration, listed: Listed, context: VerifyContext): Promise<Done> => {
  const { path } = listed;
  const { file } = registration.origin;
  const answer = await context.tokenFor(registration);
  const asked = {
    ...(answer.issuer === undefined ? {} : { issuer: answer.issuer }),
    ...(answer.client === undefined ? {} : { client: answer.client }),
  };
  if (answer.type !== 'token')
    return { verified: { path, file, state: answer.type, ...asked }, problems: answer.problems };
  const { state, tools, note } = await context.probe(endpointOf(registration), answer.token);
  const verified = { path, file, state, ...asked, ...(tools === undefined ? {} : { tools }), note };
  if (state === 'ok') return { verified, problems: answer.problems };
  const problem: Problem = {
    rule: state === 'refused' ? 'server-refused' : 'server-unreachable',
    severity: 'error',
    place: { file: context.fileOf(registration) },
    subject: path,
    text: `A fresh token was tried: ${note}.`,
    hint: HINTS[state],
  };
  return { verified, problems: [...answer.problems, problem] };
};

const errorDone = (registration: ServerRegistration, error: unknown, context: VerifyContext): Done => {
  const problem = refusedProblem(registration, error, context);
  const { path, origin } = registration;
  return { verified: { path, file: origin.file, state: 'failed', note: problem.text }, problems: [problem] };
};

const verifyOne = async (
  registration: ServerRegistration,
  met: Listed | undefined,
  context: VerifyContext & Confirming,
): Promise<Done> => {
  const { file } = registration.origin;
  try {
    const judged = await judge(registration, met, context);
    if (judged.state === 'same') {
      const { path } = judged.listed;
      const why = await context.answerOf(registration);
      if (why.type === 'confirmed') return await sendToken(registration, judged.listed, context);
      context.unconfirmed.push({ path, why });
      return { verified: { path, file, state: 'withheld', note: `not confirmed: ${why.text}` }, problems: [] };
    }
    const { problems, exposed: _, ...kept } = judged;
    return { verified: { ...kept, file }, problems };
  } catch (error) {
    return errorDone(registration, error, context);
  }
};

/**
 * Tries a fresh token on each server, as the registry would: at the URL of the registration, after the same comparison as
 * before a renewal, AWS's word included. Changes nothing in the registry. Rejects with what its list rejects with.
 */
export const verifyCredentials = async (
  registrations: readonly ServerRegistration[],
  context: VerifyContext,
): Promise<VerifyResult> => {
  const { done, unconfirmed, ended } = await eachServer(registrations, context, {
    command: 'verify',
    concurrency: context.concurrency,
    work: (registration, met, confirming) => verifyOne(registration, met, { ...context, ...confirming }),
  });
  return {
    verified: done.map(({ verified }) => verified),
    problems: [...done.flatMap(({ problems }) => problems), ...unconfirmed, ...ended],
  };
};
