import type { Json } from './contract.ts';

const DOCS = 'https://docs.github.com/rest';

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Every item of a list; the server cuts the page out of it. */
  readonly items?: readonly Json[];
}

/** A refusal, in GitHub's words. */
export class Refusal extends Error {
  readonly answer: Answer;
  constructor(status: number, message: string, errors?: readonly Json[], accepted?: string) {
    super(message);
    this.answer = {
      status,
      ...(accepted === undefined ? {} : { headers: { 'x-accepted-github-permissions': accepted } }),
      body: { message, documentation_url: DOCS, status: String(status), ...(errors ? { errors } : {}) },
    };
  }
}

export const notFound = (): Refusal => new Refusal(404, 'Not Found');
/** The 403 of a token that lacks a permission; GitHub names what would do in a header. */
export const notAccessible = (accepted?: string): Refusal =>
  new Refusal(403, 'Resource not accessible by integration', undefined, accepted);
export const invalid = (errors: readonly Json[]): Refusal => new Refusal(422, 'Validation Failed', errors);
