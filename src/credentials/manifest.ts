import { partitionOf } from '../aws/partitions.ts';
import { compareTexts } from '../model/compare-texts.ts';
import type { Issuer } from '../model/generated/configuration.ts';
import type { EntryFile, GatewayEntry } from '../model/generated/entry.ts';
import { isObject, parseJson, textMember } from '../model/json.ts';
import type { Problem } from '../model/problem.ts';
import { vendorLabel } from '../model/vendors/table.ts';
import { cleaned } from '../net/masks.ts';

/** One gateway behind CUSTOM_JWT, as the old tool's token_refresh_manifest.json has it. */
export interface ManifestEntry {
  /** Path in the registry. */
  readonly serverPath: string;
  readonly gatewayArn: string;
  readonly discoveryUrl: string;
  readonly allowedClients: readonly string[];
  readonly allowedAudience: readonly string[];
}

export interface ManifestReading {
  readonly entries: readonly ManifestEntry[];
  readonly problems: readonly Problem[];
}

const MOST_ENTRIES = 100_000;

const texts = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};

const readEntry = (value: unknown): ManifestEntry | string => {
  if (!isObject(value)) return 'expected an object, met something else';
  const serverPath = textMember(value, 'server_path') ?? '';
  const discoveryUrl = textMember(value, 'discovery_url') ?? '';
  if (!/^\/[\x21-\x7e]{1,1024}$/.test(serverPath)) return 'expected a path in server_path';
  if (discoveryUrl === '') return `${serverPath} has no discovery_url`;
  return {
    serverPath,
    gatewayArn: textMember(value, 'gateway_arn') ?? '',
    discoveryUrl,
    allowedClients: texts(value['allowed_clients']),
    allowedAudience: texts(value['allowed_audience']),
  };
};

/**
 * Reads a manifest that the old tool wrote. Its vendor and its clients choose nothing here: they are matched as a source's are.
 * What can't be read is told, and the rest taken.
 */
export const readManifest = (text: string, file: string): ManifestReading => {
  const problem = (met: string): Problem => ({
    rule: 'manifest-entry',
    severity: 'error',
    place: { file },
    subject: file,
    text: met,
    hint: 'Write it again with the old tool, or with export-manifest.',
  });
  const value = parseJson(text.replace(/^\uFEFF/, ''));
  if (!Array.isArray(value)) return { entries: [], problems: [problem('Expected a JSON list, met something else.')] };
  if (value.length > MOST_ENTRIES)
    return { entries: [], problems: [problem(`Expected at most ${MOST_ENTRIES} entries.`)] };
  const read = value.map(readEntry);
  return {
    entries: read.filter((entry) => typeof entry !== 'string'),
    problems: read.flatMap((entry, at) =>
      typeof entry === 'string' ? [problem(`Entry ${at + 1}: ${cleaned(entry, 200)}.`)] : [],
    ),
  };
};

const GATEWAY_ARN =
  /^arn:(?<partition>[a-z0-9-]+):bedrock-agentcore:(?<region>[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}):(?<account>\d{12}):gateway\/(?<id>[0-9a-z](?:[0-9a-z-]{0,209}[0-9a-z])?)$/;

/**
 * A manifest's entry as an entry of the catalogue, so that the same rules choose its client. Undefined where its ARN is
 * none of a gateway.
 */
export const manifestGateway = (entry: ManifestEntry): GatewayEntry | undefined => {
  const { partition, region, account, id } = GATEWAY_ARN.exec(entry.gatewayArn)?.groups ?? {};
  if (region === undefined || account === undefined || id === undefined) return undefined;
  const { name, dnsSuffix } = partitionOf(region);
  if (name !== partition) return undefined;
  return {
    kind: 'gateway',
    source: {
      account,
      region,
      arn: entry.gatewayArn,
      name: id.replace(/-[0-9a-z]{10}$/, ''),
      url: `https://${id}.gateway.bedrock-agentcore.${region}.${dnsSuffix}/mcp`,
      authorizer: {
        type: 'CUSTOM_JWT',
        discoveryUrl: entry.discoveryUrl,
        allowedClients: [...entry.allowedClients],
        allowedAudience: [...entry.allowedAudience],
      },
    },
    registration: { path: entry.serverPath },
  };
};

/**
 * The manifest that the old refresher reads: every gateway behind CUSTOM_JWT of the catalogue, sorted by path, with the
 * keys and the layout of the old tool. The audience is written where there is one, as newer versions of it read it.
 */
export const writeManifest = (entries: readonly EntryFile[], issuers: readonly Issuer[]): string => {
  const rows = entries.flatMap((entry) => {
    if (entry.kind !== 'gateway' || entry.registration.register === false) return [];
    const { arn, authorizer } = entry.source;
    const { type, discoveryUrl, allowedClients = [], allowedAudience = [] } = authorizer;
    if (type !== 'CUSTOM_JWT' || discoveryUrl === undefined) return [];
    return [
      {
        server_path: entry.registration.path,
        gateway_arn: arn,
        discovery_url: discoveryUrl,
        allowed_clients: allowedClients,
        idp_vendor: vendorLabel(discoveryUrl, issuers),
        ...(allowedAudience.length === 0 ? {} : { allowed_audience: allowedAudience }),
      },
    ];
  });
  const sorted = rows.toSorted((a, b) => compareTexts(a.server_path, b.server_path));
  return `${JSON.stringify(sorted, null, 2)}\n`;
};
