/** One exchange as it may be shown: no header but the answer's id, no query, no body. */
export interface RequestEvent {
  readonly method: string;
  /** Host and port. */
  readonly host: string;
  /** Path without query. */
  readonly path: string;
  /** What AWS calls it, where neither method nor path says so. */
  readonly operation?: string;
  /** Status of the answer, or what went wrong. */
  readonly outcome: { readonly status: number } | { readonly error: string };
  readonly ms: number;
  /** Number of the attempt, from 1, where the client says it. */
  readonly attempt?: number;
  /** What the server calls the request. */
  readonly id?: string;
}

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
