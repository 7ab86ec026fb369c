import { GITHUB, type InitAnswers } from './answers.ts';
import { configurationText } from './configuration.ts';
import { confirmHubOf, ENVIRONMENTS, subjectsOf } from './subjects.ts';
import { workflowFor } from './workflows.ts';

/** A file that init writes where nothing is. */
export interface InitFile {
  readonly path: string;
  readonly text: string;
  /** Other places of the same file: where one of them is there, nothing is written. */
  readonly elsewhere?: readonly string[];
  /** Lines that matter in a file that people have already. */
  readonly lines?: readonly string[];
}

const README = `# The catalogue

One file for each gateway, target and runtime that a scan found: \`<account>/<region>/…\`. What stands below \`manual/\` was written by hand.

- \`source\` belongs to the scan, which rewrites it. Everything else is yours: it stays as you write it.
- \`registration\` says how the thing is registered. Without a field, its default holds. \`register: false\` leaves it out.
- \`credential\` picks among the clients that the configuration allows for this entry.

Change a file in a pull request: the checks say what the change does. A merge applies it. \`agentcore-sync show <file>\` shows the
registration that a file gives, and where each field comes from.
`;

/** Paths whose changes somebody who answers for the trust must approve. */
const OWNED = ['/agentcore-sync.yaml', '/.github/', '/servers/manual/', '/.gitattributes', 'CODEOWNERS'];

const lined = (path: string, lines: readonly string[]): InitFile => ({ path, lines, text: `${lines.join('\n')}\n` });

/** Where the schemas of the action's own commit are read. */
const schemaUrl = ({ action, server }: InitAnswers, name: string): string => {
  const [repository = '', digest = ''] = action.split('@');
  return server === GITHUB
    ? `https://raw.githubusercontent.com/${repository}/${digest}/schemas/${name}`
    : `${server}/${repository}/raw/${digest}/schemas/${name}`;
};

const editorFile = (answers: InitAnswers): InitFile => {
  const schemas = {
    [schemaUrl(answers, 'configuration.schema.json')]: 'agentcore-sync.yaml',
    [schemaUrl(answers, 'entry.schema.json')]: ['servers/**/*.yaml', 'servers/**/*.yml'],
  };
  const text = JSON.stringify({ 'yaml.schemas': schemas }, null, 2);
  return { path: '.vscode/settings.json', text: `${text}\n`, lines: text.split('\n').slice(1, -1) };
};

const ownersFile = ({ codeOwners }: InitAnswers): readonly InitFile[] =>
  codeOwners.length === 0
    ? []
    : [
        {
          ...lined(
            '.github/CODEOWNERS',
            OWNED.map((path) => `${path} ${codeOwners.join(' ')}`),
          ),
          elsewhere: ['CODEOWNERS', 'docs/CODEOWNERS'],
        },
      ];

const parametersText = (parameters: Readonly<Record<string, string>>): string =>
  `${JSON.stringify(
    Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
    null,
    2,
  )}\n`;

/** Whom a role trusts: jobs by their subjects, or a hub role. */
type Trusted = readonly string[] | string;

interface Parameter {
  /** Names in CloudFormation and in Terraform. */
  readonly names: readonly [string, string];
  readonly value: Trusted;
}

const SCANS = { subjects: ['Subjects', 'subjects'], hub: ['HubRoleArn', 'hub_role_arn'] } as const;
const CONFIRMS = {
  subjects: ['ConfirmSubjects', 'confirm_subjects'],
  hub: ['ConfirmHubRoleArn', 'confirm_hub_role_arn'],
} as const;

const parameterOf = (names: typeof SCANS | typeof CONFIRMS, value: Trusted): Parameter => ({
  names: typeof value === 'string' ? names.hub : names.subjects,
  value,
});

const terraformText = (value: Trusted): string =>
  typeof value === 'string'
    ? JSON.stringify(value)
    : `[\n${value.map((one) => `  ${JSON.stringify(one)},\n`).join('')}]`;

/** The parameters of a template's roles for CloudFormation, and the same for Terraform. */
const roleFiles = (role: string, parameters: readonly Parameter[]): InitFile[] => [
  {
    path: `iam/cloudformation/${role}.parameters.json`,
    text: parametersText(
      Object.fromEntries(parameters.map(({ names: [name], value }) => [name, [value].flat().join(',')])),
    ),
  },
  {
    path: `iam/terraform/${role}/terraform.tfvars`,
    text: parameters.map(({ names: [, name], value }) => `${name} = ${terraformText(value)}\n`).join(''),
  },
];

const iamFiles = (answers: InitAnswers, templates: ReadonlyMap<string, string>): readonly InitFile[] => {
  const { repository, hubRole } = answers;
  const copies = [...templates].flatMap(([path, text]) => (path.startsWith('iam/') ? [{ path, text }] : []));
  const subjects = (role: keyof typeof ENVIRONMENTS): readonly string[] => subjectsOf(repository, ENVIRONMENTS[role]);
  return [
    ...copies,
    ...roleFiles('hub', [parameterOf(SCANS, subjects('scan')), parameterOf(CONFIRMS, subjects('confirm'))]),
    ...roleFiles('account', [
      parameterOf(SCANS, hubRole ?? subjects('scan')),
      parameterOf(CONFIRMS, hubRole === undefined ? subjects('confirm') : confirmHubOf(hubRole)),
    ]),
    ...roleFiles('tokens', [parameterOf(SCANS, subjects('tokens'))]),
  ];
};

const workflowFiles = (answers: InitAnswers, templates: ReadonlyMap<string, string>): readonly InitFile[] =>
  [...templates].flatMap(([path, text]) =>
    path.startsWith('workflows/')
      ? [
          {
            path: `.github/${path}`,
            text: workflowFor(text, {
              uses: answers.action,
              branch: answers.branch,
              queue: answers.server === GITHUB,
            }),
          },
        ]
      : [],
  );

/**
 * Every file of a new catalogue, sorted by path.
 * @param templates this package's templates: path below `templates/` to text
 */
export const initFiles = (answers: InitAnswers, templates: ReadonlyMap<string, string>): readonly InitFile[] =>
  [
    { path: 'agentcore-sync.yaml', text: configurationText(answers) },
    { path: 'servers/README.md', text: README },
    lined('.gitignore', ['.token']),
    editorFile(answers),
    ...ownersFile(answers),
    ...workflowFiles(answers, templates),
    ...iamFiles(answers, templates),
  ].sort((one, other) => (one.path < other.path ? -1 : 1));
