import { CODE_OWNERS } from '../catalogue/code-owners.ts';
import { GITHUB, type GithubAnswers, type InitAnswers } from './answers.ts';
import { configurationText } from './configuration.ts';
import { iamFiles } from './iam-files.ts';
import { verifyWithSite, withSite } from './site-workflows.ts';
import { workflowFor } from './workflows.ts';

/** A file that init writes where nothing is. */
export interface InitFile {
  readonly path: string;
  readonly text: string;
  /** It belongs to people from then on: upgrade brings no new text for it. */
  readonly yours?: true;
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

const lined = (path: string, lines: readonly string[]): InitFile => ({
  path,
  lines,
  text: `${lines.join('\n')}\n`,
  yours: true,
});

/** Where the catalogue keeps the schemas that editors check its files with. */
const SCHEMAS = '.github/schemas/';

const editorFile = (): InitFile => {
  const schemas = {
    [`./${SCHEMAS}configuration.schema.json`]: 'agentcore-sync.yaml',
    [`./${SCHEMAS}entry.schema.json`]: ['servers/**/*.yaml', 'servers/**/*.yml'],
  };
  const text = JSON.stringify({ 'yaml.schemas': schemas }, null, 2);
  return { path: '.vscode/settings.json', text: `${text}\n`, lines: text.split('\n').slice(1, -1), yours: true };
};

const ownersFile = ({ codeOwners }: InitAnswers): readonly InitFile[] => {
  const [path, ...elsewhere] = CODE_OWNERS;
  const lines = OWNED.map((owned) => `${owned} ${codeOwners.join(' ')}`);
  return codeOwners.length === 0 ? [] : [{ ...lined(path, lines), elsewhere }];
};

/** actionlint knows no `queue` of concurrency yet: told here, so that it finds nothing in these workflows. */
const actionlintFile = (workflows: readonly InitFile[]): readonly InitFile[] => {
  const queued = workflows.filter(({ text }) => /^ +queue: max$/m.test(text)).map(({ path }) => path);
  if (queued.length === 0) return [];
  const lines = [
    '# `queue` of concurrency is newer than actionlint 1.7.12:',
    '# https://docs.github.com/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency',
    'paths:',
    ...queued.flatMap((path) => [
      `  ${path}:`,
      '    ignore:',
      `      - '^unexpected key "queue" for "concurrency" section\\.'`,
    ]),
  ];
  return [{ path: '.github/actionlint.yaml', text: `${lines.join('\n')}\n`, lines }];
};

/** Workflows that write to a registry, or read it: without one they could only fail. */
const WITH_REGISTRY = [
  'workflows/apply.yml',
  'workflows/refresh.yml',
  'workflows/drift.yml',
  'workflows/sync.yml',
  'workflows/disable.yml',
];

/** What writes to a site publishes it, too. */
const siteText = (path: string, text: string, directory: string): string => {
  if (path === 'workflows/apply.yml') return withSite(text, directory);
  return path === 'workflows/verify.yml' ? verifyWithSite(text) : text;
};

/** What publishes a site. */
const WITH_SITE = ['workflows/publish.yml'];

/** Templates of what deploys gateways: workflows, beside the roles of their jobs. */
const DEPLOYING = /^gateways\/(.+\.yml)$/;

/** Where the workflow of a template lies below `.github/`; undefined: the template is none that is wanted. */
const workflowPlace = (path: string, { registryUrl, site, gateways }: InitAnswers): string | undefined => {
  const deploying = DEPLOYING.exec(path)?.[1];
  if (deploying !== undefined) return gateways ? `workflows/${deploying}` : undefined;
  const wanted =
    path.startsWith('workflows/') &&
    (registryUrl !== undefined || site !== undefined || !WITH_REGISTRY.includes(path)) &&
    (site !== undefined || !WITH_SITE.includes(path));
  return wanted ? path : undefined;
};

const workflowFiles = (
  answers: InitAnswers,
  { action, branch, server }: GithubAnswers,
  templates: ReadonlyMap<string, string>,
): readonly InitFile[] =>
  [...templates].flatMap(([template, text]) => {
    const path = workflowPlace(template, answers);
    if (path === undefined) return [];
    const { site } = answers;
    const whole = site === undefined ? text : siteText(path, text, site.directory);
    return [{ path: `.github/${path}`, text: workflowFor(whole, { uses: action, branch, queue: server === GITHUB }) }];
  });

const githubFiles = (
  answers: InitAnswers,
  github: GithubAnswers,
  templates: ReadonlyMap<string, string>,
): readonly InitFile[] => {
  const workflows = workflowFiles(answers, github, templates);
  return [...ownersFile(answers), ...workflows, ...actionlintFile(workflows), ...iamFiles(answers, github, templates)];
};

/**
 * Every file of a new catalogue, sorted by path.
 * @param templates this package's templates: path below `templates/` to text, and the schemas
 */
export const initFiles = (answers: InitAnswers, templates: ReadonlyMap<string, string>): readonly InitFile[] =>
  [
    { path: 'agentcore-sync.yaml', text: configurationText(answers), yours: true as const },
    { path: 'servers/README.md', text: README },
    // The site is made by each job anew; its state has a branch of its own.
    lined('.gitignore', ['.token', ...(answers.site === undefined ? [] : [`/${answers.site.directory}/`])]),
    editorFile(),
    ...[...templates].flatMap(([path, text]) =>
      path.startsWith('schemas/') ? [{ path: `.github/${path}`, text }] : [],
    ),
    ...(answers.github === undefined ? [] : githubFiles(answers, answers.github, templates)),
  ].sort((one, other) => (one.path < other.path ? -1 : 1));
