import type { RegistryConfiguration } from '../../model/generated/configuration.ts';
import type { Problem } from '../../model/problem.ts';
import { type McpGatewayRegistrySettings, mcpGatewayRegistryReader } from './mcp-gateway-registry.ts';
import type { RegistryReader } from './reader.ts';
import { type StaticRegistrySettings, staticReader } from './static.ts';

/** One configured registry: a member for each kind, with what that kind needs. */
export type RegistrySettings = McpGatewayRegistrySettings | StaticRegistrySettings;

/** The kind of registry that a configuration means that says none. */
export const DEFAULT_REGISTRY = 'mcp-gateway-registry' satisfies RegistrySettings['type'];

/** The name of the registry that nobody named. */
export const DEFAULT_REGISTRY_NAME = 'default';

/** How the settings of each kind are read. A new kind is its file beside this one, and its line here. */
const READERS: { readonly [Type in RegistrySettings['type']]: RegistryReader<RegistrySettings> } = {
  'mcp-gateway-registry': mcpGatewayRegistryReader,
  static: staticReader,
};

/** The reader of a registry's settings. */
export const readerOf = ({
  type = DEFAULT_REGISTRY,
}: Pick<RegistryConfiguration, 'type'>): RegistryReader<RegistrySettings> => READERS[type];

/** What registries together make wrong, whichever kinds they are. */
export const togetherProblems = (registries: readonly RegistrySettings[]): readonly Problem[] =>
  Object.values(READERS).flatMap(({ together }) => together?.(registries) ?? []);
