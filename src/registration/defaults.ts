import { displayName } from '../catalogue/names.ts';
import type { Issuer } from '../model/generated/configuration.ts';
import type { Authorizer, EntryFile } from '../model/generated/entry.ts';
import { vendorLabel } from '../model/vendors/table.ts';

type ScannedEntry = Extract<EntryFile, { source: unknown }>;

/** Metadata values by which other tools know what comes from AgentCore. */
const SOURCE = 'agentcore-sync';

const lastOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** The display name where the entry gives none. */
export const defaultName = (entry: ScannedEntry): string =>
  entry.kind === 'target' ? `${entry.source.gateway} - ${entry.source.name}` : displayName(entry.source.name);

/** What stands in for a description that is empty: the registry refuses none. */
export const defaultDescription = (entry: EntryFile): string => {
  switch (entry.kind) {
    case 'gateway':
      return `AgentCore Gateway: ${entry.source.name}`;
    case 'target':
      return `MCP Server target: ${entry.source.name}`;
    case 'runtime':
      return `AgentCore ${entry.source.protocol === 'MCP' ? 'MCP Server' : 'Agent'}: ${entry.source.name}`;
    case 'server':
    case 'agent':
      return entry.registration.name ?? entry.registration.path;
  }
};

/** Tags where the entry gives none; the configuration's are added to either. */
export const defaultTags = (entry: EntryFile): readonly string[] => {
  switch (entry.kind) {
    case 'gateway':
      return ['agentcore', 'gateway', 'auto-registered'];
    case 'target':
      return ['agentcore', 'gateway-target', 'mcp-server', 'auto-registered'];
    case 'runtime':
      if (entry.source.protocol === 'MCP') return ['agentcore', 'runtime', 'mcp-server', 'auto-registered'];
      return ['agentcore', 'runtime', 'agent', 'auto-registered', ...(entry.source.protocol === 'A2A' ? ['a2a'] : [])];
    case 'server':
    case 'agent':
      return [];
  }
};

const authorizerMetadata = (authorizer: Authorizer, issuers: readonly Issuer[]): Record<string, unknown> => ({
  authorizer_type: authorizer.type,
  ...(authorizer.type === 'CUSTOM_JWT' && authorizer.discoveryUrl !== undefined
    ? {
        discovery_url: authorizer.discoveryUrl,
        allowed_clients: authorizer.allowedClients ?? [],
        idp_vendor: vendorLabel(authorizer.discoveryUrl, issuers),
      }
    : {}),
});

/** The tool's own metadata keys: what the entry's own metadata can't override. */
export const toolMetadata = (
  entry: EntryFile,
  issuers: readonly Issuer[],
  endpoint?: string,
): Readonly<Record<string, unknown>> => {
  if (entry.kind === 'server' || entry.kind === 'agent') return {};
  const common = { source: SOURCE, region: entry.source.region, account_id: entry.source.account };
  switch (entry.kind) {
    case 'gateway':
      return {
        ...common,
        gateway_arn: entry.source.arn,
        gateway_id: lastOf(entry.source.arn),
        ...authorizerMetadata(entry.source.authorizer, issuers),
      };
    case 'target':
      return { ...common, gateway_arn: entry.source.arn, target_id: entry.source.id };
    case 'runtime':
      return {
        ...common,
        runtime_arn: entry.source.arn,
        runtime_id: lastOf(entry.source.arn),
        server_protocol: entry.source.protocol,
        ...authorizerMetadata(entry.source.authorizer, issuers),
        ...(endpoint === undefined ? {} : { endpoint }),
      };
  }
};
