import type { TargetDefinition } from '../model/generated/gateway.ts';
import type { GatewayPlace } from './definition.ts';
import { apiFacts, type Document, type Files, readDocument } from './documents.ts';

/** Where a target's requests, and the credential with them, go. */
export interface Destination {
  /** `https://api.example.com`. */
  readonly origins: readonly string[];
  /** Something that says itself where: an object in S3, a connector. */
  readonly documents: readonly string[];
  /** What can't be told at all, in words. */
  readonly unclear: readonly string[];
}

const to = (parts: Partial<Destination>): Destination => ({ origins: [], documents: [], unclear: [], ...parts });

const ofDocument = (document: Document): Destination => {
  if (document.type === 's3') return to({ documents: [document.uri] });
  const facts = document.type === 'text' ? apiFacts(document.value) : undefined;
  if (facts === undefined) return to({});
  const none = facts.origins.length === 0 && facts.unclear.length === 0;
  return to({ origins: facts.origins, unclear: none ? ['a document without servers'] : facts.unclear });
};

const originOf = (url: string): Destination => {
  const origin = URL.parse(url)?.origin;
  return origin === undefined ? to({ unclear: [url] }) : to({ origins: [origin] });
};

/** AgentCore's data endpoint of a Region. https://docs.aws.amazon.com/general/latest/gr/bedrock_agentcore.html */
const runtimeOrigin = (region: string, dnsSuffix: string): string => `https://bedrock-agentcore.${region}.${dnsSuffix}`;

/** Where a target sends its requests. `dnsSuffix`: of the Region's partition. */
export const destinationOf = (
  target: TargetDefinition,
  { place, files, dnsSuffix }: { readonly place: GatewayPlace; readonly files: Files; readonly dnsSuffix: string },
): Destination => {
  switch (target.type) {
    case 'lambda':
      return to({});
    case 'openApi':
      return ofDocument(readDocument(target.schema, place, files));
    case 'smithy':
      return target.schema === undefined ? to({}) : to({ documents: [documentName(target.schema)] });
    case 'apiGateway':
      return to({ origins: [`https://${target.restApi}.execute-api.${place.region}.${dnsSuffix}`] });
    case 'mcpServer':
      return target.endpoint === undefined
        ? to({ origins: [runtimeOrigin(place.region, dnsSuffix)] })
        : originOf(target.endpoint);
    case 'runtime':
      return to({ origins: [runtimeOrigin(place.region, dnsSuffix)] });
    case 'passthrough':
      return originOf(target.endpoint);
    case 'connector':
      return to({ documents: [`connector:${target.connector}`] });
  }
};

const documentName = (schema: NonNullable<Extract<TargetDefinition, { type: 'smithy' }>['schema']>): string =>
  typeof schema === 'string' ? schema : schema.s3;
