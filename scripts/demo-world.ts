import { confirmRoleFor, gateway, jwt, roleFor, runtime, target } from '../sandbox/resources.ts';
import { contentsOf, type World, world } from '../sandbox/world.ts';

export const TOOLING = '999999999999';
export const RETAIL = '111111111111';
export const LOGISTICS = '222222222222';

/** Two accounts in two Regions, as a small company has them. Some of their gateways take tokens of one issuer. */
export const demoWorld = (discoveryUrl: string): World =>
  world({
    accounts: {
      [TOOLING]: { name: 'tooling' },
      [RETAIL]: {
        name: 'retail',
        roles: { AgentCoreSync: roleFor(TOOLING), AgentCoreConfirm: confirmRoleFor(TOOLING) },
        regions: {
          'us-east-1': {
            gateways: [
              gateway({
                name: 'pricing-tools',
                description: 'Price lookups',
                authorizer: jwt(discoveryUrl, { allowedClients: ['retail'] }),
                targets: [
                  target({ name: 'orders' }),
                  target({ name: 'catalog', endpoint: 'https://catalog.example.com/mcp' }),
                ],
              }),
              gateway({ name: 'returns', description: 'Returns and refunds', authorizer: { type: 'NONE' } }),
            ],
            runtimes: [
              runtime({
                name: 'stock_lookup',
                description: 'Stock by store',
                environmentVariables: { DB_PASSWORD: 'not for your eyes' },
              }),
              runtime({ name: 'shopping_agent', description: 'Helps customers choose', serverProtocol: 'A2A' }),
            ],
          },
          'eu-west-1': {
            gateways: [
              gateway({ name: 'pricing-tools', description: 'Price lookups, Europe', authorizer: jwt(discoveryUrl) }),
            ],
          },
        },
      },
      [LOGISTICS]: {
        name: 'logistics',
        roles: { AgentCoreSync: roleFor(TOOLING), AgentCoreConfirm: confirmRoleFor(TOOLING) },
        regions: {
          'us-east-1': {
            gateways: [gateway({ name: 'routing', description: 'Routes and carriers', authorizer: jwt(discoveryUrl) })],
          },
          'eu-west-1': {
            runtimes: [runtime({ name: 'customs_agent', description: 'Customs papers', serverProtocol: 'HTTP' })],
          },
        },
      },
    },
  });

/** What happens in a week: a gateway changes, one is replaced, a runtime vanishes. */
export const aWeekLater = (of: World): void => {
  const retail = contentsOf(of, { account: RETAIL, region: 'us-east-1' });
  for (const changed of retail.gateways) {
    if (changed.name === 'pricing-tools') changed.description = 'Price lookups and promotions';
  }
  retail.gateways = retail.gateways.map((old) =>
    old.name === 'returns'
      ? gateway({ name: 'returns', description: 'Returns and refunds', authorizer: { type: 'NONE' }, salt: 'second' })
      : old,
  );
  retail.runtimes = retail.runtimes.filter((old) => old.name !== 'stock_lookup');
};
