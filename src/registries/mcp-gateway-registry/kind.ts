import type { RegistryKind } from '../kind.ts';
import { registryRows } from './checks.ts';
import { conductOf } from './conduct.ts';
import { FIELD_TABLE } from './fields.ts';
import { registryDocument } from './registry-document.ts';
import { shadows } from './shadows.ts';

/** The MCP Gateway Registry, older and newer versions on all of their back ends. */
export const mcpGatewayRegistry: RegistryKind = {
  name: 'mcp-gateway-registry',
  fields: FIELD_TABLE,
  offline: {
    conduct: conductOf({
      description: 'the base catalogue',
      backEnd: 'database',
      serverVisibility: true,
      enforcesServerVisibility: true,
      agentGroups: true,
      agentToggle: true,
      agentUpdate: true,
      patch: true,
    }),
    rights: { user: 'nobody', admin: true },
  },
  shadows,
  documentOf: registryDocument,
  checks: registryRows,
  open: async (world) => (await import('./registry.ts')).createMcpGatewayRegistry(world),
};
