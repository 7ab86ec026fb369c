/** What others do to a stack, its change sets and the live gateway between the moments of a deploy. */
import { expect, test } from 'vitest';
import { contentsOf } from '../../sandbox/world.ts';
import type { Invocation } from '../../src/commands/run.ts';
import { type Bench, RETAIL } from './cli.ts';
import { DEFINITION, FILE, gateways, namesIn, SECOND, startDeploy, told } from './deploying.ts';

const stackOf = ({ aws }: Bench) => {
  const stack = [...aws.cloud.stacks.values()].find(({ name }) => name === 'agentcore-sync-orders');
  if (stack === undefined) throw new Error('there is a stack');
  return stack;
};

const liveIn = ({ aws }: Bench) => contentsOf(aws.world, { account: RETAIL, region: 'us-east-1' });

const calls = ({ aws }: Bench, name: string): number => aws.requests.filter(({ call }) => call === name).length;

/** A person who does something before answering yes. */
const agreeing = (before: () => void): Partial<Invocation> => ({
  terminal: {
    width: 120,
    colour: false,
    live: true,
    write: () => undefined,
    log: () => undefined,
    ask: async () => {
      before();
      return 'yes';
    },
  },
});

const startDeployed = async (): Promise<Bench> => {
  const bench = await startDeploy();
  await gateways(bench, ['deploy'], { given: { yes: true } });
  bench.write(FILE, DEFINITION(SECOND));
  return bench;
};

test.each([
  ['ROLLBACK_COMPLETE', 'delete-stack'],
  ['ROLLBACK_FAILED', 'delete-stack'],
  ['CREATE_FAILED', 'delete-stack'],
  ['DELETE_FAILED', 'delete-stack'],
  ['UPDATE_ROLLBACK_FAILED', 'continue-update-rollback'],
  ['IMPORT_ROLLBACK_FAILED', 'continue-update-rollback'],
])(
  'a stack that is %s takes no change: the command that mends it is told, and nothing is asked of it',
  async (status, mending) => {
    const bench = await startDeployed();
    stackOf(bench).status = status;
    const before = calls(bench, 'CreateChangeSet');
    const { exitCode, problems } = await gateways(bench, ['deploy'], { given: { yes: true } });
    expect(exitCode).toBe(1);
    expect(problems[0]?.text).toContain(`The stack agentcore-sync-orders is ${status}`);
    expect(problems[0]?.hint).toContain(
      `aws cloudformation ${mending} --stack-name agentcore-sync-orders --region us-east-1, then deploy again.`,
    );
    expect(calls(bench, 'CreateChangeSet')).toBe(before);
  },
);

test('a stack that is being deleted is waited for, and made anew', async () => {
  const bench = await startDeployed();
  stackOf(bench).status = 'DELETE_IN_PROGRESS';
  liveIn(bench).gateways = liveIn(bench).gateways.filter(({ name }) => name !== 'orders');
  const deployed = await gateways(bench, ['deploy'], { given: { yes: true } });
  expect(told(deployed)).toBe('');
  expect(namesIn(bench)).toContain('orders');
  expect(stackOf(bench).status).toBe('CREATE_COMPLETE');
});

test('a stack that was only reviewed so far is created', async () => {
  const bench = await startDeploy();
  await gateways(bench, ['plan']);
  expect(stackOf(bench).status).toBe('REVIEW_IN_PROGRESS');
  expect(told(await gateways(bench, ['deploy'], { given: { yes: true } }))).toBe('');
});

test.each([
  [
    'overtaken by a change of the stack',
    (bench: Bench) => {
      for (const one of stackOf(bench).changeSets.values()) one.obsolete = true;
    },
  ],
  ['deleted, or expired', (bench: Bench) => stackOf(bench).changeSets.clear()],
])('a change set that was %s is made anew, and is not the one that was approved', async (_, disturb) => {
  const bench = await startDeployed();
  await gateways(bench, ['plan'], { given: { out: 'plan.json' } });
  disturb(bench);
  const refused = await gateways(bench, ['deploy'], { given: { expect: 'plan.json' } });
  expect(refused.exitCode).toBe(1);
  expect(told(refused)).toBe('Deploying gateway orders: its change set is another one. Nothing of it was changed.');
  expect(calls(bench, 'ExecuteChangeSet')).toBe(1);
  await gateways(bench, ['plan'], { given: { out: 'plan.json' } });
  expect(told(await gateways(bench, ['deploy'], { given: { expect: 'plan.json' } }))).toBe('');
});

test('a gateway that is changed while somebody is asked is not deployed', async () => {
  const bench = await startDeployed();
  const live = liveIn(bench).gateways.find(({ name }) => name === 'orders');
  if (live === undefined) throw new Error('it was deployed');
  const refused = await gateways(
    bench,
    ['deploy'],
    agreeing(() => {
      live.description = 'By hand';
    }),
  );
  expect(told(refused)).toBe(
    'Deploying gateway orders: somebody changed the live gateway since. Nothing of it was changed.',
  );
  expect(calls(bench, 'ExecuteChangeSet')).toBe(1);
});

test('a change set that is overtaken while somebody is asked is not executed, and what to do is told', async () => {
  const bench = await startDeployed();
  const gone = await gateways(
    bench,
    ['deploy'],
    agreeing(() => stackOf(bench).changeSets.clear()),
  );
  expect(told(gone)).toContain("can't be executed any more: somebody executed another one of the stack");
  expect(gone.problems[0]?.hint).toBe('Run agentcore-sync gateways plan again, and have it approved.');
  const overtaken = await gateways(
    bench,
    ['deploy'],
    agreeing(() => {
      for (const one of stackOf(bench).changeSets.values()) one.obsolete = true;
    }),
  );
  expect(told(overtaken)).toContain("can't be executed any more");
});

test('a change set that CloudFormation does not make says why, and leaves nothing in the way of the next', async () => {
  const bench = await startDeployed();
  bench.aws.cloud.failing.set('agentcore-sync-orders', 'Resource handler returned message: Quota');
  const failed = await gateways(bench, ['deploy'], { given: { yes: true } });
  expect(told(failed)).toContain('FAILED: Resource handler returned message: Quota');
  expect(stackOf(bench).changeSets.size).toBe(0);
  bench.aws.cloud.failing.clear();
  expect(told(await gateways(bench, ['deploy'], { given: { yes: true } }))).toBe('');
});

test('more events than one page holds are all told, the failure among them', async () => {
  const bench = await startDeployed();
  const many = Array.from({ length: 70 }, (_, at) => SECOND.replace('name: prices', `name: prices-${at}`));
  bench.write(FILE, DEFINITION(...many));
  bench.aws.cloud.steps = 1000;
  const lines: string[] = [];
  const write = (text: string): void => {
    lines.push(text);
  };
  const terminal = { width: 120, colour: false, live: false, write, log: () => undefined };
  expect(told(await gateways(bench, ['deploy'], { given: { yes: true }, terminal }))).toBe('');
  expect(lines.filter((line) => /prices-?\d+.*CREATE_COMPLETE/i.test(line))).toHaveLength(70);
});

test.each([
  ['ListGateways', 'bedrock-agentcore:ListGateways'],
  ['GetGateway', 'bedrock-agentcore:GetGateway'],
  ['ListGatewayTargets', 'bedrock-agentcore:ListGatewayTargets'],
  ['GetGatewayTarget', 'bedrock-agentcore:GetGatewayTarget'],
  ['DescribeStacks', 'cloudformation:DescribeStacks'],
  ['GetTemplate', 'cloudformation:GetTemplate'],
  ['CreateChangeSet', 'cloudformation:CreateChangeSet'],
  ['DescribeChangeSet', 'cloudformation:DescribeChangeSet'],
  ['DescribeStackEvents', 'cloudformation:DescribeStackEvents'],
  ['ExecuteChangeSet', 'cloudformation:ExecuteChangeSet'],
])(
  'a role that may not %s is told which permission it lacks, in which account and Region, and where the template is',
  async (call, action) => {
    const bench = await startDeployed();
    bench.aws.setFaults([{ call, effect: 'deny' }]);
    const { exitCode, problems } = await gateways(bench, ['deploy'], { given: { yes: true } });
    expect(exitCode).toBe(1);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.subject).toBe('gateway orders');
    expect(problems[0]?.text).toMatch(new RegExp(`${call}.* in ${RETAIL} us-east-1: .*${action}`));
    expect(problems[0]?.hint).toContain('templates/gateways/account.yaml');
    bench.aws.setFaults([]);
    expect(told(await gateways(bench, ['deploy'], { given: { yes: true } }))).toBe('');
  },
);

test('what can not be followed any more goes on, and the next run waits for it', async () => {
  const bench = await startDeployed();
  bench.aws.setFaults([{ call: 'DescribeStackEvents', nth: 3, effect: 'deny' }]);
  const cut = await gateways(bench, ['deploy'], { given: { yes: true } });
  expect(told(cut)).toContain('Its change set was executed, and CloudFormation goes on with it by itself.');
  expect(cut.problems[0]?.hint).toContain('Run the command again: it waits');
  const again = await gateways(bench, ['deploy'], { given: { yes: true } });
  expect(told(again)).toBe('');
  expect(again.text).toContain('orders');
});
