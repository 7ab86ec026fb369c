import { compareTexts } from '../model/compare-texts.ts';
import type { Authorizer } from '../model/generated/entry.ts';

/** A value of `source`, as plain data whose keys stand in the order in which they are written. */
export interface SourceData {
  readonly [key: string]: SourceValue;
}
export type SourceValue = string | boolean | readonly SourceValue[] | SourceData;

export type Draft = Readonly<Record<string, SourceValue | undefined>>;

/** Leaves out what says nothing: absent fields, empty texts and empty lists. */
export const compact = (draft: Draft): SourceData => {
  const data: Record<string, SourceValue> = {};
  for (const [key, value] of Object.entries(draft)) {
    if (
      value !== undefined &&
      (typeof value === 'object' || value !== '') &&
      !(Array.isArray(value) && !value.length)
    ) {
      data[key] = value;
    }
  }
  return data;
};

const sorted = (texts: readonly string[] | undefined): readonly string[] | undefined =>
  texts && [...new Set(texts)].sort(compareTexts);

export const authorizerData = (authorizer: Authorizer): SourceData =>
  compact({
    type: authorizer.type,
    discoveryUrl: authorizer.discoveryUrl,
    allowedClients: sorted(authorizer.allowedClients),
    allowedAudience: sorted(authorizer.allowedAudience),
    allowedScopes: sorted(authorizer.allowedScopes),
  });

/** What stands first in the data of every kind. */
export const commonFields = ({
  account,
  region,
  arn,
}: {
  readonly account: string;
  readonly region: string;
  readonly arn: string;
}): Draft => ({ account, region, arn });
