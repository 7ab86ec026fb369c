import { Sha256 } from '@smithy/core/checksum';
import { HttpRequest } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Clock } from '../net/clock.ts';
import type { CredentialSource } from './cached.ts';

/** The service's name in signatures of calls to gateways and runtimes. */
const SERVICE = 'bedrock-agentcore';

export interface SigningRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The headers that sign one request to a gateway or runtime by AWS's rules (Signature Version 4). Rejects with what the
 * credentials reject with.
 */
export const signAgentCore = async (
  { method, url, headers, body }: SigningRequest,
  {
    region,
    credentials,
    clock,
  }: { readonly region: string; readonly credentials: CredentialSource; readonly clock: Clock },
): Promise<Readonly<Record<string, string>>> => {
  const contentType = headers['content-type'];
  const request = new HttpRequest({
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { host: url.host, ...(contentType === undefined ? {} : { 'content-type': contentType }) },
    body,
  });
  const signer = new SignatureV4({ service: SERVICE, region, credentials, sha256: Sha256 });
  const signed = await signer.sign(request, { signingDate: new Date(clock.now()) });
  const { host: _, 'content-type': __, ...added } = signed.headers;
  return added;
};
