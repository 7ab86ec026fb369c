import type { Issuer } from '../model/generated/configuration.ts';

/** A Cognito user pool, as its issuer names it. */
export interface UserPool {
  readonly region: string;
  readonly poolId: string;
}

/** Both forms of issuer, whole: https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html */
const FORM =
  /^https:\/\/(?:issuer-)?cognito-idp\.(?<region>[a-z]{2,4}(?:-[a-z]+)+-\d{1,2})\.amazonaws\.(?:com|com\.cn|eu)\/(?<pool>[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}_[A-Za-z0-9]{1,55})\/?$/;

/** The pool of a configured issuer; undefined for an issuer that is not exactly of Cognito's form, or whose Regions differ. */
export const userPoolOf = ({ issuer }: Issuer): UserPool | undefined => {
  const { region, pool } = FORM.exec(issuer)?.groups ?? {};
  return region !== undefined && pool?.startsWith(`${region}_`) ? { region, poolId: pool } : undefined;
};
