import type { RegistrySettings, Settings } from '../config/settings.ts';
import { DEFAULT_REGISTRY } from '../config/settings.ts';
import type { RegistryKind } from './kind.ts';
import { mcpGatewayRegistry } from './mcp-gateway-registry/kind.ts';

/** Every kind of registry. A new one is its folder, its name in the configuration's schema, and its line here. */
export const REGISTRY_KINDS: { readonly [Type in RegistrySettings['type']]: RegistryKind } = {
  'mcp-gateway-registry': mcpGatewayRegistry,
};

/** The kind of the configured registry; where none is configured, of the one that a configuration means that says no kind. */
export const registryKind = ({ registry }: Pick<Settings, 'registry'>): RegistryKind =>
  REGISTRY_KINDS[registry?.type ?? DEFAULT_REGISTRY];
