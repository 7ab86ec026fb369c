import type { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { createTeller, FINE, hidePieces } from './hide.ts';
import { maskForms } from './masks.ts';

/** Names of headers that hold credentials: a session's token, a signature, what a token service is asked with. */
const SECRET_HEADER = /token|authorization/i;
/** Names of parameters of a form that do: the job's own token, with which a role is assumed. */
const SECRET_PARAMETER = /(?:^|&)WebIdentityToken=([^&]+)/;
/** Shorter values of headers are words, not credentials. */
const SHORTEST = 16;
/** An error of AWS's has some hundred bytes: of a page that is longer nothing is told. */
const MOST_BYTES = 256 * 1024;

const formValue = (text: string): string => new URLSearchParams(`a=${text}`).get('a') ?? '';

/** The credentials that a request carries, the signature of its header by itself. */
const secretsOf = ({ headers, body }: HttpRequest): readonly string[] => {
  const sent = Object.entries(headers).flatMap(([name, value]) =>
    SECRET_HEADER.test(name) ? [/Signature=([0-9a-f]+)/.exec(value)?.[1] ?? value.replace(/^Bearer /i, '')] : [],
  );
  const token = typeof body === 'string' ? SECRET_PARAMETER.exec(body)?.[1] : undefined;
  return [...sent, ...(token === undefined ? [] : [formValue(token)])].filter(({ length }) => length >= SHORTEST);
};

/**
 * The answer without what it repeats of the request's credentials: in headers always, in the body where it tells of an error,
 * for its words reach messages. An emulator, a proxy or an endpoint that somebody named may quote what it was sent.
 */
export const withoutSent = (request: HttpRequest, response: HttpResponse): HttpResponse => {
  const secrets = secretsOf(request).flatMap((secret) => maskForms(secret));
  if (secrets.length === 0) return response;
  const clean = (text: string): string =>
    hidePieces(
      secrets.reduce((rest, form) => rest.replaceAll(form, '***'), text),
      secrets,
      FINE,
    );
  for (const [name, value] of Object.entries(response.headers)) response.headers[name] = clean(value);
  const { body, statusCode } = response;
  if (statusCode < 300 || !(body instanceof Uint8Array)) return response;
  const text = body.byteLength > MOST_BYTES ? '' : clean(Buffer.from(body).toString('utf8'));
  // What still tells something, backwards for one, is told by its status alone.
  response.body = Buffer.from(createTeller(secrets, FINE)(text) ? '' : text);
  return response;
};
