import type { Entry } from '../model/catalogue.ts';
import { registeredEndpoints } from '../model/entry-parts.ts';
import type { EntryFile, GatewayEntry, RuntimeEntry } from '../model/generated/entry.ts';
import { gatewayOf, type Lead, type Placed, type Through } from '../model/through.ts';

interface Front {
  readonly file: string;
  readonly entry: GatewayEntry;
  readonly leads: readonly Lead[];
}

const ADDRESS = ['registration', 'address'] as const;

const leadsOf = ({ source }: GatewayEntry, arn: string): readonly Lead[] =>
  (source.targets ?? []).flatMap(({ id, name, runtime, qualifier }) =>
    runtime === arn ? [{ id, name, runtime, ...(qualifier === undefined ? {} : { qualifier }) }] : [],
  );

/** Gateways with a target for a runtime; of its own account and Region alone: another account's owner must not take its callers. */
const frontsOf = ({ source }: RuntimeEntry, gateways: readonly Entry[]): readonly Front[] =>
  gateways.flatMap(({ path, value }): Front[] => {
    if (value.kind !== 'gateway') return [];
    const { account, region } = value.source;
    const leads = account === source.account && region === source.region ? leadsOf(value, source.arn) : [];
    return leads.length === 0 ? [] : [{ file: path, entry: value, leads }];
  });

const unknown = (pointer: readonly string[], text: string, hint: string): Through => ({
  type: 'unknown',
  pointer,
  text: `${pointer.join('.')}: ${text}.`,
  hint,
});

const LEAVE_OUT = 'or leave registration.address out';

const named = (leads: readonly Lead[]): string => leads.map(({ name }) => name).join(', ');

/** The one target of a gateway that leads to an endpoint; '' is the runtime itself. */
const leadTo = (endpoint: string, { file, leads }: Front): Lead | Through => {
  const fitting = leads.filter(({ qualifier = '' }) => qualifier === endpoint);
  const [lead, ...others] = fitting;
  const pointer = endpoint === '' ? ADDRESS : ['registration', 'endpoints', endpoint];
  const what = endpoint === '' ? 'the runtime' : `the endpoint ${endpoint}`;
  if (lead === undefined) {
    return unknown(
      pointer,
      `no target of ${file} leads to ${what}: ${named(leads)} lead${leads.length === 1 ? 's' : ''} to ${leads.map(({ qualifier = 'DEFAULT' }) => qualifier).join(', ')}`,
      `Add a target for ${what} to the gateway and scan again, ${LEAVE_OUT}.`,
    );
  }
  if (others.length > 0) {
    return unknown(
      pointer,
      `${fitting.length} targets of ${file} lead to ${what}: ${named(fitting)}`,
      `Leave one of them, ${LEAVE_OUT}.`,
    );
  }
  return lead;
};

const throughFront = (entry: RuntimeEntry, front: Front): Through => {
  const leads = new Map<string, Lead>();
  for (const endpoint of ['', ...Object.keys(registeredEndpoints(entry))]) {
    const lead = leadTo(endpoint, front);
    if ('type' in lead) return lead;
    leads.set(endpoint, lead);
  }
  return { type: 'gateway', file: front.file, entry: front.entry, leads };
};

const throughOne = (entry: RuntimeEntry, fronts: readonly Front[]): Through => {
  const [front, ...others] = fronts;
  if (front === undefined) {
    const { account, region } = entry.source;
    return unknown(
      ADDRESS,
      `no gateway of account ${account} in ${region} has a target that leads to the runtime, as far as the catalogue says`,
      `Scan with scan.targets: mcp or all, which reads where targets lead; add a target for the runtime to a gateway; ${LEAVE_OUT}.`,
    );
  }
  if (others.length > 0) {
    return unknown(
      ADDRESS,
      `${fronts.length} gateways have a target that leads to the runtime: ${fronts.map(({ file }) => file).join(', ')}`,
      `Leave the target of one of them, ${LEAVE_OUT}.`,
    );
  }
  return throughFront(entry, front);
};

/** `gateways`: those of its account and Region at least. An entry that asks for the gateway's address with what the gateways' entries say of it; every other one as it is. */
export const placeEntry = (value: EntryFile, gateways: () => readonly Entry[]): EntryFile => {
  if (value.kind !== 'runtime' || value.registration.address !== 'gateway') return value;
  const placed: Placed = { ...value, through: throughOne(value, frontsOf(value, gateways())) };
  return placed;
};

/** All entries of a catalogue, each reached as it asks to be. */
export const placeEntries = (entries: readonly Entry[]): readonly Entry[] => {
  const gateways = entries.filter(({ value }) => value.kind === 'gateway');
  const placed = entries.map((entry) => {
    const value = placeEntry(entry.value, () => gateways);
    return value === entry.value ? entry : { ...entry, value };
  });
  const fronts = new Set(
    placed.flatMap(({ value }) => (value.registration.register === false ? [] : (gatewayOf(value)?.file ?? []))),
  );
  return placed.map((entry): Entry => {
    if (!fronts.has(entry.path)) return entry;
    const value: Placed = { ...entry.value, front: true };
    return { ...entry, value };
  });
};
