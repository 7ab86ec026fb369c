import type { operations } from '@octokit/openapi-types';
import type { Answer } from './answers.ts';
import type { Shapes } from './shapes.ts';
import type { Actor, World } from './state.ts';

/** The JSON body of an operation, as GitHub describes it. */
export type Body<Id extends keyof operations> = operations[Id] extends { requestBody?: infer Request }
  ? NonNullable<Request> extends { content: { 'application/json': infer Content } }
    ? Content
    : never
  : never;

export interface Call {
  readonly world: World;
  readonly shapes: Shapes;
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The body, after it was checked against GitHub's description. */
  readonly body: <T>() => T;
}

export type Routes = Readonly<Record<string, (call: Call) => Answer>>;
