import { isSyncError } from '../model/errors.ts';
import { isObject } from '../model/json.ts';
import { blamedBy } from '../net/failure.ts';
import type { Fetch } from '../net/fetch.ts';
import { cleaned } from '../net/masks.ts';
import type { Met } from './exchange.ts';
import { layerOfNetwork, PROBE_LIMITS, type ProbePlace, StepError, type StepFailure } from './world.ts';

const LONGEST = 200;

/** One parameter of a Bearer challenge (RFC 6750, section 3; RFC 9728, section 5.1). */
const challengePart = (challenge: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]{1,400})"`).exec(challenge)?.[1] ?? '';

const challengeText = (challenge: string, secrets: readonly string[]): string => {
  const said = ['error', 'error_description']
    .map((name) => challengePart(challenge, name))
    .filter((text) => text !== '');
  return said.length === 0 ? '' : `: ${cleaned(said.join(': '), LONGEST, secrets)}`;
};

/** Whether clients are told where to get a token: by the challenge, or by the resource's own document (RFC 9728). */
const offersDiscovery = async (place: ProbePlace, challenge: string, fetch: Fetch): Promise<boolean> => {
  if (challengePart(challenge, 'resource_metadata') !== '') return true;
  const { origin, pathname } = new URL(place.url);
  const path = pathname === '/' ? '' : pathname.replace(/\/$/, '');
  try {
    const response = await fetch(`${origin}/.well-known/oauth-protected-resource${path}`, {
      headers: { accept: 'application/json' },
    });
    const value: unknown = response.status === 200 ? await response.json() : await response.body?.cancel();
    return isObject(value) && Array.isArray(value['authorization_servers']);
  } catch {
    return false;
  }
};

const discoveryText = (offered: boolean): string =>
  offered ? ' OAuth discovery is offered.' : ' No OAuth discovery is offered.';

const refusedText = async (place: ProbePlace, met: Met, fetch: Fetch): Promise<StepFailure> => {
  if (place.ingress !== undefined && !(await place.ingress.accepts())) {
    return { layer: 'ingress', text: `the registry answered ${met.status} to the token in X-Authorization` };
  }
  const said = `the server answered ${met.status}${challengeText(met.challenge, place.secrets)}`;
  if (met.status === 403) return { layer: 'forbidden', text: said };
  const offered = await offersDiscovery(place, met.challenge, fetch);
  return { layer: 'unauthorized', text: `${said}.${discoveryText(offered)}` };
};

const member = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined;

const LATE: StepFailure = {
  layer: 'time',
  text: `expected an answer within ${PROBE_LIMITS.requestMs / 1000} s, met none`,
};

/** The client library gave up waiting; the number that such an error has is none of the protocol. */
const isAborted = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** What the client library says that the exchange does not. */
const protocolFailure = (error: unknown, secrets: readonly string[]): StepFailure | undefined => {
  const code = member(error, 'code');
  const message = cleaned(error instanceof Error ? error.message : '', LONGEST, secrets);
  if (code === 'REQUEST_TIMEOUT' || isAborted(error)) return LATE;
  const supported = member(member(error, 'data'), 'supported');
  if (code === -32022 || Array.isArray(supported)) {
    const versions = Array.isArray(supported) ? cleaned(supported.join(', '), LONGEST, secrets) : 'others';
    return { layer: 'version', text: `no common version of the protocol: the server speaks only ${versions}` };
  }
  if (typeof code === 'number') return { layer: 'json-rpc', text: `the server answered error ${code}: ${message}` };
  if (code === 'INVALID_RESULT' || code === 'UNSUPPORTED_RESULT_TYPE') {
    return { layer: 'json-rpc', text: 'the answer is none that the protocol knows' };
  }
  return undefined;
};

const statusFailure = ({ status = 0, contentType }: Met, secrets: readonly string[]): StepFailure | undefined => {
  if (status === 404) return { layer: 'path', text: 'nothing is served at this path: the server answered 404' };
  if (status >= 300) return { layer: 'http', text: `the server answered ${status}` };
  if (status === 0 || /^(application\/json|text\/event-stream)\b/i.test(contentType)) return undefined;
  const met = contentType === '' ? 'none' : cleaned(contentType, LONGEST, secrets);
  return { layer: 'content-type', text: `expected JSON or a stream of events, met content type ${met}` };
};

/** Why a step failed: what net, the server's status, or the protocol says, whichever is the outermost. */
export const failureOf = async (
  error: unknown,
  place: ProbePlace,
  { met, fetch }: { met: Met; fetch: Fetch },
): Promise<StepFailure> => {
  const broken = [error, met.error].find((one) => one instanceof StepError);
  if (broken !== undefined) return broken.failure;
  const known = isSyncError(met.error, 'network') ? met.error : isSyncError(error, 'network') ? error : undefined;
  if (known !== undefined) {
    const layer = layerOfNetwork(known, blamedBy(known.system ?? ''));
    return { layer, text: cleaned(known.message, LONGEST, place.secrets) };
  }
  if (met.status === 401 || met.status === 403) return refusedText(place, met, fetch);
  const said = protocolFailure(error, place.secrets);
  // A server of one era refuses what another one would ask with a status of its own.
  if (said?.layer === 'version' && met.status !== undefined && met.status < 500) return said;
  const { secrets } = place;
  return (
    statusFailure(met, secrets) ??
    said ?? {
      layer: 'json-rpc',
      text: `what answers there is no MCP server over ${place.transport === 'sse' ? 'SSE' : 'Streamable HTTP'}`,
    }
  );
};
