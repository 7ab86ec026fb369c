import type { ForeignForm, RegistryRules } from '../catalogue/registry-rules.ts';
import type { RegistrySettings } from '../config/registry-kinds/table.ts';
import { DEFAULT_REGISTRY } from '../config/registry-kinds/table.ts';
import type { Settings } from '../config/settings.ts';
import type { Registration } from '../model/registration.ts';
import type { Field, FieldTable } from '../model/registry.ts';
import type { RegistryKind } from './kind.ts';
import { mcpGatewayRegistry } from './mcp-gateway-registry/kind.ts';
import { staticRegistry } from './static/kind.ts';

/** Every kind of registry. A new one is its folder, its settings below the configuration's, and its line here. */
export const REGISTRY_KINDS: {
  readonly [Type in RegistrySettings['type']]: RegistryKind<Extract<RegistrySettings, { readonly type: Type }>>;
} = {
  'mcp-gateway-registry': mcpGatewayRegistry,
  static: staticRegistry,
};

/** The kind of a registry. */
export const kindOf = ({ type }: Pick<RegistrySettings, 'type'>): RegistryKind => REGISTRY_KINDS[type];

/** The kinds of the configured registries, each once; where none is configured, the one that is meant by saying no type. */
export const registryKinds = ({ registries }: Pick<Settings, 'registries'>): readonly RegistryKind[] =>
  registries.length === 0 ? [REGISTRY_KINDS[DEFAULT_REGISTRY]] : [...new Set(registries.map(kindOf))];

const ALL: readonly RegistryKind[] = Object.values(REGISTRY_KINDS);

/**
 * What a catalogue is judged by: paths as the configured registries serve them, and documents as any kind writes them. A
 * path that one kind can't serve is none: a registry that is configured later must not move anything.
 */
export const registryRules = (settings: Pick<Settings, 'registries'>): RegistryRules => {
  const kinds = registryKinds(settings);
  return {
    shadows: (upper, lower) => kinds.some(({ shadows }) => shadows(upper, lower)),
    routeFault: (path) => ALL.map(({ routeFault }) => routeFault(path)).find((fault) => fault !== undefined),
    forms: FORMS,
    cutsDescription: ({ description, visibility, registries }) =>
      settings.registries.find(
        (one) =>
          (registries?.includes(one.name) ?? true) &&
          kindOf(one).cutsDescription?.(one, description, visibility) === true,
      )?.name,
  };
};

/** The forms that documents come in, whatever registry is configured. */
const FORMS: readonly ForeignForm[] = ALL.flatMap(({ form }) => form ?? []);

const joinedFields = <R extends Registration>(tables: readonly (readonly Field<R>[])[]): readonly Field<R>[] => [
  ...new Map(tables.flat().map((field) => [field.key, field])).values(),
];

/** Every field that any of the configured registries can hold. */
export const fieldsIn = (settings: Pick<Settings, 'registries'>): FieldTable => {
  const tables = registryKinds(settings).map(({ fields }) => fields);
  const [only, ...others] = tables;
  if (only !== undefined && others.length === 0) return only;
  return {
    server: joinedFields(tables.map(({ server }) => server)),
    agent: joinedFields(tables.map(({ agent }) => agent)),
  };
};
