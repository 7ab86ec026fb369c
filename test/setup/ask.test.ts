import { expect, test } from 'vitest';
import { parseConfiguration } from '../../src/config/load.ts';
import { parseRemote } from '../../src/setup/surroundings.ts';
import { ACTION, filesBelow, folder, read, run, worldOf } from './world.ts';

/** A person who answers each question, by its first line; an empty line where there is no answer. */
const person = (answers: Readonly<Record<string, readonly string[]>>) => {
  const asked: string[] = [];
  const left = new Map(Object.entries(answers).map(([title, lines]) => [title, [...lines]]));
  return {
    asked,
    ask: async (question: string): Promise<string> => {
      asked.push(question);
      const title = question.split('\n').find((line) => left.has(line)) ?? '';
      return left.get(title)?.shift() ?? '';
    },
  };
};

const CALLER = { account: '111111111111', region: 'eu-west-1', organizationId: 'o-exampleorgid' };
const REMOTE = { repository: 'acme/catalogue', server: 'https://github.com', branch: 'main' };
const found = { remote: async () => REMOTE, caller: async () => CALLER, facts: async () => undefined };

const configurationIn = (root: string) => parseConfiguration('agentcore-sync.yaml', read(root, 'agentcore-sync.yaml'));

test('each question shows what it means, an example and its default; empty lines take the defaults', async () => {
  const root = folder();
  const { asked, ask } = person({ 'This action': [ACTION], 'Who reviews': ['@acme/platform'] });
  const { exitCode } = await run({}, worldOf(root, { ...found, ask }));
  expect(exitCode).toBe(0);
  expect(asked.map((question) => question.trim().split('\n')[0])).toEqual([
    'This action',
    'Repository of the catalogue',
    'Mark',
    'AWS accounts to scan',
    'Regions to scan',
    'Where to',
    'Hub role',
    'Who reviews',
  ]);
  for (const question of asked) expect(question).toMatch(/^\n.+\n {2}.+\n {2}For example: .+\n\[.+\] > $/);
  const { configuration, problems } = configurationIn(root);
  expect(problems).toEqual([]);
  expect(configuration).toMatchObject({
    owner: 'catalogue-3f9a1c',
    aws: { accounts: ['111111111111'], regions: ['eu-west-1'] },
  });
  expect(configuration.aws?.hubRole).toBeUndefined();
  expect(configuration.registry).toBeUndefined();
  expect(read(root, '.github/CODEOWNERS')).toContain('@acme/platform');
  expect(read(root, 'iam/cloudformation/account.parameters.json')).toContain('repo:acme/catalogue:environment:');
});

test('GitHub is not asked about a repository of another server', async () => {
  const root = folder();
  const asked: string[] = [];
  const { setup } = await run(
    { action: ACTION },
    worldOf(root, {
      remote: async () => ({ repository: 'acme/catalogue', server: 'https://git.example.com' }),
      facts: async (repository) => {
        asked.push(repository);
        return undefined;
      },
    }),
  );
  expect(asked).toEqual([]);
  expect(setup.steps.map(({ title }) => title)).toContain('GitHub Enterprise Server');
});

test('an organization is asked for its hub, whose role lists it; the id comes from AWS', async () => {
  const root = folder();
  const { asked, ask } = person({
    'This action': [ACTION],
    'AWS accounts to scan': ['organization ou-ab12-11111111'],
    'Regions to scan': ['all'],
    'Where to': ['https://registry.example.com'],
  });
  await run({}, worldOf(root, { ...found, ask }));
  expect(asked.find((question) => question.includes('\nHub role\n'))).toContain(
    '[arn:aws:iam::111111111111:role/AgentCoreSyncHub] > ',
  );
  expect(configurationIn(root).configuration).toMatchObject({
    aws: {
      organization: { units: ['ou-ab12-11111111'] },
      regions: 'all',
      hubRole: 'arn:aws:iam::111111111111:role/AgentCoreSyncHub',
    },
    registry: { url: 'https://registry.example.com' },
  });
  expect(read(root, 'iam/cloudformation/hub.parameters.json')).toContain('"o-exampleorgid"');
});

test('what has not its form is asked again, with what was wrong', async () => {
  const root = folder();
  const { asked, ask } = person({
    'This action': ['acme/agentcore-sync@v1', ACTION],
    'AWS accounts to scan': ['12345', 'organization 12345', '111111111111 222222222222'],
    'Where to': ['http://registry.example.com', 'https://a.example https://b.example', 'none'],
  });
  await run({}, worldOf(root, { ...found, ask }));
  const complaints = asked.flatMap(
    (question) => /^\n(Not of that form: .*|One URL is enough\.)\n/.exec(question)?.[1] ?? [],
  );
  expect(complaints).toEqual([
    'Not of that form: acme/agentcore-sync@v1.',
    'Not of that form: 12345.',
    'Not of that form: 12345.',
    'Not of that form: http://registry.example.com.',
    'One URL is enough.',
  ]);
});

test.each([
  ['static', ['site']],
  ['static https://registry.example.com', ['production', 'site']],
])('a registry that is answered with %s is a site of files', async (answer, registries) => {
  const root = folder();
  const { ask } = person({ 'This action': [ACTION], 'Where to': [answer] });
  await run({}, worldOf(root, { ...found, ask }));
  const { configuration, problems } = configurationIn(root);
  expect(problems).toEqual([]);
  expect(Object.keys(configuration.registries ?? {})).toEqual(registries);
  expect(configuration.registries?.['site']).toMatchObject({ type: 'static', namespace: 'io.github.acme' });
  expect(filesBelow(root)).toEqual(
    expect.arrayContaining(['.github/workflows/apply.yml', '.github/workflows/publish.yml']),
  );
});

test('what has no default is asked until it is answered', async () => {
  const root = folder();
  const { asked, ask } = person({ 'This action': [ACTION], 'AWS accounts to scan': ['', '111111111111'] });
  const nobody = { remote: async () => undefined, caller: async () => ({}), facts: async () => undefined };
  await expect(run({ repository: 'acme/catalogue' }, worldOf(root, { ...nobody, ask }))).resolves.toMatchObject({
    exitCode: 0,
  });
  expect(asked.filter((question) => question.startsWith('\nThis one is needed.'))).toHaveLength(1);
});

test('without this action neither repository nor hub nor reviewers are asked for', async () => {
  const root = folder();
  const { asked, ask } = person({});
  await run({}, worldOf(root, { ...found, ask }));
  expect(asked.map((question) => question.trim().split('\n')[0])).toEqual([
    'This action',
    'Mark',
    'AWS accounts to scan',
    'Regions to scan',
    'Where to',
  ]);
  expect(filesBelow(root)).not.toContain('.github/workflows/scan.yml');
});

test('a Region of the shell is offered, not taken for an answer', async () => {
  const root = folder();
  const { asked, ask } = person({ 'Regions to scan': ['us-east-1 eu-west-1'] });
  await run({}, worldOf(root, { ...found, ask }));
  expect(asked.some((question) => question.includes('\nRegions to scan\n'))).toBe(true);
  expect(configurationIn(root).configuration.aws?.regions).toEqual(['us-east-1', 'eu-west-1']);
});

test.each([
  ['git@github.com:acme/catalogue.git', 'acme/catalogue', 'https://github.com'],
  ['https://github.com/acme/catalogue', 'acme/catalogue', 'https://github.com'],
  ['https://x-access-token:secret@github.com/acme/catalogue.git', 'acme/catalogue', 'https://github.com'],
  ['ssh://git@ssh.github.com:443/acme/catalogue.git', 'acme/catalogue', 'https://github.com'],
  ['ssh://git@git.example.com/acme/catalogue.git/', 'acme/catalogue', 'https://git.example.com'],
  ['work:acme/catalogue.git', 'acme/catalogue', undefined],
  ['/srv/git/catalogue.git', undefined, undefined],
  ['https://git.example.com/group/sub/catalogue.git', undefined, undefined],
  ['', undefined, undefined],
])('a remote %s names %s on %s', (address, repository, server) => {
  const remote = parseRemote(address);
  expect([remote?.repository, remote?.server]).toEqual([repository, server]);
  expect(JSON.stringify(remote ?? {})).not.toContain('secret');
});
