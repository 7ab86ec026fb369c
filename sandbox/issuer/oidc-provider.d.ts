/** The part of oidc-provider 9 that the sandbox uses; the package has no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface ResourceServer {
    readonly scope: string;
    readonly audience: string;
    readonly accessTokenTTL: number;
    readonly accessTokenFormat: 'jwt' | 'opaque';
    readonly jwt?: { readonly sign: { readonly alg: string } };
  }

  export interface Adapter {
    upsert(id: string, payload: object, expiresIn: number): Promise<void>;
    find(id: string): Promise<object | undefined>;
    findByUserCode(code: string): Promise<object | undefined>;
    revokeByGrantId(id: string): Promise<void>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
  }

  export interface DeviceCode {
    clientId: string;
    accountId?: string;
    grantId?: string;
    scope?: string;
    resource?: string;
    error?: string;
    save(): Promise<string>;
  }

  export interface Grant {
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }

  export class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    readonly DeviceCode: {
      findByUserCode(code: string): Promise<DeviceCode | undefined>;
    };
    readonly Grant: new (properties: {
      readonly accountId: string;
      readonly clientId: string;
    }) => Grant;
    on(event: string, listener: (...args: readonly unknown[]) => void): this;
  }
}
