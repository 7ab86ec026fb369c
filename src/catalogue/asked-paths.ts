import { kindDefaults, sourceOf } from '../kinds/table.ts';
import { registeredEndpoints } from '../model/entry-parts.ts';
import type { EntryFile } from '../model/generated/entry.ts';

/** What an entry is in the registry: gateways, targets and MCP runtimes are servers, other runtimes agents. */
export const registeredAs = (value: EntryFile): 'server' | 'agent' => {
  if ('source' in value) return kindDefaults(sourceOf(value)).type;
  return value.kind;
};

/** One registration that an entry asks for: its own, and one for each endpoint it lists. */
export interface AskedPath {
  readonly path: string;
  readonly endpoint?: string;
}

/** Paths that an entry asks for, its own first; none when it says `register: false`. */
export const askedPaths = (value: EntryFile): readonly AskedPath[] => {
  if (value.registration.register === false) return [];
  const endpoints = Object.entries(registeredEndpoints(value));
  return [
    { path: value.registration.path },
    ...endpoints.map(([endpoint, registration]) => ({ path: registration.path, endpoint })),
  ];
};
