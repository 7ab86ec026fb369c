/** What AWS trusts is written at first sight apart from everything else; from then on a difference stands first. */
import { expect, test } from 'vitest';
import { target } from '../../sandbox/resources.ts';
import { contentsOf } from '../../sandbox/world.ts';
import { expectCode, LOGISTICS } from '../cli/cli.ts';
import { BRANCH, type Stage, startStage } from './request-stage.ts';

const SCAN = { command: 'scan' };
const ENGINE = 'arn:aws:bedrock-agentcore:us-east-1:222222222222:policy-engine/orders-1';

const routing = (stage: Stage) => {
  const [gateway] = contentsOf(stage.bench.aws.world, { account: LOGISTICS, region: 'us-east-1' }).gateways;
  if (gateway === undefined) throw new Error('The world has no gateway routing.');
  return gateway;
};
const policy = (mode: string) => ({ policyEngineConfiguration: { arn: ENGINE, mode } });
const openOf = (stage: Stage) =>
  [...stage.github.world.items.values()]
    .filter(({ state }) => state === 'open')
    .map(({ title, pull }) => [title, pull?.head]);

/** The texts of entries that a release wrote which did not look at security. */
const older = (stage: Stage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(stage.entries('main')).map(([file, text]) => [
      `servers/${file}`,
      text.replace(/^ {2}security:.*\n(?: {4,}.*\n)*/m, ''),
    ]),
  );

test('files of an earlier release get it in a pull request of its own, which brings nothing else', async () => {
  const stage = await startStage({ scanned: true });
  const today = stage.entries('main');
  stage.github.people.commit('main', older(stage));
  stage.checkout();
  routing(stage).description = 'Carriers';
  expectCode(await stage.step(SCAN), 0);
  expect(openOf(stage)).toEqual([
    ['Scan of Amazon Bedrock AgentCore', BRANCH],
    ['Format of files, nothing changed in AWS', `${BRANCH}-format`],
  ]);
  const format = stage.entries(`${BRANCH}-format`);
  expect(format).toEqual(today);
  const scan = stage.entries(BRANCH);
  expect(Object.values(scan).filter((text) => text.includes('security:'))).toEqual([]);
  expect(Object.values(scan).filter((text) => text.includes('Carriers'))).toHaveLength(1);
  expect(stage.body(2)).not.toContain('Security changed');

  stage.github.people.merge(2, 'squash');
  stage.checkout();
  expectCode(await stage.step(SCAN), 0);
  expect(openOf(stage)).toEqual([['Scan of Amazon Bedrock AgentCore', BRANCH]]);
  expect(stage.body(1)).not.toContain('Security changed');
  expect(stage.github.world.violations).toEqual([]);
});

test('a later difference is a section above all others', async () => {
  const stage = await startStage({ scanned: true });
  routing(stage).details = policy('ENFORCE');
  expectCode(await stage.step(SCAN), 0);
  stage.github.people.merge(1, 'squash');
  stage.checkout();
  routing(stage).details = { ...policy('LOG_ONLY'), exceptionLevel: 'DEBUG' };
  routing(stage).description = 'Carriers';
  expectCode(await stage.step(SCAN), 0);
  const body = stage.body(2);
  expect(body).toContain('Security changed');
  expect(body).toContain('policy engine | <code>ENFORCE</code> | <code>LOG&#95;ONLY</code>');
  expect(body).toContain('error details | <code>(none)</code> | <code>DEBUG</code>');
  const titles = [...body.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title);
  expect(titles[0]).toContain('Security changed');
  expect(stage.github.world.violations).toEqual([]);
});

test('what targets are read for later comes apart too, and a change of a gateway in the same scan is told', async () => {
  const stage = await startStage({ scanned: true });
  routing(stage).targets.push(target({ name: 'carriers' }));
  routing(stage).details = policy('ENFORCE');
  expectCode(await stage.step(SCAN), 0);
  stage.github.people.merge(1, 'squash');
  const settings = stage.bench.read('agentcore-sync.yaml');
  stage.github.people.commit('main', { 'agentcore-sync.yaml': `${settings}scan: { targets: all }\n` });
  stage.checkout();
  routing(stage).details = policy('LOG_ONLY');
  expectCode(await stage.step(SCAN), 0);
  expect(openOf(stage)).toEqual([
    ['Scan of Amazon Bedrock AgentCore', BRANCH],
    ['Format of files, nothing changed in AWS', `${BRANCH}-format`],
  ]);
  expect(stage.body(2)).toContain('policy engine | <code>ENFORCE</code> | <code>LOG&#95;ONLY</code>');
  expect(stage.body(2)).not.toContain('outbound');
  expect(stage.body(3)).not.toContain('Security changed');
  const format = Object.values(stage.entries(`${BRANCH}-format`)).join('\n');
  expect(format).toContain('    outbound:\n      - target: carriers\n        type: GATEWAY_IAM_ROLE\n');
  expect(format).not.toContain('LOG_ONLY');

  stage.github.people.merge(3, 'squash');
  stage.checkout();
  const [carriers] = routing(stage).targets.slice(-1);
  if (carriers) carriers.outbound = [];
  expectCode(await stage.step(SCAN), 0);
  expect(stage.body(2)).toContain('outbound authorization');
  expect(stage.body(2)).toContain('policy engine');
  expect(stage.github.world.violations).toEqual([]);
});
