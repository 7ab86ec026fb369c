import type { EntryFile, GatewayEntry } from './generated/entry.ts';

/** A gateway's target that leads to a runtime. */
export interface Lead {
  readonly id: string;
  readonly name: string;
  /** ARN of the runtime. */
  readonly runtime: string;
  /** The runtime's named endpoint; absent: DEFAULT. */
  readonly qualifier?: string;
}

/** How the registrations of a runtime with `address: gateway` are reached, as the gateways' entries beside it say. */
export type Through =
  | {
      readonly type: 'gateway';
      /** Path of the gateway's entry below the catalogue's directory. */
      readonly file: string;
      readonly entry: GatewayEntry;
      /** By named endpoint; '' is the runtime itself. */
      readonly leads: ReadonlyMap<string, Lead>;
    }
  | { readonly type: 'unknown'; readonly pointer: readonly string[]; readonly text: string; readonly hint: string };

/** An entry's value with what other entries say of its place. No file holds it: no schema has such a key. */
export type Placed = EntryFile & {
  readonly through?: Through;
  /** A gateway that something is reached through, whether or not it is registered itself. */
  readonly front?: true;
};

/** How an entry's registrations are reached, where that is not as their own source says. */
export const throughOf = (value: EntryFile): Through | undefined => (value as Placed).through;

/** Whether callers reach nothing of an entry: it is not registered, and nothing is through it. */
export const isUncalled = (value: EntryFile): boolean =>
  value.registration.register === false && (value as Placed).front !== true;

/** The gateway that an entry's registrations are reached through. */
export const gatewayOf = (value: EntryFile): Extract<Through, { type: 'gateway' }> | undefined => {
  const through = throughOf(value);
  return through?.type === 'gateway' ? through : undefined;
};

/**
 * Where callers reach a target that leads to a runtime.
 * https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-target-http-runtime.html
 */
export const leadUrl = (gatewayUrl: string, { name }: Pick<Lead, 'name'>): string =>
  `${gatewayUrl.replace(/\/(?:mcp\/?)?$/, '')}/${encodeURIComponent(name.toWellFormed())}/invocations`;
