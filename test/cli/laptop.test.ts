/** The configuration that jobs run with, used by a person: no job's token, no environment of a workflow. */
import { expect, test } from 'vitest';
import { confirmRoleFor, gateway, roleFor, roleForJob } from '../../sandbox/resources.ts';
import { type World, world } from '../../sandbox/world.ts';
import { CALLER, envelopeOf, expectCode, onlyRegistry, RETAIL, rulesOf, startBench } from './cli.ts';

const HUB = `arn:aws:iam::${CALLER}:role/Hub`;
const CONFIRM_HUB = `arn:aws:iam::${CALLER}:role/ConfirmHub`;
const SUB = 'repo:acme/catalogue:environment:agentcore-scan';

/** One account behind hubs; a person may assume that of the scan. */
const behindHubs = (): World =>
  world({
    accounts: {
      [CALLER]: {
        roles: { Hub: roleFor(CALLER), ConfirmHub: roleForJob(SUB) },
      },
      [RETAIL]: {
        roles: { AgentCoreSync: roleFor(HUB), AgentCoreConfirm: confirmRoleFor(CONFIRM_HUB) },
        regions: { 'us-east-1': { gateways: [gateway({ name: 'pricing', authorizer: { type: 'NONE' } })] } },
      },
    },
  });

const committed = (registryUrl: string): string =>
  [
    'owner: test-catalogue',
    'aws:',
    '  credentials: github-oidc',
    `  hubRole: ${HUB}`,
    `  confirm: { hubRole: "${CONFIRM_HUB}" }`,
    `  accounts: ["${RETAIL}"]`,
    '  regions: [us-east-1]',
    'registry:',
    `  url: ${registryUrl}`,
    '',
  ].join('\n');

test('scan and apply go through the hubs of the committed file with the credentials at hand', async () => {
  const bench = await startBench({ world: behindHubs() });
  bench.write('agentcore-sync.yaml', committed(bench.registry.url));
  const scanned = expectCode(await bench.step('scan'), 0);
  expect(scanned.stderr).toMatch(/notice credentials-stand-in\n.* this is no job of GitHub Actions/);
  expect(
    bench.aws.requests.filter(({ call }) => call === 'AssumeRole').map(({ parameters }) => parameters['RoleArn']),
  ).toEqual([HUB, `arn:aws:iam::${RETAIL}:role/AgentCoreSync`]);
  const applied = expectCode(await bench.step('apply --credentials default-chain --output json'), 0);
  expect(rulesOf(envelopeOf(applied))).not.toContain('credentials-stand-in');
  expect(onlyRegistry(envelopeOf(applied).result)).toMatchObject({ counts: { done: 1, failed: 0 } });
  expect(bench.aws.requests.some(({ call }) => call === 'AssumeRoleWithWebIdentity')).toBe(false);
});

test('a plan without changes says nothing of credentials that nobody needed', async () => {
  const bench = await startBench({ world: behindHubs() });
  bench.write('agentcore-sync.yaml', committed(bench.registry.url));
  await bench.step('scan');
  expect(expectCode(await bench.step('plan'), 0).stderr).toContain('notice credentials-stand-in');
  expectCode(await bench.step('apply'), 0);
  const quiet = expectCode(await bench.step('plan --exit-code'), 0);
  expect(quiet.stderr).toBe('');
});

test('in a job the same words are refused: the reviewed file asks for the token of the job', async () => {
  const bench = await startBench({ world: behindHubs() });
  bench.write('agentcore-sync.yaml', committed(bench.registry.url));
  const refused = await bench.step('scan --credentials ambient', { environment: { GITHUB_ACTIONS: 'true' } });
  expectCode(refused, 64);
  expect(refused.stderr.replaceAll(/\s+/g, ' ')).toContain(
    'a job takes none that are weaker than the reviewed file says',
  );
  expect(bench.aws.requests).toEqual([]);
});
