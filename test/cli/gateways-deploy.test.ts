import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentsOf } from '../../sandbox/world.ts';
import type { Invocation } from '../../src/commands/run.ts';
import { FOLDER, signed } from '../gateways/definitions.ts';
import { RETAIL } from './cli.ts';
import { DEFINITION, FILE, gateways, namesIn, SECOND, startDeploy, told } from './deploying.ts';

test('plan tells what would be made, and makes nothing; deploy makes exactly that, and a second plan is empty', async () => {
  const bench = await startDeploy();
  const plan = await gateways(bench, ['plan'], { given: { out: 'plan.json' } });
  expect(told(plan)).toBe('');
  expect(plan.exitCode).toBe(0);
  expect(plan.text).toContain('gateway orders  111111111111 us-east-1  new stack\n');
  expect(plan.text).toContain('  + gateway orders\n');
  expect(plan.text).toContain('  + target orders\n');
  expect(plan.text).toContain('Plan: 1 stack to deploy.');
  expect(namesIn(bench)).not.toContain('orders');

  const lines: string[] = [];
  const deployed = await gateways(bench, ['deploy'], {
    given: { expect: 'plan.json' },
    terminal: { width: 120, colour: false, live: false, write: (text) => lines.push(text), log: () => undefined },
  });
  expect(told(deployed)).toBe('');
  expect(lines.join('')).toContain('orders  Gateway  CREATE_COMPLETE\n');
  expect(deployed.text).toContain('deployed gateway orders\n  Endpoint: https://orders-');
  expect(deployed.text).toContain('issuers:\n  - issuer: "https://cognito-idp.us-east-1.amazonaws.com/');
  expect(deployed.text).toContain('secret: cognito, for: ["111111111111/orders/"] }');
  expect(deployed.markdown).toContain('### deployed gateway orders (8)');
  expect(deployed.markdown).toContain('secret&#58; cognito, for&#58; &#91;"111111111111/orders/"&#93;');
  expect(namesIn(bench)).toContain('orders');

  const again = await gateways(bench, ['plan']);
  expect(again.text).toContain('nothing to do\n\nPlan: nothing to deploy.');
  expect(told(again)).toBe('');
  for (const { account, call, caller } of bench.aws.requests.filter(({ service }) => service === 'cloudformation')) {
    expect(`${call} ${account} ${caller}`).toContain(`${RETAIL}:assumed-role/AgentCoreDeploy`);
  }
});

test('what changed since the approval is not deployed: the definition, the live gateway, another change set', async () => {
  const bench = await startDeploy();
  await gateways(bench, ['deploy'], { given: { yes: true } });
  bench.write(FILE, DEFINITION(SECOND));
  await gateways(bench, ['plan'], { given: { out: 'plan.json' } });

  bench.write(FILE, DEFINITION(SECOND.replace('prices.example', 'evil.example')));
  expect(told(await gateways(bench, ['deploy'], { given: { expect: 'plan.json' } }))).toContain(
    'its template is another one. Nothing of it was changed.',
  );
  bench.write(FILE, DEFINITION(SECOND));
  const { gateways: live } = contentsOf(bench.aws.world, { account: RETAIL, region: 'us-east-1' });
  const orders = live.find(({ name }) => name === 'orders');
  if (orders === undefined) throw new Error('it was deployed');
  orders.description = 'By hand';
  expect(told(await gateways(bench, ['deploy'], { given: { expect: 'plan.json' } }))).toContain(
    'somebody changed the live gateway since',
  );
  orders.description = 'Orders';
  expect(told(await gateways(bench, ['deploy'], { given: { expect: 'plan.json' } }))).toBe('');
  expect(live.length).toBe(2);
});

test('nobody is here to be asked: deploy wants the plan; on a terminal it asks, and no means nothing', async () => {
  const bench = await startDeploy();
  const alone = await gateways(bench, ['deploy']);
  expect(alone.exitCode).toBe(1);
  expect(told(alone)).toContain('nobody is here to be asked');
  const asked: string[] = [];
  const answering = (answer: string): Partial<Invocation> => ({
    terminal: {
      width: 120,
      colour: false,
      live: true,
      write: () => undefined,
      log: () => undefined,
      ask: async (question) => {
        asked.push(question);
        return answer;
      },
    },
  });
  const refused = await gateways(bench, ['deploy'], answering('n'));
  expect(refused.exitCode).toBe(1);
  expect(asked[0]).toContain('  + gateway orders\n');
  expect(asked[0]).toContain('Deploy? [y/N] ');
  expect(namesIn(bench)).not.toContain('orders');
  expect((await gateways(bench, ['deploy'], answering('y'))).exitCode).toBe(0);
  expect(namesIn(bench)).toContain('orders');
});

test('a removal needs to be allowed', async () => {
  const bench = await startDeploy();
  bench.write(FILE, DEFINITION(SECOND));
  await gateways(bench, ['deploy'], { given: { yes: true } });
  bench.write(FILE, DEFINITION());
  const plan = await gateways(bench, ['plan']);
  expect(plan.exitCode).toBe(0);
  expect(plan.text).toContain('  - target prices\n');
  expect(plan.problems.map(({ severity, text }) => `${severity} ${text}`)).toEqual([
    'warning The change set removes target prices.',
  ]);
  expect((await gateways(bench, ['deploy'], { given: { yes: true } })).exitCode).toBe(1);
  expect((await gateways(bench, ['deploy'], { given: { yes: true, allowDeletes: true } })).exitCode).toBe(0);
});

test('a failure in the middle is rolled back, told with its cause, and can be deployed again', async () => {
  const bench = await startDeploy();
  await gateways(bench, ['deploy'], { given: { yes: true } });
  bench.write(FILE, DEFINITION(SECOND));
  bench.aws.cloud.failing.set('TargetPrices', 'The endpoint does not answer');
  const failed = await gateways(bench, ['deploy'], { given: { yes: true } });
  expect(failed.exitCode).toBe(1);
  expect(told(failed)).toContain('the stack is UPDATE_ROLLBACK_COMPLETE, and all is as it was before');
  expect(told(failed)).toContain('TargetPrices: The endpoint does not answer');
  bench.aws.cloud.failing.clear();
  expect(told(await gateways(bench, ['deploy'], { given: { yes: true } }))).toBe('');
});

test('a first deploy that failed leaves a stack that says what to do', async () => {
  const bench = await startDeploy();
  bench.aws.cloud.failing.set('Gateway', 'Quota');
  expect(told(await gateways(bench, ['deploy'], { given: { yes: true } }))).toContain('the stack is ROLLBACK_COMPLETE');
  const after = await gateways(bench, ['plan']);
  expect(told(after)).toContain('The stack agentcore-sync-orders is ROLLBACK_COMPLETE');
  expect(after.problems[0]?.hint).toContain('aws cloudformation delete-stack --stack-name agentcore-sync-orders');
});

test('a foreign stack of the same name, and a gateway that no stack holds, are not touched', async () => {
  const bench = await startDeploy();
  await gateways(bench, ['deploy'], { given: { yes: true } });
  for (const stack of bench.aws.cloud.stacks.values()) stack.tags = new Map([['agentcore-sync:owner', 'another']]);
  bench.write(FILE, DEFINITION(SECOND));
  const foreign = await gateways(bench, ['deploy'], { given: { yes: true } });
  expect(told(foreign)).toContain('it is not ours, and nothing of it is touched');
  bench.write(`gateways/${FOLDER}/pricing.yaml`, signed().replace(/role: .*/, 'role: { type: made }'));
  const there = await gateways(bench, ['plan', 'pricing']);
  expect(told(there)).toContain('A gateway pricing is there in 111111111111 us-east-1, and no stack');
});

test('a policy that is no Cedar stops the gateway that brings it, and no other', async () => {
  const bench = await startDeploy();
  const guarded = signed('policies: { files: [all.cedar] }').replace(/role: .*/, 'role: { type: made }');
  bench.write(`gateways/${FOLDER}/guarded.yaml`, guarded);
  bench.write('gateways/policies/all.cedar', 'permit(principal, action, resource) when { true');
  const result = await gateways(bench, ['deploy'], { given: { yes: true } });
  expect(result.exitCode).toBe(1);
  expect(told(result)).toContain('This is no Cedar');
  expect(namesIn(bench)).toContain('orders');
  expect(namesIn(bench)).not.toContain('guarded');
});

test('a definition with errors is not deployed, and stops no other', async () => {
  const bench = await startDeploy();
  bench.write(`gateways/${FOLDER}/open.yaml`, signed().replace('AWS_IAM', 'NONE'));
  const result = await gateways(bench, ['deploy'], { given: { yes: true } });
  expect(result.exitCode).toBe(1);
  expect(told(result)).toContain('The gateway asks nobody who he is');
  expect(namesIn(bench)).toContain('orders');
  expect(namesIn(bench)).not.toContain('open');
});

test('an open gateway that was accepted by name is rendered and deployed; nothing else that is wrong with it is', async () => {
  const bench = await startDeploy();
  bench.write(
    `gateways/${FOLDER}/open.yaml`,
    signed()
      .replace('AWS_IAM', 'NONE')
      .replace(/role: .*/, 'role: { type: made }'),
  );
  bench.write(
    'agentcore-sync.yaml',
    `${bench.read('agentcore-sync.yaml')}accepted: [{ rule: definition-open, path: "gateways/**", reason: SEC-1 }]\n`,
  );
  expect((await gateways(bench, ['render', 'open'], { given: { out: 'out' } })).exitCode).toBe(0);
  const deployed = await gateways(bench, ['deploy', 'open'], { given: { yes: true } });
  expect(deployed.exitCode).toBe(0);
  expect(namesIn(bench)).toContain('open');
  bench.write(
    `gateways/${FOLDER}/other.yaml`,
    signed('webAcl: { arn: "arn:aws:wafv2:us-east-1:111111111111:regional/webacl/a/b" }'),
  );
  const unlisted = await gateways(bench, ['deploy', 'other'], { given: { yes: true } });
  expect(unlisted.exitCode).toBe(1);
  expect(namesIn(bench)).not.toContain('other');
});

test('CloudFormation that throttles is asked again', async () => {
  const bench = await startDeploy();
  bench.aws.setFaults([
    {
      service: 'cloudformation',
      call: 'DescribeStacks',
      times: 2,
      effect: { refuse: { status: 400, code: 'Throttling', message: 'Rate exceeded' } },
    },
  ]);
  expect(told(await gateways(bench, ['deploy'], { given: { yes: true } }))).toBe('');
  expect(namesIn(bench)).toContain('orders');
});

test('a definition that was renamed or removed leaves its stack: plan says so, touches nothing, and says nothing of others', async () => {
  const bench = await startDeploy();
  await gateways(bench, ['deploy'], { given: { yes: true } });
  bench.write(`gateways/${FOLDER}/stock.yaml`, DEFINITION());
  rmSync(join(bench.folder, FILE));
  const plan = await gateways(bench, ['plan']);
  expect(plan.exitCode).toBe(0);
  expect(plan.problems.map(({ rule, severity, text }) => `${severity} ${rule} ${text}`)).toEqual([
    `warning stack-left The stack agentcore-sync-orders in ${RETAIL} us-east-1 was made from ${FILE}, which is not there any more: its gateway goes on.`,
  ]);
  expect(plan.problems[0]?.hint).toContain('delete-stack --stack-name agentcore-sync-orders --region us-east-1');
  expect(namesIn(bench)).toContain('orders');
  rmSync(join(bench.folder, `gateways/${FOLDER}/stock.yaml`));
  expect(told(await gateways(bench, ['plan']))).toContain('agentcore-sync-orders');
  for (const stack of bench.aws.cloud.stacks.values()) stack.tags = new Map([['agentcore-sync:owner', 'another']]);
  expect(told(await gateways(bench, ['plan']))).toBe('');
  bench.aws.setFaults([{ call: 'ListStacks', effect: 'deny' }]);
  expect(told(await gateways(bench, ['plan']))).toMatch(/is not known: ListStacks in .*cloudformation:ListStacks/);
});
