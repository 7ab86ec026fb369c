/** A catalogue that is no repository's root: a review from inside its folder sees what one from the root sees. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCommand } from '../../src/commands/run.ts';

const repository = (): {
  readonly root: string;
  readonly commit: (files: Readonly<Record<string, string>>) => void;
} => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'subdirectory-')));
  const before = process.cwd();
  onTestFinished(() => {
    process.chdir(before);
    rmSync(root, { recursive: true });
  });
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], {
      stdio: 'ignore',
    });
  git('init', '--quiet');
  return {
    root,
    commit: (files) => {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, file)), { recursive: true });
        writeFileSync(join(root, file), text);
      }
      git('add', '--all');
      git('commit', '--quiet', '--message', 'a');
    },
  };
};

const validate = async (folder: string, given: Record<string, string>): Promise<readonly string[]> => {
  process.chdir(folder);
  const { problems } = await runCommand({
    command: 'validate',
    given: { against: 'HEAD~1', ...given },
    spelling: (name) => name,
    problems: [],
    environment: {},
    signal: new AbortController().signal,
    terminal: { width: 100, colour: false, live: false, write: () => undefined, log: () => undefined },
    mask: () => undefined,
    actions: false,
    operands: [],
  });
  return problems.map(({ rule, severity }) => `${severity} ${rule}`);
};

const server = (path: string) =>
  `kind: server\nregistration: { path: ${path}, name: A, url: "https://a.example.com/mcp" }\n`;

test('changed settings and paths are told alike', async () => {
  const { root, commit } = repository();
  commit({ 'cat/agentcore-sync.yaml': 'owner: platform\n', 'cat/servers/manual/a.yaml': server('/a/') });
  commit({
    'cat/agentcore-sync.yaml': 'owner: platform\naws: { accounts: ["111111111111"] }\n',
    'cat/servers/manual/b.yaml': server('/a/b/'),
  });
  const given = { config: 'cat/agentcore-sync.yaml', directory: './cat/servers/' };
  const fromRoot = await validate(root, given);
  expect(fromRoot).toContain('warning settings-changed');
  expect(fromRoot).toContain('error path-shadowed');
  expect(await validate(join(root, 'cat'), {})).toEqual(fromRoot);
  expect(await validate(join(root, 'cat'), { config: join(root, 'cat/agentcore-sync.yaml') })).toEqual(fromRoot);
  expect(await validate(root, { ...given, config: 'cat/other.yaml' })).toEqual(['error configuration-unreadable']);
});
