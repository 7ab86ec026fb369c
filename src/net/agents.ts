import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** The connections of AWS clients. */
export interface AwsConnections {
  /** Give it to a client as `requestHandler`. The client must not be destroyed, only forgotten: others use it too. */
  readonly handler: NodeHttpHandler;
  /** Ends every connection. */
  close(): void;
}

/** Connections to one host at once: calls are paced, so that this is a bound and not a limit that is met. */
const MOST_SOCKETS = 256;

/**
 * Connections shared by all AWS clients of a run: proxies as the environment says (HTTPS_PROXY, HTTP_PROXY, NO_PROXY, in
 * upper or lower case; the SDK's own agents take no notice of them), kept alive. A request without an answer after
 * `timeoutMs` milliseconds is cut; the limit of a whole call is the caller's. Certificate authorities come from
 * NODE_EXTRA_CA_CERTS, which Node reads itself.
 */
export const createAwsConnections = (
  environment: Readonly<Record<string, string | undefined>>,
  timeoutMs: number,
): AwsConnections => {
  const options = { keepAlive: true, maxSockets: MOST_SOCKETS, proxyEnv: { ...environment } };
  const httpAgent = new HttpAgent(options);
  const httpsAgent = new HttpsAgent(options);
  return {
    handler: new NodeHttpHandler({ httpAgent, httpsAgent, requestTimeout: timeoutMs, throwOnRequestTimeout: true }),
    close: () => {
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
};
