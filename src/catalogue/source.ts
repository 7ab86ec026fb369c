import { compareTexts } from '../model/compare-texts.ts';
import type { Authorizer } from '../model/generated/entry.ts';
import type { Source } from '../model/resource.ts';

/** A value of `source`, as plain data whose keys stand in the order in which they are written. */
export interface SourceData {
  readonly [key: string]: SourceValue;
}
export type SourceValue = string | readonly SourceValue[] | SourceData;

type Draft = Readonly<Record<string, SourceValue | undefined>>;

/** Leaves out what says nothing: absent fields, empty texts and empty lists. */
const compact = (draft: Draft): SourceData => {
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

const authorizerData = (authorizer: Authorizer): SourceData =>
  compact({
    type: authorizer.type,
    discoveryUrl: authorizer.discoveryUrl,
    allowedClients: sorted(authorizer.allowedClients),
    allowedAudience: sorted(authorizer.allowedAudience),
    allowedScopes: sorted(authorizer.allowedScopes),
  });

const commonFields = ({ value }: Source): Draft => ({
  account: value.account,
  region: value.region,
  arn: value.arn,
});

/**
 * The one form in which a source is written and compared: fixed order of keys, unordered lists sorted, nothing that says
 * nothing. Two scans of an unchanged resource give equal data.
 */
export const sourceData = (source: Source): SourceData => {
  const common = commonFields(source);
  switch (source.kind) {
    case 'gateway': {
      const { name, description, url, protocol, authorizer, targets } = source.value;
      const summaries = targets
        ?.toSorted((left, right) => compareTexts(left.id, right.id))
        .map((target) =>
          compact({ id: target.id, name: target.name, description: target.description, type: target.type }),
        );
      const tail = { authorizer: authorizerData(authorizer), targets: summaries };
      return compact({ ...common, name, description, url, protocol, ...tail });
    }
    case 'target': {
      const { id, name, gateway, description, url } = source.value;
      return compact({ ...common, id, name, gateway, description, url });
    }
    case 'runtime': {
      const { name, description, url, protocol, authorizer, endpoints } = source.value;
      const summaries = endpoints
        ?.toSorted((left, right) => compareTexts(left.name, right.name))
        .map((endpoint) => compact({ name: endpoint.name, description: endpoint.description }));
      const tail = { authorizer: authorizerData(authorizer), endpoints: summaries };
      return compact({ ...common, name, description, url, protocol, ...tail });
    }
  }
};
