import type { Clock } from '../net/clock.ts';
import type { CredentialSource } from './cached.ts';
import { signedRequest, type UnsignedRequest } from './signed-request.ts';

/** The service's name in signatures of calls to gateways and runtimes. */
const SERVICE = 'bedrock-agentcore';

/**
 * The headers that sign one request to a gateway or runtime by AWS's rules (Signature Version 4). Rejects with what the
 * credentials reject with.
 */
export const signAgentCore = async (
  { method, url, headers, body }: UnsignedRequest,
  {
    region,
    credentials,
    clock,
  }: { readonly region: string; readonly credentials: CredentialSource; readonly clock: Clock },
): Promise<Readonly<Record<string, string>>> => {
  const contentType = headers['content-type'];
  const { headers: signed } = await signedRequest(
    { method, url, headers: contentType === undefined ? {} : { 'content-type': contentType }, body },
    { service: SERVICE, region, credentials, at: clock.now() },
  );
  const { host: _, 'content-type': __, ...added } = signed;
  return added;
};
