import type { RequestEvent } from '../model/request-event.ts';

/** Is told of each exchange once its headers are there, or once it failed. */
export type OnRequest = (event: RequestEvent) => void;

/** Whom requests go to, as a log calls them. */
export type Service = 'aws' | 'registry' | 'issuer' | 'github' | 'server';

/** What the fetches and clients of a run tell requests to; nobody where none is asked for. */
export type RequestLog = (service: Service) => { readonly onRequest?: OnRequest };

/** Headers in which servers name a request, the more particular ones first. */
const IDS = ['x-amzn-requestid', 'x-amz-request-id', 'x-github-request-id', 'x-request-id', 'request-id'] as const;

/** The server's own name of a request. */
export const requestIdOf = (header: (name: string) => string | null | undefined): { readonly id?: string } => {
  for (const name of IDS) {
    const id = header(name);
    if (id !== null && id !== undefined && id !== '') return { id };
  }
  return {};
};
