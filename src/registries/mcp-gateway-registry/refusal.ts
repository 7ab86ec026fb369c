import type { ErrorCode } from '../../model/errors.ts';
import { SyncError } from '../../model/errors.ts';
import { isObject } from '../../model/json.ts';
import { cleaned, maskForms } from '../../net/masks.ts';
import { REFUSED_ADDRESSES, REFUSED_URL_CHARACTERS, RESERVED_PATHS } from './facts.ts';
import { isText } from './wire.ts';

/** An answer as text, with what decides how to read it. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | null;
  readonly etag: string | null;
  readonly text: string;
  /** Method and URL of the call that it answers, and where the registry's URL is written; for messages. */
  readonly request?: string;
  readonly setting?: string;
}

const LONGEST = 300;

/** A stranger's text in one printable line, cut, with secrets taken out first. */
export const printable = (text: string, secrets: readonly string[] = []): string =>
  cleaned(
    text,
    LONGEST,
    secrets.flatMap((secret) => maskForms(secret)),
  );

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** One validation error, without its `input`: that repeats what was sent. */
const validationError = (item: unknown): string | undefined => {
  if (!isObject(item) || !isText(item['msg'])) return undefined;
  const place = Array.isArray(item['loc']) ? item['loc'].filter((part) => part !== 'body').join('.') : '';
  return place === '' ? item['msg'] : `${place}: ${item['msg']}`;
};

/** The validation library's own text ends its lines with what was sent, and a link. */
const withoutInput = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.split(/\[type=|For further information visit /, 1)[0]?.trimEnd() ?? '')
    .filter((line, at) => at === 0 || line !== '')
    .join('\n');

const fromDetail = (detail: unknown): string | undefined => {
  if (isText(detail)) return withoutInput(detail);
  if (Array.isArray(detail)) return detail.map(validationError).filter(isText).join('; ') || undefined;
  if (!isObject(detail)) return undefined;
  const errors = Array.isArray(detail['errors']) ? detail['errors'].filter(isText) : [];
  return [detail['message'], errors.join('; ')].filter((part) => isText(part) && part !== '').join(': ') || undefined;
};

/** What a refusal says, in any of the registry's shapes: detail as text, list or object, error and reason, HTML, plain text. */
export const refusalText = (answer: Answer, secrets: readonly string[] = []): string => {
  const body = parseJson(answer.text);
  if (isObject(body)) {
    const parts = [body['error'], body['reason'], fromDetail(body['detail'])].filter(
      (part) => isText(part) && part !== '',
    );
    if (parts.length > 0) return printable(parts.join(': '), secrets);
  }
  const title = isHtml(answer) ? /<title>([^<]*)<\/title>/i.exec(answer.text)?.[1] : answer.text;
  return printable(title ?? 'a page in HTML', secrets) || 'nothing more';
};

export const isHtml = (answer: Answer): boolean =>
  answer.contentType.includes('text/html') || /^\s*<(!doctype|html)/i.test(answer.text);

/**
 * True for every way in which the registry's proxy says that the token is missing, expired or wrong: 401, its own 403, a
 * page instead of an answer with 500 (a token that could not be verified), or a redirect to a login.
 */
export const isTokenRefusal = (answer: Answer): boolean => {
  if (answer.status === 401) return true;
  if (isLogin(answer.status)) return true;
  if (answer.status === 500) return isHtml(answer);
  if (answer.status !== 403) return false;
  const body = parseJson(answer.text);
  return isHtml(answer) || (isObject(body) && body['error'] === 'Access forbidden');
};

/** Redirects that a login page is reached by; 301 and 308 say that the URL is another one. */
export const isLogin = (status: number | undefined): boolean => status === 302 || status === 303 || status === 307;

const codeOf = (status: number): ErrorCode<'registry'> => {
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 409 || status === 412) return 'conflict';
  return status === 429 || status >= 500 ? 'unavailable' : 'refused';
};

/** A call as messages show it. */
export interface RefusedCall {
  /** Method and URL; absent: the registry. */
  readonly request?: string;
  /** Where the registry's URL is written. */
  readonly setting?: string;
  /** The call carried a secret that the body may repeat, so it is not shown. */
  readonly silent: boolean;
  readonly secrets: readonly string[];
}

const tokenRefused = (what: string, { status }: Answer, request: string): SyncError =>
  new SyncError(
    'registry',
    'unauthorized',
    `${what}: the registry's token is expired or wrong: ${request} answered ${status}`,
    {
      hint:
        status === 500
          ? 'Get a new token (on a laptop: agentcore-sync login), or check which one the run was given. A registry that is down answers so too: its log tells.'
          : 'Get a new token (on a laptop: agentcore-sync login), or check which one the run was given.',
      status,
    },
  );

/** What the newest version answers to a URL or a path that it does not take, without a word about why. */
const UNEXPLAINED = /^Service registration failed$/;

const hintFor = (answer: Answer, said: string, setting: string): string | undefined => {
  const { status } = answer;
  if (isHtml(answer) && status < 300) {
    return `Something else answers there, such as a login page: check ${setting}, and whether a proxy in between wants a login.`;
  }
  if (status === 404) return `Is ${setting} the registry's base URL?`;
  if (status === 403) return "Give the token's user the right to it at the registry; doctor shows what it may do.";
  if (status === 429) {
    return 'It takes fewer requests than were sent: wait, then run the same command again, with a lower --concurrency.';
  }
  if (status >= 500 && !UNEXPLAINED.test(said))
    return 'The registry failed by itself: its log tells why. Then run the same command again.';
  return status === 500
    ? `It says no more where it refuses a URL (${REFUSED_ADDRESSES}; the characters ${REFUSED_URL_CHARACTERS.join(' ')}), a path of its own (${[...RESERVED_PATHS].map((path) => `/${path}`).join(', ')}), or a path that is registered with the other spelling of its last slash.`
    : undefined;
};

/** The error for an answer that is no success. */
export const refusalError = (what: string, answer: Answer, call: RefusedCall): SyncError => {
  const { request = 'the registry', setting = "the registry's URL" } = call;
  if (isTokenRefusal(answer)) return tokenRefused(what, answer, request);
  if (call.silent) {
    return new SyncError('registry', codeOf(answer.status), `${what}: ${request} refused it (${answer.status})`, {
      status: answer.status,
      hint: 'What it answered is not shown: it could repeat the secret that was sent. Its own log tells why.',
    });
  }
  const said = refusalText(answer, call.secrets);
  const hint = hintFor(answer, said, setting);
  return new SyncError('registry', codeOf(answer.status), `${what}: ${request} answered ${answer.status}: ${said}`, {
    status: answer.status,
    ...(hint === undefined ? {} : { hint }),
  });
};

/** The JSON object of a successful answer. Throws SyncError registry/malformed. */
export const answerObject = (what: string, answer: Answer): Record<string, unknown> => {
  const body = parseJson(answer.text);
  if (isObject(body)) return body;
  const { request = 'the registry', setting = "the registry's URL", status, text } = answer;
  const met = isHtml(answer) ? 'a page in HTML' : `${text.length} characters that are none`;
  throw new SyncError(
    'registry',
    'malformed',
    `${what}: ${request} answered ${status}: expected a JSON object, met ${met}`,
    { hint: `Something else may answer there, or a proxy may cut its answers off: check ${setting}.` },
  );
};
