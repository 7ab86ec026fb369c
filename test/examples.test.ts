import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './cli/cli.ts';
import { commandIn } from './cli/in-process.ts';

const EXAMPLES = join(import.meta.dirname, '../examples/gateways');

const copied = (): string => {
  const folder = temporaryFolder();
  cpSync(EXAMPLES, folder, { recursive: true });
  return folder;
};

const NAMES = readdirSync(join(EXAMPLES, 'gateways/111111111111/us-east-1'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length));

const gateways = (folder: string, operands: readonly string[], given = {}) =>
  commandIn({ folder, environment: {} }, { command: 'gateways', operands, given });

test('every example is understood, without a word', async () => {
  const { problems, text } = await gateways(copied(), ['check']);
  expect(problems.map((problem) => `${problem.place?.file} ${problem.text}`)).toEqual([]);
  expect(text).toBe(`${NAMES.length} definitions, no problems.\n`);
});

test('every example is rendered, the same twice, and the page tells of each', async () => {
  const folder = copied();
  const readme = readFileSync(join(EXAMPLES, 'README.md'), 'utf8');
  for (const name of NAMES) {
    expect(readme).toContain(`\`${name}.yaml\``);
    const [first, second] = [await gateways(folder, ['render', name]), await gateways(folder, ['render', name])];
    expect(first.exitCode).toBe(0);
    expect(first.text).toContain('Type: AWS::BedrockAgentCore::Gateway\n');
    expect(second.text).toBe(first.text);
  }
});

test('an example stops being understood where the configuration lists nothing', async () => {
  const folder = copied();
  const { problems } = await gateways(folder, ['check'], { config: 'none.yaml' });
  expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
});
