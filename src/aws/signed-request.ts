import { Sha256 } from '@smithy/core/checksum';
import { HttpRequest } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import type { CredentialSource } from './cached.ts';

/** What is signed. `host` is added to the headers: it is signed too. */
export interface UnsignedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Whose signature it is. */
export interface RequestSigner {
  /** The service's name in signatures. */
  readonly service: string;
  readonly region: string;
  readonly credentials: CredentialSource;
  /** Milliseconds since the epoch: AWS refuses a time that is minutes off. */
  readonly at: number;
}

/** The request with the headers of Signature Version 4. Rejects with what the credentials reject with. */
export const signedRequest = async (
  { method, url, headers, body }: UnsignedRequest,
  { service, region, credentials, at }: RequestSigner,
): Promise<HttpRequest> => {
  const request = new HttpRequest({
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { host: url.host, ...headers },
    body,
  });
  const signer = new SignatureV4({ service, region, credentials, sha256: Sha256 });
  return new HttpRequest({ ...(await signer.sign(request, { signingDate: new Date(at) })) });
};
