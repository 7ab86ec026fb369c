import type { Issuer } from '../generated/configuration.ts';
import { plain } from './plain.ts';
import type { Vendor } from './vendor.ts';

/** A Cognito user pool, as its issuer names it. */
export interface UserPool {
  readonly region: string;
  readonly poolId: string;
}

const HOST = String.raw`(?:issuer-)?cognito-idp\.(?<region>[a-z]{2,4}(?:-[a-z]+)+-\d{1,2})\.amazonaws\.(?:com|com\.cn|eu)`;
const POOL = String.raw`(?<pool>[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}_[A-Za-z0-9]{1,55})`;
/** Both forms of issuer, whole: https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html */
const ISSUER = new RegExp(`^https://${HOST}/${POOL}/?$`);
const ITS_HOST = new RegExp(`^${HOST}$`);

/** The pool of a configured issuer; undefined for an issuer that is not exactly of Cognito's form, or whose Regions differ. */
export const userPoolOf = ({ issuer }: Issuer): UserPool | undefined => {
  const { region, pool } = ISSUER.exec(issuer)?.groups ?? {};
  return region !== undefined && pool?.startsWith(`${region}_`) ? { region, poolId: pool } : undefined;
};

export const cognito: Vendor = {
  ...plain,
  title: 'Amazon Cognito',
  has: ({ hostname }) => ITS_HOST.test(hostname),
};
