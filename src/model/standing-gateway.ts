import type { SourceOf } from './resource.ts';

/** The file between the job that deploys gateways and the one that proposes their registrations. */
export const GATEWAYS_FILE = 'gateways.json';

/** The client of a pool that a stack made. */
export interface StandingClient {
  readonly issuer: string;
  readonly id: string;
}

/** A deployed gateway, as a scan sees it. */
export interface StandingGateway {
  readonly source: SourceOf<'gateway'>;
  readonly client?: StandingClient;
}
