import { loadContract } from '../../../sandbox/github/contract.ts';
import { type Github, startGithub } from '../../../sandbox/github/server.ts';
import type { EntryRules } from '../../../src/forge/github/branch.ts';
import { openRepository, type Repository } from '../../../src/forge/github/client.ts';
import type { RequestContent } from '../../../src/forge/github/content.ts';
import { readRun } from '../../../src/forge/github/environment.ts';
import { type ProposeResult, propose } from '../../../src/forge/github/propose.ts';
import type { Tree } from '../../../src/model/catalogue.ts';

/** An entry as these tests write it: two lines that the rules can tell apart. */
export const entry = (source: string, registration = 'default'): string =>
  `source: ${source}\nregistration: ${registration}\n`;

const lineOf = (text: string, key: string): string => new RegExp(`^${key}: (.*)$`, 'm').exec(text)?.[1] ?? '';

/** The catalogue's knowledge of entries, for entries of two lines. */
export const rules: EntryRules = {
  mergeEntry: (_path, { ancestor, base, branch }) => {
    const [before, ours, theirs] = [ancestor ?? '', base, branch].map((text) => lineOf(text, 'registration'));
    return entry(lineOf(branch, 'source'), (theirs === before ? ours : theirs) ?? '');
  },
  declined: (path, text) => (path.startsWith('manual/') ? undefined : entry(lineOf(text, 'source'), 'register false')),
  renames: (removed, added) =>
    new Map(
      [...removed].flatMap(([from, text]) => {
        const to = [...added].find(
          ([, it]) => lineOf(it, 'source').split('@')[0] === lineOf(text, 'source').split('@')[0],
        );
        return to && from !== to[0] ? [[from, to[0]] as const] : [];
      }),
    ),
  settled: (merged) => merged,
};

/** What AWS shows: path to source. `listed` says which paths a run looks at. */
export interface Cloud {
  readonly sources: Readonly<Record<string, string>>;
  readonly listed?: (path: string) => boolean;
}

/** A scan in small: rewrites sources it sees, adds new entries, removes what is gone, leaves the rest. */
export const scanOver = (carried: Tree, cloud: Cloud): Tree => {
  const listed = cloud.listed ?? (() => true);
  const wanted = new Map(
    [...carried].filter(([path]) => path.startsWith('manual/') || !listed(path) || path in cloud.sources),
  );
  for (const [path, source] of Object.entries(cloud.sources)) {
    if (!listed(path)) continue;
    const before = carried.get(path);
    wanted.set(path, before === undefined ? entry(source) : before.replace(/^source: .*$/m, `source: ${source}`));
  }
  return wanted;
};

export const content: RequestContent = {
  title: 'Scan of AgentCore',
  body: 'What changed',
  labels: ['agentcore'],
  reviewers: ['alice'],
  teams: ['platform'],
  assignees: [],
  draft: false,
  commitMessage: 'Scan of AgentCore',
  changedAfterApproval: 'The content changed after an approval.',
};

export const BRANCH = 'agentcore-sync';

/** A repository on the double as a job sees it; waits last no time. */
export const openOn = (github: Github, token = github.jobToken()): Repository =>
  openRepository({ run: readRun(github.environment), token, fetch, secondMs: 0 });

export interface Stage {
  readonly github: Github;
  readonly repository: Repository;
  /** One run of scan on what AWS shows. */
  readonly scan: (cloud: Cloud, overrides?: Partial<RequestContent>, as?: Repository) => Promise<ProposeResult>;
  /** The branch's or the base's catalogue. */
  readonly servers: (branch?: string) => Record<string, string>;
  readonly commits: (branch?: string) => string[];
}

/** GitHub's description, compiled once for all tests of a file. */
export const contract = loadContract();

/** A catalogue with one registered entry, and a job that scans into it. */
export const stage = async (files: Readonly<Record<string, string>> = {}): Promise<Stage> => {
  const github = await startGithub({
    repository: 'acme/catalogue',
    contract,
    files: {
      'README.md': 'A catalogue\n',
      '.github/workflows/ci.yml': 'on: push\n',
      'servers/a.yaml': entry('a1'),
      ...files,
    },
  });
  const repository = openOn(github);
  return {
    github,
    repository,
    scan: (cloud, overrides = {}, as = repository) =>
      propose(as, {
        branch: BRANCH,
        directory: 'servers',
        known: new Map(),
        rules,
        build: ({ carried }) => ({ wanted: scanOver(carried, cloud), content: { ...content, ...overrides } }),
      }),
    servers: (branch = BRANCH) =>
      Object.fromEntries(
        Object.entries(github.people.files(branch, 'servers/')).map(([path, text]) => [
          path.slice('servers/'.length),
          text,
        ]),
      ),
    commits: (branch = BRANCH) => {
      const { git } = github.world;
      const base = git.resolve('refs/heads/main') ?? '';
      return git
        .commitsBetween([base], `refs/heads/${branch}`)
        .map((sha) => git.readCommit(sha).message.split('\n')[0] ?? '');
    },
  };
};
