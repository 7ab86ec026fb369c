/** One request as the routes see it, and how its body is read: form or JSON, with the 422s of the registry's framework. */
import { type Invalid, invalid, missing, type Reply } from './reply.ts';
import { type Fields, isObject, parseJson, type State, type Token } from './state.ts';

export interface Who extends Required<Omit<Token, 'expired'>> {}

export interface Call {
  readonly state: State;
  readonly who: Who;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly contentType: string;
  readonly body: Buffer;
  /** Form fields by name, all values in order; empty for any other content type. */
  readonly form: ReadonlyMap<string, readonly string[]>;
  /** What the route's pattern took out of the path, percent-decoded. */
  readonly params: readonly string[];
}

const FORM = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i;

const URLENCODED = /^application\/x-www-form-urlencoded\b/i;

/**
 * Reads a form body, multipart or urlencoded. Any other content type is a form without fields: that is why JSON
 * answers "missing" for every required one. Undefined when a form is broken.
 */
export const readForm = async (contentType: string, body: Buffer): Promise<Map<string, string[]> | undefined> => {
  const fields = new Map<string, string[]>();
  if (!FORM.test(contentType) || body.length === 0) return fields;
  try {
    const data = URLENCODED.test(contentType)
      ? new URLSearchParams(body.toString('utf8'))
      : await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
    for (const [name, value] of data) {
      if (typeof value !== 'string') continue;
      const known = fields.get(name);
      if (known === undefined) fields.set(name, [value]);
      else known.push(value);
    }
    return fields;
  } catch {
    return undefined;
  }
};

/** The last value of a form field; an empty one counts as not sent. */
export const field = (call: Call, name: string): string | undefined => call.form.get(name)?.at(-1) || undefined;

export const missingFields = (call: Call, names: readonly string[]): Invalid[] =>
  names.filter((name) => field(call, name) === undefined).map((name) => missing(name, null));

/** The boolean that a text stands for; undefined when it is none. */
export const truth = (text: string): boolean | undefined => {
  if (/^(true|1|on|t|y|yes)$/i.test(text)) return true;
  return /^(false|0|off|f|n|no)$/i.test(text) ? false : undefined;
};

const notBoolean = (loc: string[], input: string): Invalid => ({
  type: 'bool_parsing',
  loc,
  msg: 'Input should be a valid boolean, unable to interpret input',
  input,
});

/** A boolean form field; an `Invalid` when it is neither. */
export const booleanField = (call: Call, name: string, fallback: boolean): boolean | Invalid => {
  const text = field(call, name);
  if (text === undefined) return fallback;
  return truth(text) ?? notBoolean(['body', name], text);
};

/** A required boolean of the query. */
export const booleanQuery = (call: Call, name: string): boolean | Invalid => {
  const text = call.query.get(name);
  if (text === null) return { type: 'missing', loc: ['query', name], msg: 'Field required', input: null };
  return truth(text) ?? notBoolean(['query', name], text);
};

export const integerField = (call: Call, name: string, fallback: number): number | Invalid => {
  const text = field(call, name);
  if (text === undefined) return fallback;
  if (/^\s*[+-]?\d+(\.0+)?\s*$/.test(text)) return Number(text);
  return {
    type: 'int_parsing',
    loc: ['body', name],
    msg: 'Input should be a valid integer, unable to parse string as an integer',
    input: text,
  };
};

/** Comma-separated text → list, blanks dropped. */
export const commaList = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const JSON_TYPE = /^application\/([\w.+-]+\+)?json\b/i;

const refuse = (error: Invalid): { reply: Reply } => ({ reply: invalid([error]) });

/** Reads a JSON object body, or gives the 422, which echoes the whole input. */
export const objectBody = (call: Call): { fields: Fields } | { reply: Reply } => {
  if (call.body.length === 0) return refuse({ type: 'missing', loc: ['body'], msg: 'Field required', input: null });
  const text = call.body.toString('utf8');
  const value = JSON_TYPE.test(call.contentType) ? parseJson(text) : text;
  if (value === undefined) {
    return refuse({
      type: 'json_invalid',
      loc: ['body', 1],
      msg: 'JSON decode error',
      input: {},
      ctx: { error: 'Expecting property name enclosed in double quotes' },
    });
  }
  if (isObject(value)) return { fields: value };
  return refuse({
    type: 'model_attributes_type',
    loc: ['body'],
    msg: 'Input should be a valid dictionary or object to extract fields from',
    input: value,
  });
};

/** The URL's path parameter as the registry's server routes take it: decoded, with a slash in front. */
export const param = (call: Call, index = 0): string => call.params[index] ?? '';
