import { BedrockAgentCoreControlClient } from '@aws-sdk/client-bedrock-agentcore-control';
import { HttpRequest } from '@smithy/core/protocols';
import type { CredentialSource } from './cached.ts';
import type { AwsConnection } from './connection.ts';

/** The name by which CloudTrail shows our calls. */
const USER_AGENT = 'agentcore-sync';

/**
 * A client for AgentCore in one Region, made for many calls: a scan of a company makes ten thousands, and what the SDK
 * does around each costs more than the call itself. Its repetition and its log are taken out: the caller repeats calls,
 * each at its pace, and the SDK's own repetition would multiply it. Calls of one kind share what was worked out for the
 * first, as long as they are sent without options.
 */
export const createAgentCoreClient = (
  region: string,
  credentials: CredentialSource,
  connection: Pick<AwsConnection, 'handler'>,
): BedrockAgentCoreControlClient => {
  const client = new BedrockAgentCoreControlClient({
    region,
    credentials,
    requestHandler: connection.handler,
    maxAttempts: 1,
    cacheMiddleware: true,
  });
  const { middlewareStack } = client;
  middlewareStack.remove('loggerMiddleware');
  middlewareStack.add((next) => next, {
    name: 'retryMiddleware',
    step: 'finalizeRequest',
    priority: 'high',
    override: true,
  });
  middlewareStack.add(
    (next) => (args) => {
      if (HttpRequest.isInstance(args.request)) args.request.headers['user-agent'] = USER_AGENT;
      return next(args);
    },
    { name: 'getUserAgentMiddleware', step: 'build', priority: 'low', override: true },
  );
  return client;
};

/** The endpoint that the environment or a profile sets in place of AWS's own; undefined: none. The SDK's type does not show it. */
export const overriddenEndpoint = async (client: BedrockAgentCoreControlClient): Promise<string | undefined> => {
  const read: unknown = Reflect.get(client.config, 'serviceConfiguredEndpoint');
  const endpoint: unknown = typeof read === 'function' ? await Reflect.apply(read, client.config, []) : undefined;
  return typeof endpoint === 'string' && endpoint !== '' ? endpoint : undefined;
};
