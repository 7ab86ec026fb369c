import { expect, test } from 'vitest';
import { COMMAND_TABLE } from '../../src/commands/table.ts';
import { COMMANDS } from '../../src/config/options/commands.ts';
import { optionName, optionSpecs, takes } from '../../src/config/options/options.ts';
import {
  configuration,
  envelopeOf,
  expectCode,
  LOGISTICS,
  RETAIL,
  rulesOf,
  runDoor,
  startBench,
  temporaryFolder,
} from './cli.ts';
import { commandLineIn } from './in-process.ts';

const wordsOf = (words: string): readonly string[] => (words === '' ? [] : words.split(' '));

const called = (words: string) => commandLineIn({ folder: temporaryFolder(), environment: {} }, wordsOf(words));

/** The same in a process of its own. */
const alone = (words: string) => runDoor('cli', wordsOf(words), { folder: temporaryFolder(), environment: {} });

test.each(COMMANDS)('%s --help lists what it takes: operands and every option', async (command) => {
  const { stdout, stderr } = expectCode(await called(`${command} --help`), 0);
  expect(stderr).toBe('');
  const listed = [...stdout.matchAll(/^ {2}--(?!no-)([a-z-]+)/gm)].map((match) => match[1] ?? '').sort();
  const taken = optionSpecs.filter(([, spec]) => takes(command, spec) && spec.door !== 'action');
  expect(listed).toEqual(taken.map(([key]) => optionName(key)).sort());
  const operands = COMMAND_TABLE[command].operands?.usage;
  const usage = `${command} [options]${operands === undefined ? '' : ` ${operands}`}`;
  expect(stdout.split('\n')[0]).toBe(`Usage: agentcore-sync ${usage}`);
  // The line of usage is one: what may stand there is not wrapped.
  expect(
    stdout
      .split('\n')
      .slice(1)
      .filter((line) => line.length > 80),
  ).toEqual([]);
});

test('--help lists every command, --version is one line', async () => {
  const { stdout } = expectCode(await alone('--help'), 0);
  for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
  for (const words of ['--version', '-v', 'version']) {
    expect(expectCode(await called(words), 0).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  }
});

test.each([
  ['scna', 'There is no command scna.', 'Did you mean scan?'],
  ['scan --acounts 1', 'scan has no option --acounts.', 'Did you mean --accounts?'],
  ['scan --acounts=1', 'scan has no option --acounts.', 'Did you mean --accounts?'],
  ['validate --allow-deletes', 'validate has no option --allow-deletes.', 'plan, apply, sync'],
  [
    'scan --pull-request',
    'scan has no option --pull-request.',
    'It is an input of the action, for scan and gateways, and no flag',
  ],
  [
    'plan --labels x',
    'plan has no option --labels.',
    'It is an input of the action, for scan, lock and gateways, and no flag',
  ],
  ['plan --quiet', 'plan has no option --quiet.', '2>/dev/null leaves problems out'],
  ['plan -o json', 'plan has no option -o.', 'Use --output json.'],
  ['plan --target /pricing/', 'plan has no option --target.', 'Use --only, for example --only path=/pricing/'],
  ['plan --detailed-exitcode', 'plan has no option --detailed-exitcode.', 'Use --exit-code.'],
  ['apply --auto-approve', 'apply has no option --auto-approve.', 'Use --yes.'],
  ['scan --auto-approve', 'scan has no option --auto-approve.', 'agentcore-sync scan --help'],
  ['validate --strict', 'validate has no option --strict.', 'Use --fail-on warning.'],
  ['plan --frobnicate', 'plan has no option --frobnicate.', 'agentcore-sync plan --help'],
])('%s: one error, with what was meant', async (words, text, hint) => {
  const run = expectCode(await called(words), 64);
  const said = run.stderr.replaceAll(/\s+/g, ' ');
  expect(said).toContain(text);
  expect(said).toContain(hint);
  expect(said).toMatch(/ 1 error $/);
  expect(run.stdout).toBe('');
});

test.each(['scan --accounts', 'plan --token-file', 'apply --timeout=', 'show --visibility --output json'])(
  '%s: a value that is missing is told as every other wrong value is',
  async (words) => {
    const { stderr } = expectCode(await called(words), 64);
    expect(stderr).toMatch(/^error option-value/m);
    expect(stderr).toMatch(/expects .*met (nothing|"")\./);
    expect(stderr).not.toContain('argument missing');
  },
);

test.each([
  { words: '', door: alone },
  { words: 'frobnicate', door: called },
  { words: '--frobnicate', door: called },
])('"$words" is no command: exit 64, on standard error', async ({ words, door }) => {
  const { stdout, stderr } = expectCode(await door(words), 64);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/scan|--help/);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('unknown flags, junk values and what contradicts are all shown at once, before anything is asked', async () => {
  const bench = await startBench();
  bench.write('agentcore-sync.yaml', `${configuration(bench.registry.url)}\n  nonsense: 1\nunknown: x\n`);
  const words =
    'sync extra --frobnicate --timeout=soon --accounts 12 --regions nowhere --visibility everybody --gateways-only --runtimes-only';
  const { stdout, stderr } = expectCode(await bench.step(words), 64);
  expect(stdout).toBe('');
  for (const told of [
    /sync has no option --frobnicate/,
    /--timeout expects a whole number from 1 to 900, met "soon"/,
    /--accounts expects .*twelve digits/,
    /--regions expects/,
    /--visibility expects one of public, internal, group-restricted/,
    /gateways-only and runtimes-only/,
    /takes no argument, met "extra"/,
    /8:3 .*nonsense/,
    /9:1 .*unknown/,
  ]) {
    expect(stderr).toMatch(told);
  }
  expect([...bench.aws.requests, ...bench.registry.requests]).toEqual([]);
});

test.each(['--no-color validate', 'validate --no-colour', 'validate --color=never'])(
  '%s: obeyed, as NO_COLOR is',
  async (words) => {
    const { folder, environment } = await startBench();
    const coloured = { ...environment, FORCE_COLOR: '1' };
    const shown = async (typed: string): Promise<string> => {
      const { stdout, stderr } = await commandLineIn({ folder, environment: coloured }, typed.split(' '));
      return `${stdout}${stderr}`;
    };
    expect(await shown('validate')).toContain('\u001b[');
    expect(await shown(words)).not.toContain('\u001b[');
    expect(await shown(words)).toContain('0 files');
  },
);

test('a flag of another command is unknown to this one', async () => {
  expect(expectCode(await called('validate --allow-deletes'), 64).stderr).toContain('--allow-deletes');
});

test('usage errors are one JSON document too', async () => {
  const run = expectCode(await called('plan --output json --timeout'), 64);
  const envelope = envelopeOf(run);
  expect(envelope).toMatchObject({ command: 'plan', result: null });
  expect(rulesOf(envelope)).toEqual(['option-missing', 'option-missing', 'option-value']);
});

test.each(['plan', 'apply', 'sync'])('%s without owner shows the line to add', async (command) => {
  const bench = await startBench();
  bench.write('agentcore-sync.yaml', `registry: { url: "${bench.registry.url}" }\n`);
  const { stderr } = expectCode(await bench.step(command), 64);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain('owner: platform-catalogue');
  expect(bench.registry.requests).toEqual([]);
});

test.each(['plan', 'apply', 'sync'])('%s without a registry is a usage error, no silent localhost', async (command) => {
  const bench = await startBench();
  bench.write('agentcore-sync.yaml', 'owner: x-catalogue\n');
  const { stderr } = expectCode(await bench.step(command), 64);
  for (const way of ['--registry-url', 'REGISTRY_URL', 'registry.url']) expect(stderr).toContain(way);
  expect(bench.aws.requests).toEqual([]);
});

test('a configuration that is named must be there', async () => {
  expect(expectCode(await called('validate'), 0).stdout).toContain('0 files');
  expect(expectCode(await called('validate --config other.yaml'), 64).stderr).toContain('configuration-unreadable');
});

test('flag, then environment, then configuration, then default: the role', async () => {
  const bench = await startBench();
  const roles = async (words: string, environment: Readonly<Record<string, string>> = {}) => {
    const from = bench.aws.requests.length;
    await bench.step(words, { environment });
    const asked = bench.aws.requests.slice(from).filter(({ call }) => call === 'AssumeRole');
    return [...new Set(asked.map(({ parameters }) => parameters['RoleArn']?.split('/').at(-1)))];
  };
  expect(await roles('list')).toEqual(['AgentCoreSync']);
  bench.write('agentcore-sync.yaml', configuration(bench.registry.url).replace('aws:', 'aws:\n  role: FromFile'));
  expect(await roles('list')).toEqual(['FromFile']);
  const environment = { AGENTCORE_ASSUME_ROLE_NAME: 'FromEnvironment' };
  expect(await roles('list', environment)).toEqual(['FromEnvironment']);
  expect(await roles('list --assume-role-name FromFlag', environment)).toEqual(['FromFlag']);
  expect(await roles('list', { AGENTCORE_ASSUME_ROLE_NAME: '' })).toEqual(['FromFile']);
});

test('flags and environment narrow what the configuration asks for, and never widen it', async () => {
  const bench = await startBench();
  const asked = async (words: string, environment: Readonly<Record<string, string>> = {}) => {
    const from = bench.aws.requests.length;
    const run = await bench.step(words, { environment });
    const lists = bench.aws.requests.slice(from).filter(({ call }) => call === 'ListGateways');
    return { run, places: [...new Set(lists.map(({ account, region }) => `${account} ${region}`))].sort() };
  };
  const all = [RETAIL, LOGISTICS].flatMap((account) => [`${account} eu-west-1`, `${account} us-east-1`]);
  expect((await asked('list')).places).toEqual(all);
  const narrowed = await asked('list', { AWS_REGION: 'eu-west-1', AGENTCORE_ACCOUNTS: RETAIL });
  expect(narrowed.places).toEqual([`${RETAIL} eu-west-1`, `${RETAIL} us-east-1`]);
  expect(narrowed.run.stderr).not.toContain('AWS_REGION');
  const flagged = await asked(`list --region us-east-1 --accounts ${LOGISTICS}`, { AWS_REGION: 'eu-west-1' });
  expect(flagged.places).toEqual([`${LOGISTICS} us-east-1`]);
  const wider = await asked('list --accounts 333333333333 --regions ap-south-1');
  expectCode(wider.run, 64);
  expect(wider.places).toEqual([]);
});

test('--directory and --config name other places', async () => {
  const bench = await startBench();
  bench.write('settings/sync.yaml', bench.read('agentcore-sync.yaml'));
  bench.write('agentcore-sync.yaml', 'owner: [not, used]\n');
  expectCode(await bench.step('scan --config settings/sync.yaml --directory catalogue/entries'), 0);
  const files = Object.keys(bench.files());
  expect(files.filter((file) => file.startsWith('catalogue/entries/'))).toHaveLength(5);
  expect(files.filter((file) => file.startsWith('servers/'))).toEqual([]);
});

test('what is to be pasted stands alone on lines that nothing breaks', async () => {
  const bench = await startBench();
  bench.write('agentcore-sync.yaml', `registry: { url: "${bench.registry.url}" }\n`);
  const { stderr } = expectCode(await bench.step('plan'), 64);
  expect(stderr).toContain(
    '→ Add this line to agentcore-sync.yaml, once, with a name of your own:\n\nowner: platform-catalogue\n',
  );
});
