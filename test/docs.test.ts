import { execFileSync } from 'node:child_process';
/** What the documentation tells people to type exists, and does not fail for the way it is typed. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { isCommand } from '../src/config/options/commands.ts';
import { OPTIONS, optionName, optionSpecs, takes } from '../src/config/options/options.ts';
import { readDefinitions } from '../src/gateways/definition.ts';
import { RULES } from '../src/model/rules.ts';
import { type Bench, expectCode, startBench, temporaryFolder } from './cli/cli.ts';
import { commandIn, commandLineIn } from './cli/in-process.ts';
import { gatewayPath, gatewayText, seeded } from './cli/issuers.ts';

const ROOT = resolve(import.meta.dirname, '..');
const PAGES = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: ROOT }).sort()];
const pages = PAGES.map((page) => ({ page, text: readFileSync(join(ROOT, page), 'utf8') }));

/** Lines of code: fenced or indented blocks, with continued lines joined, and code inside of sentences. */
const codeIn = (text: string): readonly string[] => {
  const joined = text.replaceAll(/ \\\n\s*/g, ' ');
  const lines: string[] = [];
  let fenced = false;
  for (const line of joined.split('\n')) {
    if (/^\s*```/.test(line)) fenced = !fenced;
    else if (fenced || /^ {4,}/.test(line)) lines.push(line.trim());
    else for (const [, code = ''] of line.matchAll(/`([^`]+)`/g)) lines.push(code);
  }
  return lines.flatMap((line) => line.replace(/\s+#.*$/, '').split(' && '));
};

const typed = pages.flatMap(({ page, text }) => codeIn(text).map((line) => ({ page, line })));

const commandLines = [
  ...new Map(
    typed.flatMap(({ page, line }): [string, { page: string; words: string }][] => {
      const [, words] = /^(?:\$ |npx )?agentcore-sync ((?:[a-z]|--).*)$/.exec(line) ?? [];
      return words === undefined ? [] : [[words, { page, words }]];
    }),
  ).values(),
];

/** Every spelling of a flag that a command takes. */
const flagsOf = (command: string): ReadonlySet<string> =>
  new Set(
    optionSpecs
      .filter(([, spec]) => isCommand(command) && takes(command, spec) && spec.door !== 'action')
      .flatMap(([key, spec]) => [optionName(key), `no-${optionName(key)}`, ...(spec.alias ? [spec.alias] : [])])
      .map((name) => `--${name}`)
      .concat('--help', '--version'),
  );

test('the pages hold commands to check', () => {
  expect(commandLines.length).toBeGreaterThan(8);
});

test.each(commandLines)('$page: agentcore-sync $words', ({ words }) => {
  if (['--help', '--version'].includes(words)) return;
  const [command = '', ...rest] = words.split(/\s+/);
  expect(isCommand(command)).toBe(true);
  const known = flagsOf(command);
  expect(rest.filter((word) => word.startsWith('-')).filter((flag) => !known.has(flag.replace(/=.*/, '')))).toEqual([]);
});

/** A server in the registry's own form. */
const DOCUMENT = {
  server_name: 'support',
  description: 'Support',
  path: '/support',
  proxy_pass_url: 'https://support.example.com/mcp',
  headers: [{ Authorization: 'Bearer $TOKEN' }],
};

/** What a scan of the bench writes: the same for each sample, so that one is enough. */
let scanned: Readonly<Record<string, string>> | undefined;

/** A catalogue with what the pages name besides the scanned: two entries, the old tool's manifest, and a document. */
const documentedBench = async (): Promise<Bench> => {
  const bench = seeded(await startBench());
  if (scanned === undefined) {
    await bench.seed('scan');
    scanned = Object.fromEntries(Object.entries(bench.files()).filter(([file]) => file.startsWith('servers/')));
  }
  for (const [file, text] of Object.entries(scanned)) bench.write(file, text);
  for (const [id, path] of [
    ['orders', 'orders'],
    ['pricing', 'pricing-tools'],
  ] as const) {
    const text = gatewayText(id, 'https://issuer.example.com/.well-known/openid-configuration');
    bench.write(gatewayPath(id), text.replace(`path: /${id}/`, `path: /${path}/`));
  }
  expect(await commandIn(bench, { command: 'export-manifest' })).toMatchObject({ exitCode: 0 });
  bench.write('.env', '');
  bench.write('findings.json', '[]');
  bench.write('gateway-config.json', JSON.stringify(DOCUMENT));
  return bench;
};

/**
 * What asks a server of the reader's own on the network, is one until a signal ends it, or wants what only a deploy makes:
 * test/cli/login.test.ts, test/cli/gateways-deploy.test.ts, test/main/gateways-propose.test.ts and the tests of the site run them.
 */
const isElsewhere = ({ words }: { readonly words: string }): boolean =>
  /^login .*https:|^serve\b|^gateways (?:deploy|propose|reload-tools) /.test(words);

const runnable = commandLines.filter((line) => !isElsewhere(line));

/** One commit of a folder: what tells of a history needs one. */
const commitAll = (folder: string): void => {
  const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  for (const words of [
    ['init', '--quiet'],
    ['add', '--all'],
    [...who, 'commit', '--quiet', '--message', 'Base'],
  ]) {
    execFileSync('git', words, { cwd: folder });
  }
};

/** What asks servers, of which the bench has none: it is understood, and tells that they are not there. */
const ASKING: ReadonlySet<string> = new Set(['verify', 'lock', 'call']);

test.each(runnable)('$page: agentcore-sync $words is understood', async ({ words }) => {
  const bench = await documentedBench();
  if (words.startsWith('upgrade ')) {
    const given = { action: `acme/agentcore-sync@${'1'.repeat(40)}`, repository: 'acme/catalogue' };
    expect(await commandIn(bench, { command: 'init', given })).toMatchObject({ exitCode: 0 });
  }
  if (/^log | --audit/.test(words)) commitAll(bench.folder);
  const filled = words.replace('OWNER/agentcore-sync@DIGEST', `acme/agentcore-sync@${'0'.repeat(40)}`);
  const folder = /^init\b/.test(filled) ? temporaryFolder() : bench.folder;
  const run = await commandLineIn({ folder, environment: bench.environment }, filled.split(/\s+/));
  if (ASKING.has(words.split(/\s+/)[0] ?? '')) {
    expect(run.code).toBeLessThan(2);
    expect(run.stderr).toMatch(/server-unreachable|tokens-none/);
    return;
  }
  // Nothing of the bench is registered yet: a plan has changes, and says so where it is asked to.
  expect(expectCode(run, words.includes('--exit-code') ? 2 : 0).stdout).not.toBe('');
  expect(run.stderr).not.toMatch(/^ *(?:[0-9:]+ +)?error /m);
});

test('npm scripts that are named exist', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const named = typed.flatMap(({ page, line }) => {
    const [, script] = /^npm run (?:--silent )?([a-z:]+)/.exec(line) ?? [];
    return script === undefined ? [] : [{ page, script }];
  });
  expect(named.length).toBeGreaterThan(4);
  for (const { page, script } of named)
    expect({ page, script, exists: script in scripts }).toMatchObject({ exists: true });
});

/** Every source text, as it is written: what a message says stands in one of them. */
const sources = globSync(['src/**/*.ts', 'scripts/bundle/*.ts'], { cwd: ROOT })
  .map((file) => readFileSync(join(ROOT, file), 'utf8').replaceAll("\\'", "'"))
  .join('\n');

/** What AWS's own library says: its words are not ours. */
const FOREIGN = ['Could not load credentials from any providers', 'ExpiredToken'];

test('what the page of troubles says is seen is a rule, or stands in a message', () => {
  const { text = '' } = pages.find(({ page }) => page === 'docs/troubleshooting.md') ?? {};
  const seen = [...text.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code),
  );
  expect(seen.length).toBeGreaterThan(50);
  const unknown = seen.filter((one) => !(one in RULES) && !sources.includes(one) && !FOREIGN.includes(one));
  expect(unknown).toEqual([]);
});

const quickStart = (): readonly string[] => {
  const { text = '' } = pages.find(({ page }) => page === 'README.md') ?? {};
  const [, after = ''] = text.split('\n## Quick start\n');
  return after.split(/\n## /)[0]?.split('\n') ?? [];
};

test('the quick start fits on a screen, has no table, and goes through the whole circle', () => {
  const lines = quickStart();
  expect(lines.length).toBeLessThanOrEqual(40);
  expect(lines.filter((line) => line.startsWith('|'))).toEqual([]);
  const commands = lines.flatMap((line) => /^ +agentcore-sync ([a-z]+)/.exec(line)?.[1] ?? []);
  expect(commands).toEqual(['list', 'init', 'doctor', 'scan', 'apply']);
});

/** Text of fenced YAML blocks, without the indentation of the list they stand in. */
const yamlIn = (text: string): readonly string[] =>
  [...text.matchAll(/^( *)```yaml\n([\s\S]*?)^ *```/gm)].map(([, indent = '', block = '']) =>
    block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );

const yamlBlocks = pages.flatMap(({ page, text }) => yamlIn(text).map((block) => ({ page, block })));
const beginning = (key: string) => yamlBlocks.filter(({ block }) => block.startsWith(key));

test.each(beginning('owner:'))('$page: the configuration that is shown is one', async ({ block }) => {
  const bench = await startBench();
  bench.write('agentcore-sync.yaml', block);
  expect(await commandIn(bench, { command: 'validate' })).toMatchObject({ exitCode: 0, problems: [] });
});

/** Where an entry lies in a catalogue. */
const placeOf = ({ kind, source }: { readonly kind: string; readonly source?: Record<string, string> }): string =>
  source === undefined
    ? `servers/manual/${kind}.yaml`
    : `servers/${source['account']}/${source['region']}/${kind}s/${source['arn']?.split('/').at(-1)}.yaml`;

test.each(beginning('kind: gateway-definition'))('$page: the definition that is shown is one', ({ block }) => {
  const { definitions, problems } = readDefinitions(
    new Map([['111111111111/us-east-1/pricing.yaml', block]]),
    'gateways',
  );
  expect(problems).toEqual([]);
  expect(definitions).toHaveLength(1);
});

const entryBlocks = beginning('kind:').filter(({ block }) => !block.startsWith('kind: gateway-definition'));

test.each(entryBlocks)('$page: the entry that is shown is one', async ({ block }) => {
  const bench = await startBench();
  const secrets = 'secrets: { support-key: { env: REGISTRY_SUPPORT_KEY, urls: ["https://support.example.com"] } }\n';
  bench.write('agentcore-sync.yaml', `${bench.read('agentcore-sync.yaml')}${secrets}`);
  bench.write(placeOf(parse(block)), block);
  const run = await commandIn(bench, { command: 'validate' });
  expect(run.problems).toEqual([]);
  expect(run).toMatchObject({ exitCode: 0, result: { files: 1 } });
});

test('the pages of keys show configurations and entries', () => {
  expect(beginning('owner:').filter(({ page }) => page === 'docs/configuration.md').length).toBeGreaterThan(3);
  const kinds = beginning('kind:').flatMap(({ page, block }) =>
    page === 'docs/entries.md' ? [parse(block).kind] : [],
  );
  expect(kinds).toEqual(['gateway', 'runtime', 'server', 'agent']);
});

test('inputs that workflow snippets give exist', () => {
  const { inputs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
  const steps = beginning('- uses:').flatMap(({ block }) => parse(block));
  expect(steps.length).toBeGreaterThan(0);
  for (const step of steps) {
    expect(Object.keys(step.with).filter((name) => !(name in inputs))).toEqual([]);
    expect(isCommand(step.with.command)).toBe(true);
  }
});

test('what links of the pages lead to is there', () => {
  const missing = pages.flatMap(({ page, text }) =>
    [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(join(ROOT, dirname(page), target)))
      .map((target) => `${page}: ${target}`),
  );
  expect(missing).toEqual([]);
});

test('every page is linked from the first one', () => {
  const { text = '' } = pages.find(({ page }) => page === 'README.md') ?? {};
  expect(PAGES.filter((page) => page !== 'README.md' && !text.includes(`](${page})`))).toEqual([]);
});

test('every variable that the product reads is told', () => {
  const text = pages.map((page) => page.text).join('\n');
  const variables = Object.values(OPTIONS).flatMap((spec) => ('environment' in spec ? [spec.environment] : []));
  expect(variables.filter((name) => !text.includes(name))).toEqual([]);
});
