import { kindDefaults, sourceOf } from '../kinds/table.ts';
import { authorizerOf } from '../model/entry-parts.ts';
import type { Issuer } from '../model/generated/configuration.ts';
import type { Authorizer, EntryFile } from '../model/generated/entry.ts';
import { vendorLabel } from '../model/vendors/table.ts';

/** Metadata values by which other tools know what comes from AgentCore. */
const SOURCE = 'agentcore-sync';

/** What stands in for a description that is empty: the registry refuses none. */
export const defaultDescription = (entry: EntryFile): string =>
  'source' in entry ? kindDefaults(sourceOf(entry)).description : (entry.registration.name ?? entry.registration.path);

/** Tags where the entry gives none; the configuration's are added to either. */
export const defaultTags = (entry: EntryFile): readonly string[] =>
  'source' in entry ? kindDefaults(sourceOf(entry)).tags : [];

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
  if (!('source' in entry)) return {};
  const { region, account } = entry.source;
  const authorizer = authorizerOf(entry);
  return {
    source: SOURCE,
    region,
    account_id: account,
    ...kindDefaults(sourceOf(entry)).metadata,
    ...(authorizer === undefined ? {} : authorizerMetadata(authorizer, issuers)),
    ...(endpoint === undefined ? {} : { endpoint }),
  };
};
