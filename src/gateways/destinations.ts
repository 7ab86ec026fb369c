import type { TargetDefinition } from '../model/generated/gateway.ts';
import type { GatewayPlace } from './definition.ts';
import { apiFacts, type Document, type Files, readDocument } from './documents.ts';

/** Where a target's requests, and the credential with them, go. */
export interface Destination {
  /** `https://api.example.com`. */
  readonly origins: readonly string[];
  /** Something that says itself where: an object in S3, a connector. */
  readonly documents: readonly string[];
  /** ARNs of runtimes: all of a Region have one origin, whosever they are. */
  readonly runtimes: readonly string[];
  /** What can't be told at all, in words. */
  readonly unclear: readonly string[];
}

const to = (parts: Partial<Destination>): Destination => ({
  origins: [],
  documents: [],
  runtimes: [],
  unclear: [],
  ...parts,
});

const ofDocument = (document: Document): Destination => {
  if (document.type === 's3') return to({ documents: [document.uri] });
  const facts = document.type === 'text' ? apiFacts(document.value) : undefined;
  if (facts === undefined) return to({});
  const none = facts.origins.length === 0 && facts.unclear.length === 0;
  return to({ origins: facts.origins, unclear: none ? ['a document without servers'] : facts.unclear });
};

/** AgentCore's own data endpoints: not a gateway's, whose host has its id. */
const AGENTCORE = /^(?!.*\.gateway\.).*\bbedrock-agentcore(?:-fips)?\..*(?:\.amazonaws\.com(?:\.cn)?|\.api\.aws)$/i;

const RUNTIME = /^arn:[a-z-]+:bedrock-agentcore:[a-z0-9-]+:[0-9]{12}:runtime\/[A-Za-z0-9_-]+$/;

/** The runtime that a path of AgentCore's endpoint names by its ARN; undefined where it does in another way, or not at all. */
export const runtimeIn = (path: string): string | undefined => {
  const [, named = ''] = /^\/runtimes\/([^/]+)\//.exec(path) ?? [];
  const arn = named.replaceAll(/%3a/gi, ':').replaceAll(/%2f/gi, '/');
  return RUNTIME.test(arn) ? arn : undefined;
};

const ofUrl = (text: string): Destination => {
  const url = URL.parse(text);
  if (url === null) return to({ unclear: [text] });
  if (!AGENTCORE.test(url.hostname)) return to({ origins: [url.origin] });
  const arn = runtimeIn(url.pathname);
  return arn === undefined
    ? to({ origins: [url.origin], unclear: [`a runtime that ${text} doesn't name by its ARN`] })
    : to({ origins: [url.origin], runtimes: [arn] });
};

/** AgentCore's data endpoint of a Region. https://docs.aws.amazon.com/general/latest/gr/bedrock_agentcore.html */
const runtimeOrigin = (region: string, dnsSuffix: string): string => `https://bedrock-agentcore.${region}.${dnsSuffix}`;

/** Where a target sends its requests. `dnsSuffix`: of the Region's partition. */
export const destinationOf = (
  target: TargetDefinition,
  { place, files, dnsSuffix }: { readonly place: GatewayPlace; readonly files: Files; readonly dnsSuffix: string },
): Destination => {
  const behind = (runtime: string | undefined): Destination =>
    // A name is one of the gateway's own account and Region.
    to({
      origins: [runtimeOrigin(place.region, dnsSuffix)],
      runtimes: runtime?.startsWith('arn:') === true ? [runtime] : [],
    });
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
      return target.endpoint === undefined ? behind(target.runtime) : ofUrl(target.endpoint);
    case 'runtime':
      return behind(target.runtime);
    case 'passthrough':
      return ofUrl(target.endpoint);
    case 'connector':
      return to({ documents: [`connector:${target.connector}`] });
  }
};

const documentName = (schema: NonNullable<Extract<TargetDefinition, { type: 'smithy' }>['schema']>): string =>
  typeof schema === 'string' ? schema : schema.s3;
