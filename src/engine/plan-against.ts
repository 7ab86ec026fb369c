import type { Plan } from '../model/plan.ts';
import type { Registration } from '../model/registration.ts';
import type { Field, FieldTable, Listed, RegistryTraits, Snapshot } from '../model/registry.ts';
import type { Rendered } from '../registration/render.ts';
import type { Marker } from './mark.ts';
import { markFor } from './mark.ts';
import type { PlanContext } from './plan.ts';
import { planRegistry } from './plan.ts';

/** What stands for a secret's value here: its name, with a character that no header has. */
const secretText = (name: string): string => `\n${name}`;

/** Header values as the registry would show them. */
const headerTexts = (registration: Registration): Record<string, string> =>
  registration.type === 'agent'
    ? {}
    : Object.fromEntries(
        Object.entries(registration.headers).map(([name, value]) => [
          name,
          'secret' in value ? secretText(value.secret) : value.reveal(),
        ]),
      );

const valuesOf = <R extends Registration>(fields: readonly Field<R>[], registration: R): Map<string, unknown> =>
  new Map(
    fields.map((field) => [
      field.key,
      field.compare === 'headers' ? headerTexts(registration) : field.value(registration),
    ]),
  );

/** A registration as if it had been applied. */
const asListed = (registration: Registration, marker: Marker, table: FieldTable): Listed => ({
  type: registration.type,
  path: registration.path,
  name: registration.name,
  url: registration.url,
  enabled: registration.enabled,
  file: registration.origin.file,
  ...(registration.origin.endpoint === undefined ? {} : { endpoint: registration.origin.endpoint }),
  values: registration.type === 'server' ? valuesOf(table.server, registration) : valuesOf(table.agent, registration),
  mark: { type: 'mark', mark: markFor(registration, marker, table) },
  flagged: false,
  federated: false,
  raw: {},
});

/**
 * What a catalogue changes against another one, without a registry: what a review shows. Neither secrets nor the network
 * are needed: `offline` is what the registry would answer were it able to do everything. Files that give nothing because something is wrong with them change nothing.
 */
export const planAgainst = (
  head: Rendered,
  base: Rendered,
  { traits, offline }: { readonly traits: RegistryTraits; readonly offline: Omit<Snapshot, 'listed'> },
): Plan => {
  const marker = { owner: 'base' };
  // What stands there is what the kind made of it.
  const shaped = traits.shape(base.registrations, { ...offline, listed: [] }, { unenforcedVisibility: true });
  const stood = [...shaped.wanted, ...shaped.refused].map(({ registration }) => registration);
  const context: PlanContext = {
    traits,
    snapshot: { ...offline, listed: stood.map((one) => asListed(one, marker, traits.fields)) },
    marker,
    belongs: () => true,
    ignoreDrift: new Set(),
    headerSecret: secretText,
    hasCredential: () => true,
    enableFlagged: false,
    adopt: 'none',
    // Everything that is listed stands for an entry: the catalogue's own rule has judged those.
    shadows: () => false,
    allowUnenforcedVisibility: false,
    withheld: head.withheld,
  };
  return planRegistry(head.registrations, context);
};
