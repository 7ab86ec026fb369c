import type { McpGatewayRegistrySettings } from '../../config/registry-kinds/mcp-gateway-registry.ts';
import { SyncError } from '../../model/errors.ts';
import { barePath } from '../../model/registry.ts';
import type { RegistryKind } from '../kind.ts';
import { ALL_ABILITIES } from './abilities.ts';
import { registryRows } from './checks.ts';
import { foreignForm } from './foreign-form.ts';
import { routeFault } from './routes.ts';
import { shadows } from './shadows.ts';
import { traits } from './traits.ts';

/** The MCP Gateway Registry, older and newer versions on all of their back ends. */
export const mcpGatewayRegistry: RegistryKind<McpGatewayRegistrySettings> = {
  ...traits,
  name: 'mcp-gateway-registry',
  answers: true,
  offline: () => ({
    description: 'the base catalogue',
    rights: { user: 'nobody', admin: true },
    own: ALL_ABILITIES,
  }),
  shadows,
  routeFault,
  form: foreignForm,
  callUrl: ({ url }, { type, path }) =>
    type === 'agent' || url === undefined ? undefined : `${url}${barePath(path)}/mcp`,
  checks: registryRows,
  open: async (settings, { fetch, token, clock, signal }) => {
    const { name, url, insecure, urlSetting, callSeconds } = settings;
    if (url === undefined) throw new SyncError('usage', 'missing-option', `The registry ${name} has no URL.`);
    const { createMcpGatewayRegistry } = await import('./registry.ts');
    return createMcpGatewayRegistry({
      url,
      fetch: fetch(url, { insecure }),
      clock,
      token: token({ ...settings, url }),
      signal,
      ...(urlSetting === undefined ? {} : { urlSetting }),
      ...(callSeconds === undefined ? {} : { seconds: callSeconds }),
    });
  },
};
