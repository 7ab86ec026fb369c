import type { Harness, HarnessEndpoint } from '@aws-sdk/client-bedrock-agentcore-control';
import { compareTexts } from '../../model/compare-texts.ts';
import type { EndpointSummary, HarnessSource } from '../../model/generated/entry.ts';
import type { Described, ResourcePlace, Unknown } from '../scan/describe.ts';
import { BOUNDS, checkArn, describeAuthorizer } from '../scan/describe.ts';
import type { FieldReader } from '../scan/fields.ts';
import { createFieldReader } from '../scan/fields.ts';
import { harnessUrl } from './facts.ts';

/** Every harness has it, and its URL names none. */
const DEFAULT_ENDPOINT = 'DEFAULT';

/** The fields of a harness that are used: neither its prompt nor its environment variables are among them. */
export type HarnessAnswer = Partial<Pick<Harness, 'arn' | 'harnessName' | 'authorizerConfiguration'>>;

const describeEndpoints = (endpoints: readonly HarnessEndpoint[], reader: FieldReader): EndpointSummary[] => {
  if (endpoints.length > BOUNDS.summaries) {
    reader.fault(`endpoints: expected at most ${BOUNDS.summaries}, met ${endpoints.length}`);
  }
  return endpoints
    .filter(({ endpointName }) => endpointName !== DEFAULT_ENDPOINT)
    .map((endpoint): EndpointSummary => {
      const description = reader.optional('endpoint description', endpoint.description, BOUNDS.description);
      return {
        name: reader.required('endpointName', endpoint.endpointName, BOUNDS.name),
        ...(description === undefined ? {} : { description }),
      };
    })
    .sort((left, right) => compareTexts(left.name, right.name));
};

/** A harness's answer, and its endpoints where they were asked for, reduced to the fields we use. */
export const describeHarness = (
  answer: HarnessAnswer,
  endpoints: readonly HarnessEndpoint[] | undefined,
  place: ResourcePlace & { readonly dnsSuffix: string },
): Described<HarnessSource> => {
  const reader = createFieldReader();
  const unknown: Unknown[] = [];
  const arn = reader.required('arn', answer.arn, BOUNDS.arn);
  if (arn !== '') checkArn(arn, place, { reader, type: 'harness' });
  const named = endpoints === undefined ? [] : describeEndpoints(endpoints, reader);
  const value: HarnessSource = {
    account: place.account,
    region: place.region,
    arn,
    name: reader.required('harnessName', answer.harnessName, BOUNDS.name),
    url: harnessUrl(arn, place.region, place.dnsSuffix),
    authorizer: describeAuthorizer(undefined, answer.authorizerConfiguration, { reader, unknown }),
    ...(named.length === 0 ? {} : { endpoints: named }),
  };
  return reader.faults.length > 0 ? { ok: false, faults: reader.faults } : { ok: true, value, unknown };
};
