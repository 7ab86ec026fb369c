import type { Json } from './state.ts';

/** One answer, ready to be sent. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const json = (status: number, body: Json, headers?: Readonly<Record<string, string>>): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
  ...(headers === undefined ? {} : { headers }),
});

/** HTTPException: `{"detail": …}`. */
export const detail = (status: number, text: Json): Reply => json(status, { detail: text });

/** What an unhandled exception answers. */
export const crash = (): Reply => ({ status: 500, type: 'text/plain; charset=utf-8', body: 'Internal Server Error' });

const page = (status: number, reason: string, headers: Readonly<Record<string, string>>): Reply => ({
  status,
  type: 'text/html',
  headers,
  body: [
    '<html>',
    `<head><title>${status} ${reason}</title></head>`,
    '<body>',
    `<center><h1>${status} ${reason}</h1></center>`,
    '<hr><center>nginx/1.22.1</center>',
    '</body>',
    '</html>',
    '',
  ].join('\r\n'),
});

/** The proxy's own page for a request without an accepted token. */
export const unauthorized = (): Reply => page(401, 'Authorization Required', { 'www-authenticate': 'Bearer' });
/** The proxy's own page when the auth server answers what it does not expect: an expired token, in the older version. */
export const proxyError = (): Reply => page(500, 'Internal Server Error', { connection: 'close' });
export const forbidden = (): Reply => ({
  status: 403,
  type: 'application/json',
  body: '{"error": "Access forbidden"}',
});

/** One entry of a 422 body. `input` echoes what was sent, secrets included. */
export interface Invalid {
  readonly type: string;
  readonly loc: (string | number)[];
  readonly msg: string;
  readonly input: Json;
  readonly ctx?: Json;
}

export const invalid = (errors: readonly Invalid[]): Reply =>
  detail(
    422,
    errors.map((error) => ({
      type: error.type,
      loc: error.loc,
      msg: error.msg,
      input: error.input,
      ...(error.ctx === undefined ? {} : { ctx: error.ctx }),
    })),
  );

export const missing = (name: string, input: Json): Invalid => ({
  type: 'missing',
  loc: ['body', name],
  msg: 'Field required',
  input,
});
