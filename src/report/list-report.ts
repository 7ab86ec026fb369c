import { compareTexts } from '../model/compare-texts.ts';
import { RESOURCE_KINDS } from '../model/generated/resource-kinds.ts';
import type { ResourceKey, ScanResult, Sighting } from '../model/resource.ts';
import type { LockCounts, Locked } from '../model/tools-lock.ts';
import type { Report } from './report.ts';
import type { Cell } from './table.ts';
import { counted, number, tally } from './wording.ts';

const COLUMNS = [
  { title: 'kind', style: 'dim' },
  { title: 'name', shrink: true },
  { title: 'status' },
  { title: 'type' },
  { title: 'authorizer' },
  { title: 'locked' },
  { title: 'id', style: 'dim', shrink: true },
] as const;

const statusCell = (status: string): Cell => {
  if (status === 'READY') return { text: status, style: 'green' };
  return { text: status, style: /FAIL|UNSUCCESSFUL/.test(status) ? 'red' : 'yellow' };
};

/** Of a lock, what a reader of the list asks for: the tools of a server, the skills of an agent. */
const lockedCell = (counts: LockCounts | undefined): string => {
  if (counts === undefined) return '';
  return counts.tools === 0 && counts.skills > 0 ? counted(counts.skills, 'skill') : counted(counts.tools, 'tool');
};

const targetKey = ({ account, region, id }: ResourceKey, target: string): ResourceKey => ({
  kind: 'target',
  account,
  region,
  gatewayId: id,
  id: target,
});

/** Targets stand under their gateway: those with an entry of their own replace the gateway's summary of them. */
const gatewayRows = (gateway: Sighting, targets: readonly Sighting[], locked: Locked): Cell[][] => {
  const source = gateway.source?.kind === 'gateway' ? gateway.source.value : undefined;
  const listed = (source?.targets ?? []).map((target) => ({
    id: target.id,
    name: target.name,
    type: target.type ?? '',
  }));
  const seen = new Map(targets.map((target) => [target.key.id, target]));
  const own = targets
    .filter((target) => !listed.some(({ id }) => id === target.key.id))
    .map((target) => ({ id: target.key.id, name: target.name, type: 'MCP_SERVER' }));
  const below = [...listed, ...own].toSorted((a, b) => compareTexts(a.name, b.name) || compareTexts(a.id, b.id));
  return [
    [
      'gateway',
      gateway.name,
      statusCell(gateway.status),
      source?.protocol ?? '',
      source?.authorizer.type ?? '',
      lockedCell(locked(gateway.key)),
      gateway.key.id,
    ],
    ...below.map((target): Cell[] => {
      const status = seen.get(target.id)?.status;
      return [
        '  target',
        `  ${target.name}`,
        status === undefined ? '' : statusCell(status),
        target.type,
        '',
        lockedCell(locked(targetKey(gateway.key, target.id))),
        target.id,
      ];
    }),
  ];
};

/** A resource of a kind that has none below it, with its named endpoints where there are any. */
const resourceRows = (resource: Sighting, locked: Locked): Cell[][] => {
  const source = resource.source?.value;
  const endpoints = source !== undefined && 'endpoints' in source ? (source.endpoints ?? []) : [];
  return [
    [
      resource.key.kind,
      resource.name,
      statusCell(resource.status),
      source !== undefined && 'protocol' in source ? (source.protocol ?? '') : '',
      source !== undefined && 'authorizer' in source ? source.authorizer.type : '',
      lockedCell(locked(resource.key)),
      resource.key.id,
    ],
    ...endpoints.map((endpoint): Cell[] => [
      '  endpoint',
      `  ${endpoint.name}`,
      '',
      '',
      '',
      lockedCell(locked(resource.key, endpoint.name)),
      '',
    ]),
  ];
};

const regionRows = (sightings: readonly Sighting[], locked: Locked): Cell[][] => {
  const sorted = sightings.toSorted((a, b) => compareTexts(a.name, b.name) || compareTexts(a.key.id, b.key.id));
  const targetsOf = Map.groupBy(
    sorted.filter(({ key }) => key.kind === 'target'),
    ({ key }) => (key.kind === 'target' ? key.gatewayId : ''),
  );
  const gateways = sorted.filter(({ key }) => key.kind === 'gateway');
  const orphans = [...targetsOf]
    .filter(([id]) => !gateways.some(({ key }) => key.id === id))
    .flatMap(([, targets]) => targets);
  return [
    ...gateways.flatMap((gateway) => gatewayRows(gateway, targetsOf.get(gateway.key.id) ?? [], locked)),
    ...orphans.map((target): Cell[] => [
      'target',
      target.name,
      statusCell(target.status),
      'MCP_SERVER',
      '',
      lockedCell(locked(target.key)),
      target.key.id,
    ]),
    ...sorted
      .filter(({ key }) => key.kind !== 'gateway' && key.kind !== 'target')
      .flatMap((one) => resourceRows(one, locked)),
  ];
};

/** Each resource once: a target may be known from its gateway's summary, by itself, or both. */
const kindsOf = (sighting: Sighting): string[] => {
  const { key, source } = sighting;
  const place = `${key.account} ${key.region}`;
  if (key.kind === 'target') return [`target ${place} ${key.gatewayId} ${key.id}`];
  const targets = source?.kind === 'gateway' ? (source.value.targets ?? []) : [];
  return [`${key.kind} ${place} ${key.id}`, ...targets.map(({ id }) => `target ${place} ${key.id} ${id}`)];
};

/** Places that are named where there is nothing. */
const MOST_PLACES = 5;

const kinds = (sightings: readonly Sighting[]): string => {
  const of = tally([...new Set(sightings.flatMap(kindsOf))], (name) => name.slice(0, name.indexOf(' ')));
  const parts = RESOURCE_KINDS.filter((kind) => of(kind) > 0).map((kind) => counted(of(kind), kind));
  return parts.length === 0 ? 'nothing' : parts.join(', ');
};

/** That there is nothing, and where was looked. */
const nothingText = ({ listings }: ScanResult): string => {
  const places = [...new Set(listings.map(({ account, region }) => `${account} ${region}`))].sort(compareTexts);
  const more = places.length - MOST_PLACES;
  const rest = more > 0 ? ` and ${number(more)} more places` : '';
  return places.length === 0
    ? 'Nothing could be listed'
    : `Nothing runs in ${places.slice(0, MOST_PLACES).join(', ')}${rest}`;
};

/**
 * What AWS holds, one table for each account and Region: every status, targets under their gateway, and how many tools were
 * reviewed where there are locks.
 */
export const listReport = (scan: ScanResult, locked: Locked): Report => {
  const places = [...Map.groupBy(scan.sightings, ({ key }) => `${key.account}  ${key.region}`)].sort(([a], [b]) =>
    compareTexts(a, b),
  );
  const incomplete = scan.listings.filter(({ state }) => state === 'incomplete').length;
  const accounts = new Set(scan.sightings.map(({ key }) => key.account)).size;
  const regions = new Set(scan.sightings.map(({ key }) => key.region)).size;
  const where = ` in ${counted(accounts, 'account')} and ${counted(regions, 'Region')}`;
  const isEmpty = scan.sightings.length === 0;
  return {
    title: 'List',
    counts: isEmpty ? nothingText(scan) : `${kinds(scan.sightings)}${where}`,
    facts: [
      ...(incomplete === 0 ? [] : [{ text: `${counted(incomplete, 'listing')} incomplete: there may be more` }]),
      ...(isEmpty ? [{ text: 'Elsewhere?', remedy: '--regions all, --accounts 111111111111,222222222222' }] : []),
    ],
    parts: places.map(([title, sightings]) => ({
      type: 'table',
      title,
      aside: kinds(sightings),
      columns: COLUMNS,
      rows: regionRows(sightings, locked),
      one: 'resource',
    })),
    problems: scan.problems,
  };
};
