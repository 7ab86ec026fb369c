import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** What the connections of AWS clients obey. */
export interface AgentPolicy {
  /** HTTPS_PROXY, HTTP_PROXY and NO_PROXY are read from it, in upper or lower case. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds to make a connection, and without a byte on one. The limit of a whole call is the caller's. */
  readonly timeoutMs: number;
}

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
 * Connections shared by all AWS clients of a run: proxies as the environment says (the SDK's own agents take no notice
 * of it), kept alive. Certificate authorities come from NODE_EXTRA_CA_CERTS, which Node reads itself.
 */
export const createAwsConnections = (policy: AgentPolicy): AwsConnections => {
  const options = { keepAlive: true, maxSockets: MOST_SOCKETS, proxyEnv: { ...policy.environment } };
  const httpAgent = new HttpAgent(options);
  const httpsAgent = new HttpsAgent(options);
  const { timeoutMs } = policy;
  return {
    handler: new NodeHttpHandler({ httpAgent, httpsAgent, connectionTimeout: timeoutMs, socketTimeout: timeoutMs }),
    close: () => {
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
};
