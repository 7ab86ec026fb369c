import { afterEach, expect, test } from 'vitest';
import { type Github, startGithub } from '../../sandbox/github/server.ts';
import { openFileHistory } from '../../src/forge/github/file-history.ts';
import { hadTogether } from '../../src/running/history.ts';
import { contract, openOn } from '../forge/github/support.ts';

let github: Github;
afterEach(async () => {
  await github.stop();
  expect(github.world.violations).toEqual([]);
});

const entry = (path: string, more = ''): string => `kind: server\nregistration:\n  path: ${path}\n${more}`;
const FILE = 'manual/a.yaml';

test('a file and a path belong together when some version of the default branch had them so', async () => {
  github = await startGithub({ repository: 'acme/catalogue', contract, files: { 'README.md': 'x' } });
  const { people } = github;
  people.commit('main', { [`cat/servers/${FILE}`]: entry('/first/') });
  people.commit('main', { [`cat/servers/${FILE}`]: entry('/second/', '  endpoints: { prod: { path: /prod/ } }\n') });
  people.commit('main', {
    'cat/servers/manual/b.json': '{ "server_name": "b", "path": "third", "proxy_pass_url": "x" }',
  });
  people.commit('main', { 'cat/servers/manual/broken.yaml': `${entry('/broken/')}: [` });
  people.commit('elsewhere', { [`cat/servers/${FILE}`]: entry('/elsewhere/') });
  people.commit('main', { [`cat/servers/${FILE}`]: null, 'cat/servers/manual/b.json': null });
  people.commit('main', { 'README.md': 'later' });
  const had = hadTogether({
    history: openFileHistory(openOn(github)),
    folder: 'cat/servers',
    tip: people.tip('main'),
  });
  const asked: readonly [string, string][] = [
    [FILE, '/second'],
    [FILE, '/prod'],
    [FILE, '/first'],
    ['manual/b.json', '/third'],
    [FILE, '/third'],
    [FILE, '/elsewhere'],
    ['manual/broken.yaml', '/broken'],
    ['manual/never.yaml', '/first'],
    ['../servers/manual/a.yaml', '/first'],
    [`${FILE}\n`, '/first'],
  ];
  const answers = await Promise.all(asked.map(([file, path]) => had(file, path)));
  expect(answers).toEqual([true, true, true, true, false, false, false, false, false, false]);
});

test('marks by the thousand cost no more than a bounded number of questions', async () => {
  github = await startGithub({ repository: 'acme/catalogue', contract });
  const calls: string[] = [];
  const commitsOf = async (path: string): Promise<readonly []> => {
    calls.push(path);
    return [];
  };
  const history = { ...openFileHistory(openOn(github)), commitsOf };
  const had = hadTogether({ history, folder: 'servers', tip: github.people.tip('main') });
  for (let index = 0; index < 1000; index += 1) await had(`manual/${index}.yaml`, '/a');
  expect(calls).toHaveLength(500);
});
