/**
 * The main job on loopback services: scan, validate, plan, apply; then a week later once more. Runs the committed bundle.
 * With --keep the services stay up until Ctrl-C.
 */
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startAws } from '../sandbox/aws/server.ts';
import { startRegistry } from '../sandbox/registry/registry.ts';
import { aWeekLater, demoWorld, LOGISTICS, RETAIL, TOOLING } from './demo-world.ts';

const CLI = resolve('dist/cli.js');
const colour = process.stdout.isTTY || process.env['FORCE_COLOR'] === '1';
const paint = (code: number, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const title = (text: string): void => say(`\n${paint(1, text)}`);
const prompt = (text: string): void => say(`\n${paint(36, '$')} ${paint(1, text)}`);

const aws = await startAws(demoWorld(), { caller: { account: TOOLING } });
const registry = await startRegistry({ version: 'newer' });
const folder = mkdtempSync(join(tmpdir(), 'agentcore-sync-'));
const token = join(folder, '.token');

const { AWS_REGION: _, ...awsEnvironment } = aws.environment;
const environment = {
  PATH: process.env['PATH'] ?? '',
  HOME: folder,
  ...awsEnvironment,
  ...(colour ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
};

/** Runs one command as a user would, and fails the demo when it does not end as expected. */
const run = async (words: string, expected = 0): Promise<void> => {
  prompt(`agentcore-sync ${words}`);
  const child = spawn(process.execPath, [CLI, ...words.split(' ')], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => process.stdout.write(chunk));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  if (code !== 0) say(paint(2, `exit ${code}`));
  if (code !== expected) throw new Error(`agentcore-sync ${words} ended with ${code}, expected ${expected}`);
};

const git = (...words: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=demo', '-c', 'user.email=demo@example.com', '-c', 'commit.gpgsign=false', ...words],
    { cwd: folder, encoding: 'utf8' },
  );

const commit = (message: string): void => {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', message);
};

const showTree = (): void => {
  prompt('git ls-files servers');
  say(git('ls-files', '--cached', '--others', 'servers').trim());
};

const showRegistry = async (): Promise<void> => {
  title('What the registry holds now');
  const answers = await Promise.all(
    ['servers', 'agents'].map(async (kind) => {
      const answer = await fetch(`${registry.url}/api/${kind}?limit=100`, {
        headers: { authorization: `Bearer ${registry.token}` },
      });
      const body = (await answer.json()) as { readonly [kind: string]: readonly Record<string, unknown>[] };
      return (body[kind] ?? []).map((entry) => ({ kind, ...entry }) as Record<string, unknown>);
    }),
  );
  for (const entry of answers.flat().sort((one, other) => String(one['path']).localeCompare(String(other['path'])))) {
    const state = entry['is_enabled'] === true ? paint(32, 'enabled ') : paint(33, 'disabled');
    say(
      `  ${state}  ${String(entry['kind']).slice(0, -1).padEnd(6)}  ${String(entry['path']).padEnd(28)}  ${entry['description']}`,
    );
  }
};

const entryOf = (name: string): string => {
  const file = globSync(`servers/**/${name}-*.yaml`, { cwd: folder })[0];
  if (file === undefined) throw new Error(`the scan wrote no entry of ${name}`);
  return join(folder, file);
};

const firstDay = async (): Promise<void> => {
  title('Two accounts, two Regions, an empty repository');
  writeFileSync(token, JSON.stringify({ access_token: registry.token }));
  writeFileSync(join(folder, '.gitignore'), '.token\n');
  writeFileSync(
    join(folder, 'agentcore-sync.yaml'),
    [
      'owner: demo-catalogue',
      'aws:',
      `  accounts: ["${RETAIL}", "${LOGISTICS}"]`,
      '  regions: [us-east-1, eu-west-1]',
      'registry:',
      `  url: ${registry.url}`,
      '',
    ].join('\n'),
  );
  git('init', '--quiet', '--initial-branch=main');
  say(readFileSync(join(folder, 'agentcore-sync.yaml'), 'utf8').trim());
  await run('scan');
  showTree();
  prompt(`cat ${entryOf('pricing-tools').slice(folder.length + 1)}`);
  say(readFileSync(entryOf('pricing-tools'), 'utf8').trim());
  commit('Scan');
  await run('validate');
  await run('plan');
  await run('apply');
  await showRegistry();
};

const laterThatWeek = async (): Promise<void> => {
  title('A week later');
  say(
    '  A gateway changes, one is replaced by its infrastructure tool, a runtime vanishes; a person edits a description;',
  );
  say(`  account ${LOGISTICS} denies its role.`);
  aWeekLater(aws.world);
  aws.setFaults([{ account: LOGISTICS, service: 'sts', call: 'AssumeRole', effect: 'deny' }]);
  appendFileSync(
    entryOf('shopping_agent'),
    '  description: Helps customers choose, and knows the return policy # reviewed by retail\n',
  );
  commit('Describe the shopping agent');
  await run('scan', 1);
  git('add', '--all');
  prompt('git diff --cached');
  say(git('diff', '--cached', `--color=${colour ? 'always' : 'never'}`, '--find-renames').trim());
  commit('Scan');
  await run('validate');
  await run('plan');
  await run('apply --allow-deletes');
  await showRegistry();
  title('A second plan is empty');
  await run('plan --exit-code');
};

const keepUp = async (): Promise<void> => {
  title('The services stay up. Ctrl-C ends them.');
  say(`  cd ${folder}`);
  for (const [name, value] of Object.entries(aws.environment)) say(`  export ${name}=${value}`);
  say(`  node ${CLI} plan`);
  say(`  registry: ${registry.url}, token in ${token}`);
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
};

try {
  if (!existsSync(CLI)) throw new Error('dist/cli.js is missing: run "npm run build"');
  await firstDay();
  await laterThatWeek();
  if (process.argv.includes('--keep')) await keepUp();
} catch (error) {
  process.stderr.write(`demo failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await Promise.all([aws.close(), registry.close()]);
  rmSync(folder, { recursive: true, force: true });
}
