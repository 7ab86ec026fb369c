import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { type Bench, expectCode, startBench } from '../cli/cli.ts';

/** Notes every file that a process loads as a module. */
const HOOK = (list: string): string => `
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) appendFileSync(${JSON.stringify(list)}, url + '\\n');
    return next(url, context);
  },
});
`;

/** Text of everything that a command loads. */
const loadedBy = async (bench: Bench, words: string): Promise<readonly string[]> => {
  const [hook, list] = [join(bench.folder, 'hook.mjs'), join(bench.folder, 'loaded')];
  writeFileSync(hook, HOOK(list));
  writeFileSync(list, '');
  expectCode(await bench.run(words, { environment: { NODE_OPTIONS: `--import ${pathToFileURL(hook)}` } }), 0);
  return readFileSync(list, 'utf8')
    .split('\n')
    .filter((url) => url !== '')
    .map((url) => readFileSync(new URL(url), 'utf8'));
};

/** A word that every AWS client of its kind holds. */
const CLIENTS = {
  agentcore: 'ListAgentRuntimesRequest',
  organizations: 'DescribeOrganization',
  github: 'https://api.github.com',
};

const clientsIn = (texts: readonly string[]): string[] =>
  Object.entries(CLIENTS)
    .filter(([, word]) => texts.some((text) => text.includes(word)))
    .map(([client]) => client);

test('a command loads what it needs and nothing else', async () => {
  const bench = await startBench();
  expect(clientsIn(await loadedBy(bench, 'scan'))).toContain('agentcore');
  for (const words of ['validate', 'show /pricing/', '--help', 'plan --help']) {
    expect({ words, clients: clientsIn(await loadedBy(bench, words)) }).toEqual({ words, clients: [] });
  }
});
