/** A catalogue before and after changes of every kind, each at least twice: one that is done and one that is not yet. */
import { gateway, JWT, manual, runtime } from './support.ts';

const OTHER = { ...JWT, discoveryUrl: 'https://other.example.com/.well-known/openid-configuration' };
export const count = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

export const BEFORE = [
  ...count(0, 3).map((index) => gateway(`same${index}`)),
  ...count(0, 3).map((index) => gateway(`edited${index}`, { authorizer: JWT, description: 'before' })),
  ...count(0, 2).map((index) => gateway(`moved${index}`)),
  ...count(0, 2).map((index) => gateway(`gone${index}`)),
  ...count(0, 2).map((index) => gateway(`rebound${index}`, { authorizer: JWT })),
  ...count(0, 2).map((index) => manual(`stripped${index}`, { sseEndpoint: 'https://tools.example.com/sse' })),
  ...count(0, 2).map((index) => runtime(`agent${index}`)),
];
export const AFTER = [
  ...count(0, 3).map((index) => gateway(`same${index}`)),
  ...count(0, 3).map((index) => gateway(`edited${index}`, { authorizer: JWT, description: 'after' })),
  ...count(0, 2).map((index) => gateway(`moved${index}`, { registration: { path: `/elsewhere${index}/` } })),
  ...count(0, 2).map((index) => gateway(`rebound${index}`, { authorizer: OTHER })),
  ...count(0, 2).map((index) => manual(`stripped${index}`)),
  ...count(0, 2).map((index) => runtime(`agent${index}`, { registration: { version: '2.0.0' } })),
  ...count(0, 3).map((index) => gateway(`new${index}`, { authorizer: JWT })),
  ...count(0, 2).map((index) => runtime(`newagent${index}`)),
];
export const CHANGES = 20;
