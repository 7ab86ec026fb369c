/** The services of the demo, a checkout of its repository, and the two doors of the committed bundle in it. */
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startAws } from '../sandbox/aws/server.ts';
import { startGithub } from '../sandbox/github/server.ts';
import { startIssuer } from '../sandbox/issuer/server.ts';
import { startMcp } from '../sandbox/mcp/server.ts';
import { startRegistry } from '../sandbox/registry/registry.ts';
import { demoWorld, LOGISTICS, RETAIL, TOOLING, warehouseTools } from './demo-world.ts';

const colour = process.stdout.isTTY || process.env['FORCE_COLOR'] === '1';
export const paint = (code: number, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
export const say = (text: string): void => void process.stdout.write(`${text}\n`);
export const title = (text: string): void => say(`\n${paint(1, text)}`);
export const prompt = (text: string): void => say(`\n${paint(36, '$')} ${paint(1, text)}`);

/** What people read of a step's log on GitHub; commands to the runner become what the runner makes of them. */
const logOf = (output: string): { readonly text: string; readonly annotations: readonly string[] } => {
  const annotations: string[] = [];
  const lines = output.split('\n').flatMap((line): string[] => {
    const [, name, properties = '', data = ''] = /^::([a-z-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
    if (name === 'error' || name === 'warning' || name === 'notice') {
      const value = (key: string): string => new RegExp(`${key}=([^,]*)`).exec(properties)?.[1] ?? '';
      const place = [value('file'), value('line')].filter((part) => part !== '').join(':');
      annotations.push(`${name.padEnd(7)}  ${value('title')}  ${place}\n         ${data.split('%0A')[0]}`);
      return [];
    }
    if (name === 'group') return [paint(2, data)];
    return /^::[a-z0-9-]+::/.test(line) ? [] : [line];
  });
  return { text: lines.join('\n').trim(), annotations };
};

export const startStage = async () => {
  const issuer = await startIssuer({
    clients: [
      { id: 'retail', secret: 'the secret of retail' },
      { id: 'logistics', secret: 'the secret of logistics' },
    ],
  });
  const aws = await startAws(demoWorld(issuer.discoveryUrl), { caller: { account: TOOLING } });
  const registry = await startRegistry({ version: 'newer' });
  const warehouse = await startMcp({ content: warehouseTools() });
  const folder = mkdtempSync(join(tmpdir(), 'agentcore-sync-'));
  const token = join(folder, '.token');
  const configuration = [
    'owner: demo-catalogue',
    'aws:',
    `  accounts: ["${RETAIL}", "${LOGISTICS}"]`,
    '  regions: [us-east-1, eu-west-1]',
    'registry:',
    `  url: ${registry.url}`,
    'issuers:',
    `  - issuer: ${issuer.issuer}`,
    '    clients:',
    `      - { id: retail, for: ["${RETAIL}/pricing-tools/"], secret: { env: OAUTH_RETAIL } }`,
    `      - { id: logistics, for: ["${LOGISTICS}/*"], secret: { env: OAUTH_LOGISTICS } }`,
    '',
  ].join('\n');
  const github = await startGithub({
    repository: 'acme/catalogue',
    files: { 'agentcore-sync.yaml': configuration, '.gitignore': '.token\n.runner/\n' },
  });
  const { AWS_REGION: _, ...awsEnvironment } = aws.environment;
  const environment = { PATH: process.env['PATH'] ?? '', HOME: folder, ...awsEnvironment };
  const secrets: Record<string, string> = {
    OAUTH_RETAIL: 'the secret of retail',
    OAUTH_LOGISTICS: 'one that was rotated since',
  };
  const jobToken = github.jobToken();

  const git = (...words: string[]): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=demo', '-c', 'user.email=demo@example.com', '-c', 'commit.gpgsign=false', ...words],
      { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    ).trim();

  const spawned = async (door: string, words: readonly string[], more: Readonly<Record<string, string>>) => {
    // Both streams in one file, as on one screen: of two pipes nobody knows what was written first.
    const log = join(folder, '.runner', 'log');
    const screen = openSync(log, 'w');
    const child = spawn(process.execPath, [resolve('dist', door), ...words], {
      cwd: folder,
      env: { ...environment, ...secrets, ...more },
      stdio: ['ignore', screen, screen],
    });
    const code = await new Promise<number | null>((done) => child.once('close', done));
    closeSync(screen);
    return { code, output: readFileSync(log, 'utf8') };
  };

  const expectCode = (code: number | null, expected: number, words: string): void => {
    if (code !== 0) say(paint(2, `exit ${code}`));
    if (code !== expected) throw new Error(`${words} ended with ${code}, expected ${expected}`);
  };

  mkdirSync(join(folder, '.runner'));
  for (const file of ['output', 'summary']) writeFileSync(join(folder, '.runner', file), '');
  writeFileSync(token, JSON.stringify({ access_token: registry.token, registry: registry.url }));
  git('init', '--quiet', '--initial-branch=none');
  git('remote', 'add', 'origin', github.world.git.dir);
  return {
    aws,
    registry,
    github,
    warehouse,
    folder,
    configuration,
    git,
    /** Gives the runs from now on another secret. */
    setSecret: (name: string, value: string): void => {
      secrets[name] = value;
    },
    /** Checks out what a run of a workflow gets. */
    checkout: (): void => {
      git('fetch', '--quiet', '--prune', 'origin', '+refs/heads/*:refs/remotes/origin/*');
      git('checkout', '--quiet', '--force', '--detach', 'origin/main');
    },
    /** Runs one command as a person at a terminal would, and fails the demo when it does not end as expected. */
    run: async (words: string, expected = 0): Promise<void> => {
      prompt(`agentcore-sync ${words}`);
      const { code, output } = await spawned(
        'cli.js',
        words.split(' '),
        colour ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' },
      );
      process.stdout.write(output);
      expectCode(code, expected, words);
    },
    /** Runs one step of a workflow, and shows its log, or only its annotations, or what became of the request. */
    step: async (
      inputs: Readonly<Record<string, string>>,
      show: 'log' | 'annotations' | 'request',
      expected = 0,
    ): Promise<void> => {
      const { command, ...rest } = inputs;
      prompt(
        `agentcore-sync ${command}${Object.entries(rest)
          .map(([name, value]) => ` --${name} ${value}`)
          .join('')}`,
      );
      const given = Object.entries({ ...inputs, 'github-token': jobToken }).map(([name, value]) => [
        `INPUT_${name.toUpperCase()}`,
        value,
      ]);
      const { code, output } = await spawned('main.js', [], {
        ...github.environment,
        ...Object.fromEntries(given),
        GITHUB_ACTIONS: 'true',
        GITHUB_OUTPUT: join(folder, '.runner/output'),
        GITHUB_STEP_SUMMARY: join(folder, '.runner/summary'),
      });
      const { text, annotations } = logOf(output);
      if (show === 'log') say(text);
      else if (show === 'request')
        say(
          text
            .split('\n')
            .filter((line) => line.startsWith('Pull request '))
            .join('\n'),
        );
      else for (const annotation of annotations) say(annotation);
      expectCode(code, expected, command ?? '');
    },
    /** Serves the site of a configuration until the signal; its address is told where it listens. */
    serve: async (config: string, signal: AbortSignal): Promise<void> => {
      prompt(`agentcore-sync serve --config ${config}`);
      const words = [resolve('dist/cli.js'), 'serve', '--config', config, '--port', '0'];
      const child = spawn(process.execPath, words, {
        cwd: folder,
        env: environment,
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      signal.addEventListener('abort', () => void child.kill('SIGTERM'), { once: true });
      await new Promise<void>((done) => child.once('close', () => done()));
    },
    read: (file: string): string => readFileSync(join(folder, file), 'utf8').trim(),
    stop: async (): Promise<void> => {
      await Promise.all([aws.close(), registry.close(), issuer.close(), warehouse.close(), github.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type Stage = Awaited<ReturnType<typeof startStage>>;
