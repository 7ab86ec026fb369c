/** From HTTP to a `Call`, and from an `Answer` back to HTTP. */
import type { IncomingMessage } from 'node:http';
import type { JsonObject } from '../world.ts';
import { agentCoreCall } from './agentcore.ts';
import { type Answer, escapeXml, type Refusal } from './wire.ts';

const MOST_BYTES = 1_000_000;

/** The body of a request; undefined when it is longer than a megabyte. */
export const readBody = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

export interface Signature {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

/** The credential scope of a request signed with Signature Version 4. */
export const signatureOf = (authorization: string | undefined): Signature | undefined => {
  const match = /Credential=([^/,\s]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/.exec(authorization ?? '');
  const [, accessKeyId, region, service] = match ?? [];
  return accessKeyId === undefined || region === undefined || service === undefined
    ? undefined
    : { accessKeyId, region, service };
};

export interface Named {
  readonly name: string;
  readonly segments: readonly string[];
  readonly parameters: URLSearchParams;
  readonly body: JsonObject;
}

const parseJson = (body: string): JsonObject => {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
  } catch {
    return {};
  }
};

const segmentsOf = (path: string): string[] | undefined => {
  try {
    return path
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent);
  } catch {
    return undefined;
  }
};

/** Finds out which call a request is, by the service's protocol; undefined: none. */
export const nameCall = (service: string, request: IncomingMessage, body: string): Named | undefined => {
  switch (service) {
    case 'sts':
    case 'cloudformation':
    case 'ec2': {
      const parameters = new URLSearchParams(body);
      const name = parameters.get('Action');
      return name === null ? undefined : { name, segments: [], parameters, body: {} };
    }
    case 'bedrock-agentcore': {
      const [path = '', query = ''] = (request.url ?? '').split('?');
      const segments = segmentsOf(path);
      const name = segments && agentCoreCall(request.method ?? '', segments);
      return segments && name !== undefined
        ? { name, segments, parameters: new URLSearchParams(query), body: parseJson(body) }
        : undefined;
    }
    case 's3': {
      const segments = segmentsOf((request.url ?? '').split('?')[0] ?? '');
      if (segments === undefined || request.method !== 'PUT') return undefined;
      const parameters = new URLSearchParams();
      for (const [key, value] of Object.entries(request.headers)) parameters.set(key, String(value));
      return { name: 'PutObject', segments, parameters, body: { text: body } };
    }
    default: {
      const name = String(request.headers['x-amz-target'] ?? '').split('.')[1];
      return name === undefined
        ? undefined
        : { name, segments: [], parameters: new URLSearchParams(), body: parseJson(body) };
    }
  }
};

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const REQUEST_ID = '00000000-0000-4000-8000-000000000000';

const refusalBody = (service: string, { code, message, status }: Refusal): string => {
  switch (service) {
    case 'sts':
    case 'cloudformation':
      return (
        `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type>` +
        `<Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>${REQUEST_ID}</RequestId></ErrorResponse>`
      );
    case 'ec2':
      return (
        `<?xml version="1.0" encoding="UTF-8"?><Response><Errors><Error><Code>${escapeXml(code)}</Code>` +
        `<Message>${escapeXml(message)}</Message></Error></Errors><RequestID>${REQUEST_ID}</RequestID></Response>`
      );
    case 's3':
      return `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error>`;
    case 'bedrock-agentcore':
      return JSON.stringify({ message });
    default:
      return JSON.stringify({ __type: code, message });
  }
};

const contentType = (service: string): string => {
  if (['sts', 'ec2', 'cloudformation', 's3'].includes(service)) return 'text/xml';
  return service === 'bedrock-agentcore' ? 'application/json' : 'application/x-amz-json-1.1';
};

/** An answer as the service's protocol writes it. */
export const httpAnswer = (service: string, answer: Answer): HttpAnswer => {
  const headers = { 'content-type': contentType(service), 'x-amzn-requestid': REQUEST_ID };
  switch (answer.kind) {
    case 'json':
      return { status: 200, headers, body: JSON.stringify(answer.body) };
    case 'xml':
      return { status: 200, headers, body: answer.body };
    case 'refusal': {
      const type = service === 'bedrock-agentcore' ? { 'x-amzn-errortype': answer.code } : {};
      return { status: answer.status, headers: { ...headers, ...type }, body: refusalBody(service, answer) };
    }
  }
};
