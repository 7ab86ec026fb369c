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
  constructor(status: number, message: string, errors?: readonly Json[]) {
    super(message);
    this.answer = {
      status,
      body: { message, documentation_url: DOCS, status: String(status), ...(errors ? { errors } : {}) },
    };
  }
}

export const notFound = (): Refusal => new Refusal(404, 'Not Found');
export const notAccessible = (): Refusal => new Refusal(403, 'Resource not accessible by integration');
export const invalid = (errors: readonly Json[]): Refusal => new Refusal(422, 'Validation Failed', errors);
