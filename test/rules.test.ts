/** Each rule that a file can break by itself: its bad example in the documentation breaks it, and its good one does not. */
import { expect, test } from 'vitest';
import { RULE_EXAMPLES, type RuleExample } from '../scripts/rule-examples.ts';
import { RULES } from '../src/model/rules.ts';
import { startBench } from './cli/cli.ts';
import { commandIn } from './cli/in-process.ts';

const rulesIn = async (
  { file, beside = {}, configuration = '' }: RuleExample,
  text: string,
): Promise<readonly string[]> => {
  const bench = await startBench();
  bench.write('agentcore-sync.yaml', `aws: { accounts: ["111111111111"] }\n${configuration}`);
  for (const [name, content] of Object.entries({ ...beside, ...(text === '' ? {} : { [file]: text }) }))
    bench.write(`servers/${name}`, content);
  const { problems } = await commandIn({ folder: bench.folder, environment: {} }, { command: 'validate' });
  return problems.map(({ rule }) => rule);
};

test.each(Object.entries(RULE_EXAMPLES))('%s', async (rule, example) => {
  expect(await rulesIn(example, example.bad)).toContain(rule);
  const good = await rulesIn(example, example.good);
  // What is right for one rule breaks no other, but those that are about more than the file.
  expect(
    good.filter((name) => !['issuer-unlisted', 'gateway-policy-absent', 'gateway-waf-absent'].includes(name)),
  ).toEqual([]);
});

test('rules on what whoever owns a resource wrote have an example, and where to read more is an https address', () => {
  for (const rule of Object.keys(RULE_EXAMPLES)) expect(RULES).toHaveProperty([rule]);
  for (const row of Object.values(RULES)) {
    if ('help' in row) expect(row.help).toMatch(/^https:\/\//);
    if ('owasp' in row) expect(row.owasp).toMatch(/^MCP(0[1-9]|10):2025$/);
  }
});
