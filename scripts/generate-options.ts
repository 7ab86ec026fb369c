import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { COMMAND_TABLE } from '../src/commands/table.ts';
import { COMMANDS } from '../src/config/options/commands.ts';
import { optionName, optionSpecs } from '../src/config/options/options.ts';
import type { OptionSpec } from '../src/config/options/spec.ts';
import type { Rule } from '../src/model/rules/rule.ts';
import { isGuard, RULES, type RuleName } from '../src/model/rules.ts';
import type { GeneratedFile } from './generated-files.ts';
import { between } from './markers.ts';
import { RULE_EXAMPLES } from './rule-examples.ts';

/** Outputs of the action, and what they hold. */
const OUTPUTS = {
  changes: 'Number of changes that the command made, or that plan found.',
  problems: 'Number of problems of severity error.',
  'pull-requests':
    'The pull requests that scan opened or updated, as a JSON list of number, url, operation (created, updated), head and base: what checks look at.',
  'pull-request-number':
    'Number of the pull request that scan opened, updated, closed or left alone; of several, the first.',
  'pull-request-url': 'Its address.',
  'pull-request-operation': 'What became of it: created, updated, closed, none.',
  'pull-request-head': 'The commit that it proposes.',
  counts: 'What scan did to files, as JSON: created, updated, replaced, removed, held.',
  plan: 'What plan would write, as a digest of each change: the input expect of apply takes it, and nothing else is written.',
  'results-digest':
    'SHA-256 of what verify, gateways plan or deploy wrote to results: the input results-digest of the job that reads it takes it.',
  'failures-digest':
    'SHA-256 of what scan, apply, refresh or verify wrote to results for owners: the input results-digest of issues takes it. Empty where there is nothing to tell.',
  disables: 'With results: number of servers and agents that verify asked and onToolChange lets disable.',
  disabled: 'What is off because its tools changed, as a JSON list: the input disabled of lock takes it.',
  'record-digest':
    'SHA-256 of what disable wrote to record-to: the input results-digest of the job with record-from takes it.',
  superseded: 'true where the commit is no longer the tip of the default branch: nothing was done.',
  result: 'The whole result as JSON (the envelope of schemas/output.schema.json), cut to null above 1 MB.',
} as const;

const cell = (text: string): string => text.replaceAll('|', '\\|');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const defaultOf = (spec: OptionSpec): string =>
  'default' in spec && spec.default !== undefined ? String(spec.default) : '';

/** action.yml: the inputs are the options. Defaults are applied by the tool, so that an empty input means "not given". */
const actionFile = (): GeneratedFile => {
  const inputs = optionSpecs
    .filter(([, spec]) => spec.door !== 'cli')
    .map(([key, spec]) => {
      const fallback = defaultOf(spec);
      const choices = spec.type === 'choice' ? ` One of ${spec.choices.join(', ')}.` : '';
      return [
        optionName(key),
        { description: `${spec.text}${choices}${fallback === '' ? '' : ` Default: ${fallback}.`}`, required: false },
      ];
    });
  const action = {
    name: 'agentcore-sync',
    description: 'Keeps a registry of MCP servers and A2A agents true to what runs on Amazon Bedrock AgentCore.',
    branding: { icon: 'refresh-cw', color: 'blue' },
    inputs: {
      command: { description: `What to do: ${COMMANDS.join(', ')}.`, required: true },
      arguments: {
        description:
          'What stands after the options on a command line, separated by spaces: the files or registry paths of show, refresh and verify.',
        required: false,
      },
      ...Object.fromEntries(inputs),
    },
    outputs: Object.fromEntries(Object.entries(OUTPUTS).map(([name, description]) => [name, { description }])),
    runs: { using: 'node24', main: 'dist/main.js' },
  };
  const banner = '# Generated from src/config/options/ by "npm run generate". Do not edit.\n';
  return { path: 'action.yml', text: banner + stringify(action, { lineWidth: 0 }) };
};

const valueForm = (spec: OptionSpec): string => {
  switch (spec.type) {
    case 'boolean':
      return '';
    case 'choice':
      return ` ${spec.choices.join('|')}`;
    case 'integer':
      return ' number';
    default:
      return ` ${spec.value}`;
  }
};

const code = (text: string | undefined): string => (text === undefined || text === '' ? '' : `\`${text}\``);

/** One table of options; `dashes`: as flags, otherwise as inputs alone. */
const optionsTable = (specs: readonly (readonly [string, OptionSpec])[], dashes: string): string =>
  table(
    [dashes === '' ? 'Input' : 'Flag', 'Environment', 'Configuration', 'Default', 'Commands', 'What it does'],
    specs.map(([key, spec]) => [
      `\`${dashes}${optionName(key)}${dashes === '' ? '' : valueForm(spec)}\``,
      code(spec.environment),
      code(spec.configuration),
      code(defaultOf(spec)),
      spec.commands === 'all' ? 'all' : spec.commands.join(', '),
      spec.door === 'cli' ? `Command line only. ${spec.text}` : spec.text,
    ]),
  );

const optionsPage = (): GeneratedFile => ({
  path: 'docs/options.md',
  text: [
    '# Options',
    '',
    'Precedence: flag or input, then environment, then `agentcore-sync.yaml`, then default; `AWS_REGION` alone comes after the file.',
    'Unknown names and junk values are errors, all shown at once. Generated from `src/config/options/` by `npm run generate`.',
    '',
    '## Flags',
    '',
    'On a command line; in a workflow each is an input of the action, without the dashes, unless its text begins with "Command line only".',
    '',
    optionsTable(
      optionSpecs.filter(([, spec]) => spec.door !== 'action'),
      '--',
    ),
    '',
    '## Inputs of the action alone',
    '',
    'What they do is done on GitHub by a job: a command line refuses them.',
    '',
    optionsTable(
      optionSpecs.filter(([, spec]) => spec.door === 'action'),
      '',
    ),
    '',
  ].join('\n'),
});

const commandsTable = (): string =>
  table(
    ['Command', 'What it does'],
    COMMANDS.map((name) => [`\`${name}\``, COMMAND_TABLE[name].text]),
  );

/** Every page of the documentation by its heading, sorted by it. */
const pagesList = async (): Promise<string> => {
  const pages = await Promise.all(
    globSync('docs/*.md').map(async (path) => {
      const [, title = path] = /^# (.+)$/m.exec(await readFile(path, 'utf8')) ?? [];
      return `[${title}](${path.replaceAll('\\', '/')})`;
    }),
  );
  return `${pages.sort().join(',\n')}.`;
};

const readme = async (): Promise<GeneratedFile> => {
  const text = await readFile('README.md', 'utf8');
  return {
    path: 'README.md',
    text: between(between(text, 'commands', commandsTable()), 'pages', await pagesList()),
  };
};

const fenced = (text: string): string => (text === '' ? 'No file.' : ['```yml', text.trimEnd(), '```'].join('\n'));

/** Control and format characters would be no part of a page that people read: YAML's own escapes stand in the examples. */
const exampleSection = (name: RuleName): readonly string[] => {
  const { text, help, owasp }: Rule = RULES[name];
  const example = RULE_EXAMPLES[name];
  if (example === undefined) return [];
  const notes = [
    ...(owasp === undefined ? [] : [`[OWASP ${owasp}](https://owasp.org/www-project-mcp-top-10/)`]),
    ...(help === undefined ? [] : [`[More](${help})`]),
  ];
  const beside = Object.entries(example.beside ?? {}).flatMap(([file, content]) => [
    `Beside \`servers/${file}\`:`,
    '',
    fenced(content),
    '',
  ]);
  const settings =
    example.configuration === undefined ? [] : ['With this configuration:', '', fenced(example.configuration), ''];
  return [
    `### ${name}`,
    '',
    [text, ...notes].join(' '),
    '',
    ...settings,
    ...beside,
    `Bad, as \`servers/${example.file}\`:`,
    '',
    fenced(example.bad),
    '',
    'Good:',
    '',
    fenced(example.good),
    '',
  ];
};

/** A rule's name, and its anchor: its example has one already. */
const ruleCell = (name: RuleName): string =>
  RULE_EXAMPLES[name] === undefined ? `<a id="${name}"></a>\`${name}\`` : `[\`${name}\`](#${name})`;

const rulesPage = (): GeneratedFile => ({
  path: 'docs/rules.md',
  text: [
    '# Rules',
    '',
    'Every problem that a command reports names one of these. [problems.md](problems.md) says how they are shown, and how a configuration',
    "gives them other severities or accepts them; a guard can't be lowered. Each has an anchor of its name here. OWASP: its place in the",
    '[OWASP MCP Top 10 of 2025](https://owasp.org/www-project-mcp-top-10/), where it has one. Generated from `src/model/rules.ts` by',
    '`npm run generate`.',
    '',
    table(
      ['Rule', 'Severity', 'OWASP', 'Meaning'],
      Object.entries<Rule>(RULES).map(([name, rule]) => [
        ruleCell(name as RuleName),
        isGuard(name as RuleName) ? `${rule.severity}, guard` : rule.severity,
        rule.owasp?.replace(':2025', '') ?? '',
        rule.help === undefined ? rule.text : `${rule.text} [More](${rule.help})`,
      ]),
    ),
    '',
    '## Examples',
    '',
    'What breaks a rule, and how it should be. Each pair is a test of its rule.',
    '',
    ...Object.keys(RULES).flatMap((name) => exampleSection(name as RuleName)),
  ].join('\n'),
});

/** action.yml, the README's table, the pages of options and of rules. */
export const optionFiles = async (): Promise<GeneratedFile[]> => [
  actionFile(),
  await readme(),
  optionsPage(),
  rulesPage(),
];
