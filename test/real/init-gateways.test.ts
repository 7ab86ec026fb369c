/** reload-tools.yml and gateways.yml as init writes them, run by act. */
import { expect, test } from 'vitest';
import { contentsOf } from '../../sandbox/world.ts';
import { RETAIL } from '../cli/cli.ts';
import { DEFINITION } from '../cli/deploying.ts';
import { TOOLS } from '../gateways/definitions.ts';
import { startCatalogue } from './init-stage.ts';

const LIMIT_MS = 240_000;

const startGateways = (environment: string, files: Readonly<Record<string, string>> = {}) =>
  startCatalogue({ flags: ['--with-gateways'], environment, files });

test(
  'reload-tools.yml has tools read again by the hub of deploys, and then starts verify.yml in a job that has no role',
  async () => {
    const { act, aws, github } = await startGateways('agentcore-deploy-plan');
    const log = await act('workflow_dispatch', 'reload-tools.yml', { inputs: { gateway: 'pricing' } });
    expect(log).toContain('gateway pricing');
    expect(log).toContain('catalog  READY');
    const asked = aws.requests.filter(({ call }) => call === 'SynchronizeGatewayTargets');
    expect(asked.map(({ caller }) => caller)).toEqual([expect.stringContaining('assumed-role/AgentCoreReloadTools')]);
    expect(github.world.runs.map(({ workflow }) => workflow)).toEqual(['verify.yml']);
    expect(github.world.violations).toEqual([]);

    // A server that does not answer is told, and nothing is compared with what was not read.
    const { gateways } = contentsOf(aws.world, { account: RETAIL, region: 'us-east-1' });
    const catalog = gateways[0]?.targets.find(({ name }) => name === 'catalog');
    if (catalog !== undefined) catalog.afterwards = 'SYNCHRONIZE_UNSUCCESSFUL';
    const again = act('workflow_dispatch', 'reload-tools.yml', { inputs: { gateway: 'pricing' } });
    await expect(again).rejects.toThrow('the target catalog is SYNCHRONIZE_UNSUCCESSFUL');
    expect(github.world.runs).toHaveLength(1);
  },
  LIMIT_MS,
);

test(
  'gateways.yml makes change sets, deploys exactly those after the approval, and brings the registration to a pull request',
  async () => {
    const place = `gateways/${RETAIL}/us-east-1`;
    const { act, aws, github } = await startGateways('agentcore-deploy', {
      [`${place}/orders.yaml`]: DEFINITION(),
      [`${place}/tools.json`]: TOOLS,
    });
    const log = await act('workflow_dispatch', 'gateways.yml', { inputs: {} });
    expect(log).toContain('Plan: 1 stack to deploy.');
    expect(log).toContain('deployed gateway orders');
    const { gateways } = contentsOf(aws.world, { account: RETAIL, region: 'us-east-1' });
    expect(gateways.map(({ name }) => name)).toContain('orders');
    const executed = aws.requests.filter(({ call }) => call === 'ExecuteChangeSet');
    expect(executed.map(({ caller }) => caller)).toEqual([expect.stringContaining('assumed-role/AgentCoreDeploy/')]);
    const opened = [...github.world.items.values()].map(({ title }) => title);
    expect(opened.length).toBeGreaterThan(0);
    expect(github.world.violations).toEqual([]);
  },
  LIMIT_MS,
);
