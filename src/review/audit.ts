import { readChangeLog } from '../catalogue/change-log.ts';
import type { Audit, AuditChange, AuditClient } from '../model/audit.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import type { ReportedEntry } from '../model/reported.ts';
import type { Catalogue } from '../running/catalogue.ts';
import type { CommandContext } from '../running/context.ts';

/** Commits that are looked at: more is another audit, with another day. */
const MOST_COMMITS = 1000;
/** Pull requests whose reviews are read. */
const MOST_REQUESTS = 200;
const APPLY = 'apply.yml';

interface OfGithub {
  readonly changes: readonly AuditChange[];
  readonly missing: readonly string[];
}

/** What GitHub knows of the changes: their pull requests, who approved these, and the run that applied them. */
const askGithub = async (context: CommandContext, changes: readonly AuditChange[]): Promise<OfGithub> => {
  const [{ withRepository }, { readCommitRequests }, { readReviews }, { readGoodRuns }] = await Promise.all([
    import('../forge/github/open.ts'),
    import('../forge/github/commit-requests.ts'),
    import('../forge/github/requests.ts'),
    import('../forge/github/runs.ts'),
  ]);
  const since = context.settings.audit?.since;
  return withRepository(context, async (repository) => {
    const commits = [...new Set(changes.map(({ commit }) => commit))];
    const requests = await readCommitRequests(repository, commits);
    const numbers = [...new Set(commits.flatMap((commit) => requests.get(commit)?.number ?? []))];
    const approvers = new Map<number, readonly string[]>();
    for (const number of numbers.slice(0, MOST_REQUESTS)) {
      approvers.set(number, (await readReviews(repository, number)).approvers);
    }
    const runs = await readGoodRuns(repository, APPLY, since);
    const told = changes.map(({ request: _, ...change }): AuditChange => {
      const request = requests.get(change.commit);
      const run = runs.get(change.commit);
      const approved = request === undefined ? [] : approvers.get(request.number);
      return {
        ...change,
        ...(request === undefined ? {} : { request: { ...request, from: 'github' } }),
        ...(approved === undefined ? {} : { approvers: approved }),
        ...(run === undefined ? {} : { applied: { url: run.url, at: run.updated } }),
      };
    });
    const left = Math.max(0, numbers.length - MOST_REQUESTS);
    return {
      changes: told,
      missing: [
        `A change whose commit no run of ${APPLY} went well on is applied by a later run: that run's page tells.`,
        ...(left > 0 ? [`Who approved ${left} older pull requests was not asked for: give a later --since.`] : []),
      ],
    };
  });
};

const NO_GITHUB =
  'GitHub was not asked: pull requests stand as commits claim them, approvers and runs of apply.yml are not known. Run it in a workflow with github-token.';

const placeOf = (value: EntryFile): string => ('source' in value ? value.source.url : (value.registration.url ?? ''));

const clientsOf = (catalogue: Catalogue, reported: readonly ReportedEntry[], directory: string): AuditClient[] => {
  const urls = new Map(catalogue.entries.map(({ path, value }) => [`${directory}/${path}`, placeOf(value)]));
  return reported.flatMap(({ credential, path, file }) =>
    credential.from === 'client'
      ? [{ issuer: credential.issuer, client: credential.client, path, file, url: urls.get(file) ?? '' }]
      : [],
  );
};

/** Accounts that the configuration, or the organization's file, names, and of which the catalogue has nothing. */
const uncoveredIn = (context: CommandContext, { entries, accounts }: Catalogue): readonly string[] => {
  const { accounts: selection } = context.settings.aws;
  const named = selection.type === 'list' ? selection.accounts : [...accounts.organization.keys()];
  const covered = new Set(entries.flatMap(({ value }) => ('source' in value ? [value.source.account] : [])));
  return [...new Set(named)].filter((account) => !covered.has(account)).sort();
};

/** What an audit asks for, rebuilt from git, the files, and GitHub where a workflow gives a token. */
export const readAudit = async (
  context: CommandContext,
  catalogue: Catalogue,
  reported: readonly ReportedEntry[],
): Promise<Audit> => {
  const { settings, actions, run } = context;
  const since = settings.audit?.since;
  const range = since === undefined ? {} : { since };
  const paths = [settings.directory, settings.config];
  const { changes, more, shallow } = await readChangeLog({ paths, limit: MOST_COMMITS, ...range });
  const asked = actions && run.token !== undefined && run.repository !== undefined;
  const github = asked ? await askGithub(context, changes) : { changes, missing: [NO_GITHUB] };
  return {
    ...range,
    changes: github.changes,
    clients: clientsOf(catalogue, reported, settings.directory),
    accepted: settings.judging.accepted,
    uncovered: uncoveredIn(context, catalogue),
    missing: [
      ...(more ? [`Only the newest ${MOST_COMMITS} commits were looked at: give a later --since.`] : []),
      ...(shallow ? ['This clone lacks older commits: fetch them (fetch-depth: 0).'] : []),
      ...github.missing,
      'Dates and authors are what commits say of themselves.',
      'What each registry holds now is not in it: plan tells, by the marks there.',
      'Whether an account refused its role, only a scan knows: scan tells.',
    ],
  };
};
