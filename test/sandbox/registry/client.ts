/** A bare client of the double, for its own tests: what goes over the wire is in the test's sight. */
import type { Registry } from '../../../sandbox/registry/registry.ts';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly etag: string | null;
  /** The body as JSON; throws when it is none. */
  readonly json: () => Record<string, unknown>;
}

const read = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text,
    etag: response.headers.get('etag'),
    json: () => JSON.parse(text),
  };
};

/** Sends one request; a FormData or URLSearchParams is a form, anything else JSON. */
export const call = async (
  registry: Registry,
  [method, path]: readonly [string, string],
  options: { readonly body?: unknown; readonly token?: string; readonly headers?: Record<string, string> } = {},
): Promise<Answer> => {
  const { body } = options;
  const form = body instanceof FormData || body instanceof URLSearchParams;
  return read(
    await fetch(`${registry.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${options.token ?? registry.token}`,
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    }),
  );
};

export const form = (fields: Readonly<Record<string, string>>): URLSearchParams => new URLSearchParams(fields);

const BASE = { name: 'Weather', description: 'Forecasts', path: '/weather/', proxy_pass_url: 'http://127.0.0.1:1/mcp' };

export const register = (
  registry: Registry,
  fields: Readonly<Record<string, string>> = {},
  token?: string,
): Promise<Answer> =>
  call(registry, ['POST', '/api/servers/register'], {
    body: form({ ...BASE, ...fields }),
    ...(token === undefined ? {} : { token }),
  });

const AGENT = {
  name: 'Planner',
  description: 'Plans',
  url: 'http://127.0.0.1:1/a2a',
  version: '1.0.0',
  supported_protocol: 'a2a',
  path: '/planner',
};

export const agentBody = (fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  ...AGENT,
  ...fields,
});

export const registerAgent = (registry: Registry, fields: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
  call(registry, ['POST', '/api/agents/register'], { body: agentBody(fields) });
