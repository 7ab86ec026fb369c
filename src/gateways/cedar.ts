import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import {
  type DetailedError,
  type EntityJson,
  initSync,
  isAuthorized,
  policySetTextToParts,
} from '@cedar-policy/cedar-wasm/web';

/** Who asks for what. Tags are the claims of a token. */
export interface CedarCall {
  readonly principal: { readonly type: 'AgentCore::OAuthUser' | 'AgentCore::IamEntity'; readonly id: string };
  readonly tags: Readonly<Record<string, string>>;
  readonly tool: string;
  readonly gatewayArn: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export type CedarDecision =
  | { readonly type: 'decided'; readonly allowed: boolean; readonly errors: readonly string[] }
  | { readonly type: 'failed'; readonly errors: readonly string[] };

/** What is wrong with a text, and from which character of it on. */
export interface CedarFault {
  readonly message: string;
  readonly offset: number;
}

/** Cedar, as far as policies of gateways are judged here. */
export interface Cedar {
  /** The policies of a text, or what is wrong with it. */
  readonly parts: (
    text: string,
  ) =>
    | { readonly policies: readonly string[]; readonly templates: number }
    | { readonly errors: readonly CedarFault[] };
  readonly decide: (policies: readonly string[], call: CedarCall) => CedarDecision;
}

/** Beside the bundle it lies packed: unpacked it would be half of all that is shipped. */
const PACKED = 'cedar.wasm.br';

const moduleBytes = (): Uint8Array => {
  const packed = new URL(PACKED, import.meta.url);
  if (existsSync(packed)) return brotliDecompressSync(readFileSync(packed));
  const library = import.meta.resolve('@cedar-policy/cedar-wasm/web');
  return readFileSync(fileURLToPath(new URL('cedar_wasm_bg.wasm', library)));
};

const TYPE = 'AgentCore';

/** Cedar counts the bytes of a text, from its beginning. */
const charactersIn = (text: string, bytes: number): number => Buffer.from(text).subarray(0, bytes).toString().length;

const faultOf = (text: string, { message, help, sourceLocations = [] }: DetailedError): CedarFault => ({
  message: help === null ? message : `${message} (${help})`,
  offset: charactersIn(text, sourceLocations[0]?.start ?? 0),
});

const entitiesOf = ({ principal, tags, gatewayArn }: CedarCall): EntityJson[] => [
  { uid: principal, attrs: principal.type === 'AgentCore::IamEntity' ? { id: principal.id } : {}, parents: [], tags },
  { uid: { type: `${TYPE}::Gateway`, id: gatewayArn }, attrs: {}, parents: [] },
];

/**
 * Loads Cedar. How AgentCore makes a request of a call:
 * https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/policy-understanding-cedar.html
 */
export const openCedar = (): Cedar => {
  initSync({ module: new Uint8Array(moduleBytes()) });
  const messages = (errors: readonly { readonly message: string }[]): readonly string[] =>
    errors.map(({ message }) => message);
  return {
    parts: (text) => {
      const answer = policySetTextToParts(text);
      if (answer.type === 'failure') return { errors: answer.errors.map((error) => faultOf(text, error)) };
      return { policies: answer.policies, templates: answer.policy_templates.length };
    },
    decide: (policies, call) => {
      const answer = isAuthorized({
        principal: call.principal,
        action: { type: `${TYPE}::Action`, id: call.tool },
        resource: { type: `${TYPE}::Gateway`, id: call.gatewayArn },
        context: JSON.parse(JSON.stringify({ input: call.input })),
        policies: { staticPolicies: policies.join('\n') },
        entities: entitiesOf(call),
      });
      if (answer.type === 'failure') return { type: 'failed', errors: messages(answer.errors) };
      const { decision, diagnostics } = answer.response;
      return {
        type: 'decided',
        allowed: decision === 'allow',
        errors: diagnostics.errors.map(({ error }) => error.message),
      };
    },
  };
};
