import { knownSource } from '../catalogue/known-files.ts';
import { locationOf, pathOf } from '../catalogue/layout.ts';
import type { ClientToAdd } from '../config/add-clients.ts';
import type { Entry } from '../model/catalogue.ts';
import { isObject } from '../model/json.ts';
import type { KeyOf, ScanResult, Sighting, SourceOf } from '../model/resource.ts';
import type { StandingClient, StandingGateway } from '../model/standing-gateway.ts';

/** A gateway that a definition of the default branch stands for. */
export interface DefinedGateway {
  readonly account: string;
  readonly region: string;
  readonly name: string;
  /** Its stack makes the pool that it takes tokens of. */
  readonly makesPool: boolean;
}

/** What another job told of deployed gateways, as far as it can be believed. */
export interface ToldGateways {
  readonly gateways: readonly StandingGateway[];
  /** What was left out of it, each in one sentence. */
  readonly refused: readonly string[];
}

/** Gateways of one run; AWS has 1,000 in an account and Region. */
const MOST = 10_000;

const DOCUMENT = '/.well-known/openid-configuration';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html */
const CLIENT_ID = /^[\w+]{1,128}$/;
const POOL_ID = /^[\w-]{1,55}_[0-9A-Za-z]{1,55}$/;

const keyOf = ({ account, region, arn }: SourceOf<'gateway'>): KeyOf<'gateway'> => ({
  kind: 'gateway',
  account,
  region,
  id: arn.slice(arn.lastIndexOf('/') + 1),
});

/** Whether the ARN is that of a gateway of the account and Region, with an id that may name a file. */
const isInPlace = (source: SourceOf<'gateway'>): boolean => {
  const key = keyOf(source);
  const location = locationOf(pathOf(key));
  return (
    source.arn.endsWith(`:bedrock-agentcore:${key.region}:${key.account}:gateway/${key.id}`) &&
    location.type === 'scanned' &&
    location.key.kind === 'gateway'
  );
};

/** The issuer of a pool in the gateway's own Region, which is what a stack makes there. */
const isPoolOf = ({ region }: SourceOf<'gateway'>, issuer: string, dnsSuffix: string): boolean => {
  const origin = `https://cognito-idp.${region}.${dnsSuffix}/`;
  return issuer.startsWith(origin) && POOL_ID.test(issuer.slice(origin.length));
};

/** The client, where the gateway itself lets it in with tokens of that issuer. */
const clientOf = (
  value: unknown,
  source: SourceOf<'gateway'>,
  dnsSuffix: string,
): StandingClient | 'none' | 'refused' => {
  if (value === undefined) return 'none';
  if (!isObject(value)) return 'refused';
  const { issuer, id } = value;
  if (typeof issuer !== 'string' || typeof id !== 'string' || !CLIENT_ID.test(id)) return 'refused';
  const { discoveryUrl, allowedClients = [] } = source.authorizer;
  const isIn = discoveryUrl === `${issuer}${DOCUMENT}` && allowedClients.includes(id);
  return isIn && isPoolOf(source, issuer, dnsSuffix) ? { issuer, id } : 'refused';
};

/** What a row is judged by. */
export interface TellingWorld {
  readonly defined: readonly DefinedGateway[];
  readonly dnsSuffix: (region: string) => string;
  /** What is wrong with a source besides its form: a host that does not follow from the ARN; undefined: nothing. */
  readonly fault: (source: SourceOf<'gateway'>) => string | undefined;
}

const readRow = (row: unknown, { defined, dnsSuffix, fault }: TellingWorld): StandingGateway | string => {
  const value = { kind: 'gateway', source: isObject(row) ? row['source'] : undefined, registration: { path: '/x/' } };
  const known = knownSource(value);
  if (!isObject(row) || known?.kind !== 'gateway') return 'A row is no gateway as a scan writes it.';
  const source = known.value;
  const named = `Gateway ${JSON.stringify(source.name)} of ${source.account} ${source.region}`;
  if (!isInPlace(source)) return `${named}: its ARN is none of a gateway there.`;
  const definition = defined.find(
    ({ account, region, name }) => account === source.account && region === source.region && name === source.name,
  );
  if (definition === undefined) return `${named}: no definition of this commit stands for it.`;
  const wrong = fault(source);
  if (wrong !== undefined) return `${named}: ${wrong}`;
  const client = definition.makesPool ? clientOf(row['client'], source, dnsSuffix(source.region)) : 'none';
  if (client === 'refused') return `${named}: its client is none that the gateway lets in with tokens of a pool there.`;
  return { source, ...(client === 'none' ? {} : { client }) };
};

/**
 * Reads what another job told of deployed gateways: a stranger's text. A gateway counts where its source has the form that a
 * scan writes, its ARN and host agree, and a definition stands for it; a client, where that gateway lets it in.
 */
export const readTold = (value: Readonly<Record<string, unknown>>, world: TellingWorld): ToldGateways => {
  const rows: readonly unknown[] = Array.isArray(value['gateways']) ? value['gateways'].slice(0, MOST) : [];
  const read = rows.map((row) => readRow(row, world));
  return {
    gateways: read.filter((one) => typeof one !== 'string'),
    refused: read.filter((one) => typeof one === 'string'),
  };
};

const sightingOf = ({ source }: StandingGateway): Sighting => ({
  key: keyOf(source),
  name: source.name,
  status: 'READY',
  source: { kind: 'gateway', value: source },
});

/** A scan that looked at these gateways and at nothing else: nothing is gone by it. */
export const scanOf = (gateways: readonly StandingGateway[]): ScanResult => {
  const places = new Map(
    gateways.map(({ source: { account, region } }) => [`${account}/${region}`, { account, region }] as const),
  );
  return {
    sightings: gateways.map(sightingOf).toSorted((one, other) => (pathOf(one.key) < pathOf(other.key) ? -1 : 1)),
    listings: [...places.values()].map((place) => ({ ...place, kind: 'gateway' as const, state: 'narrowed' as const })),
    gone: [],
    outOfScope: [],
    accounts: [...new Set(gateways.map(({ source }) => source.account))].sort(),
    figures: [],
    problems: [],
  };
};

/** The client as the configuration names it. `path`: that of the registration. */
export const clientToAdd = (
  { source: { account } }: StandingGateway,
  { issuer, id }: StandingClient,
  path: string,
): ClientToAdd => ({ issuer, account, id, serves: `${account}${path}` });

/** A catalogue's entry of a gateway: under its id, or under one that it had before. */
export interface EntryOf {
  /** Below the catalogue's directory. */
  readonly file: string;
  /** The path in the registry. */
  readonly path: string;
  readonly isRegistered: boolean;
  readonly isReplaced: boolean;
}

/** A gateway's entry among those of a catalogue. A name is that of one gateway in an account and Region. */
export const entryOf = (gateway: StandingGateway, entries: readonly Entry[]): EntryOf | undefined => {
  const { account, region, name } = gateway.source;
  const own = pathOf(keyOf(gateway.source));
  const found = entries.filter(
    ({ value }) =>
      value.kind === 'gateway' &&
      value.source.account === account &&
      value.source.region === region &&
      value.source.name === name,
  );
  const entry = found.find(({ path }) => path === own) ?? found[0];
  if (entry === undefined) return undefined;
  const { path, register } = entry.value.registration;
  return { file: entry.path, path, isRegistered: register !== false, isReplaced: entry.path !== own };
};
