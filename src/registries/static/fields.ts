import type { AgentRegistration, Registration, ServerRegistration } from '../../model/registration.ts';
import type { Comparison, Field, FieldTable } from '../../model/registry.ts';
import { headerNames } from './entry.ts';
import { signInOf } from './sign-in.ts';

const SPECIAL: Readonly<Record<string, Comparison>> = {
  tags: 'set',
  transports: 'set',
  metadata: 'keys',
  headers: 'set',
};

const DANGEROUS: ReadonlySet<string> = new Set(['url', 'mcpEndpoint', 'sseEndpoint', 'visibility', 'signIn']);

const field = <R extends Registration>(key: string, value: (registration: R) => unknown): Field<R> => ({
  key,
  value,
  compare: SPECIAL[key] ?? 'exact',
  dangerous: DANGEROUS.has(key),
  shown: (written) => written,
});

const same = <R extends Registration>(key: string & keyof R): Field<R> =>
  field(key, (registration) => registration[key]);

const COMMON = ['name', 'description', 'url', 'tags', 'license', 'provider', 'visibility', 'metadata'] as const;
const SERVER = ['mcpEndpoint', 'sseEndpoint', 'transports', 'tools', 'authProvider'] as const;
const AGENT = [
  'supportedProtocol',
  'version',
  'protocolVersion',
  'skills',
  'capabilities',
  'securitySchemes',
  'inputModes',
  'outputModes',
  'trustLevel',
] as const;

/** What a site holds of a registration: of headers their names, and in place of a credential how one signs in. */
export const FIELD_TABLE: FieldTable = {
  server: [
    ...COMMON.map((key) => same<ServerRegistration>(key)),
    ...SERVER.map((key) => same<ServerRegistration>(key)),
    field<ServerRegistration>('headers', headerNames),
    field<ServerRegistration>('signIn', signInOf),
  ],
  agent: [
    ...COMMON.map((key) => same<AgentRegistration>(key)),
    ...AGENT.map((key) => same<AgentRegistration>(key)),
    field<AgentRegistration>('signIn', signInOf),
  ],
};
