import { expect, test } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { standingFacts } from '../../src/report/standing.ts';

const unbounded = (id: string): Problem => ({
  rule: 'discovery-cleartext',
  severity: 'warning',
  place: { file: `servers/111111111111/us-east-1/gateways/${id}.yaml`, line: 11, column: 5 },
  subject: `arn:aws:bedrock-agentcore:us-east-1:111111111111:gateway/${id}`,
  text: 'Every token of the issuer is let in.',
  standing: true,
});

test('what is known of one thing names it', () => {
  expect(standingFacts([unbounded('orders-a1b2c3d4e5')])).toEqual([
    {
      text: '1 × discovery-cleartext: servers/111111111111/us-east-1/gateways/orders-a1b2c3d4e5.yaml',
      remedy: '--full shows it',
    },
  ]);
});

test('what is known of several is counted', () => {
  expect(standingFacts([unbounded('orders-a1b2c3d4e5'), unbounded('prices-a1b2c3d4e5')])).toEqual([
    { text: '2 × discovery-cleartext', remedy: '--full shows them' },
  ]);
});

test('a sentence that names what it is about stands alone', () => {
  const { place: _place, ...problem } = unbounded('orders-a1b2c3d4e5');
  const said = { ...problem, subject: '/orders/', text: '/orders/ lets every token in.' };
  expect(standingFacts([said])).toEqual([{ text: '/orders/ lets every token in.' }]);
});
