import { askedPaths } from '../catalogue/asked-paths.ts';
import { factsOf } from '../catalogue/entry-facts.ts';
import { lockPath, readLockOf, readLocks } from '../catalogue/tool-locks.ts';
import { createMatcher, type Match } from '../credentials/match.ts';
import { isCallers } from '../model/callers.ts';
import type { Entry } from '../model/catalogue.ts';
import { compareTexts } from '../model/compare-texts.ts';
import { authorizerOf } from '../model/entry-parts.ts';
import { EXIT } from '../model/errors.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import { distinctProblems, isNews, type Problem } from '../model/problem.ts';
import type { Origin } from '../model/registration.ts';
import type { ReportedCredential, ReportedEntry, ReportedLock } from '../model/reported.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { inventoryReport, reportResult } from '../report/inventory.ts';
import { reportMarkdown, reportText } from '../report/report.ts';
import { type Catalogue, loadCatalogue, renderSettings } from '../running/catalogue.ts';
import type { CommandContext, CommandResult, RunCommand } from '../running/context.ts';
import { fails, judged } from '../running/judging.ts';
import { keptProblems, nothingKept, ownersBy, selectingOf } from '../running/selecting.ts';

const credentialOf = (value: EntryFile, match: Match): ReportedCredential => {
  if (isCallers(value)) return { from: 'caller' };
  switch (match.type) {
    case 'client':
      return { from: 'client', issuer: match.choice.issuer.issuer, client: match.choice.client.id };
    case 'none':
      return { from: 'none' };
    case 'uncovered':
    case 'ambiguous':
    case 'refused':
      return { from: 'missing', why: match.text };
  }
};

const authorizationOf = (value: EntryFile): { readonly authorization?: string } => {
  const type = 'source' in value ? authorizerOf(value)?.type : (value.registration.authScheme ?? 'none');
  return type === undefined ? {} : { authorization: type };
};

/** What an entry asks for; one that stays out of the registry is still somebody's. */
const rowsOf = ({ value }: Entry): readonly { readonly path: string; readonly endpoint?: string }[] => {
  const asked = askedPaths(value);
  return asked.length === 0 ? [{ path: value.registration.path }] : asked;
};

/** Entries as facts, each with the problems of its own files. Needs neither network nor secret. */
const reportedEntries = (
  { settings }: CommandContext,
  { entries, accounts, tree }: Catalogue,
  problems: readonly Problem[],
): readonly ReportedEntry[] => {
  const { directory } = settings;
  const { defaultsOf } = renderSettings(settings, accounts);
  const match = createMatcher(settings.issuers);
  const ownersOf = ownersBy(settings);
  const byFile = Map.groupBy(problems.filter(isNews), ({ place }) => place?.file ?? '');
  const lockOf = (value: EntryFile, origin: Origin): ReportedLock => {
    const read = readLockOf(tree, origin, directory);
    if (read !== undefined) return 'lock' in read ? 'there' : 'unreadable';
    return defaultsOf(value).requireLock.value ? 'required' : 'missing';
  };
  return entries.flatMap((entry) =>
    rowsOf(entry).map(({ path, endpoint }): ReportedEntry => {
      const { value } = entry;
      const origin: Origin = { file: entry.path, ...(endpoint === undefined ? {} : { endpoint }) };
      // What an entry is told of stands at its own row alone: else its endpoints would count it again.
      const files = [...(endpoint === undefined ? [entry.path] : []), lockPath(origin)];
      return {
        file: `${directory}/${entry.path}`,
        path,
        ...(endpoint === undefined ? {} : { endpoint }),
        kind: value.kind,
        ...('source' in value ? { account: value.source.account, region: value.source.region } : {}),
        owners: [...new Set(ownersOf(factsOf(value, accounts)))].sort(compareTexts),
        registered: askedPaths(value).length > 0,
        ...authorizationOf(value),
        credential: credentialOf(value, match(value, path)),
        lock: lockOf(value, origin),
        findings: files.flatMap((file) => byFile.get(`${directory}/${file}`) ?? []),
      };
    }),
  );
};

/** The same files, as an audit asks about them. */
const audited = async (
  context: CommandContext,
  catalogue: Catalogue,
  { reported, problems }: { readonly reported: readonly ReportedEntry[]; readonly problems: readonly Problem[] },
): Promise<CommandResult> => {
  const [{ readAudit }, { auditCsv, auditMarkdown }] = await Promise.all([
    import('../review/audit.ts'),
    import('../report/audit.ts'),
  ]);
  const audit = await readAudit(context, catalogue, reported);
  return {
    exitCode: fails(problems, context) ? EXIT.failed : EXIT.done,
    result: { audit },
    problems,
    text: auditCsv(audit),
    markdown: auditMarkdown(audit, SUMMARY_LIMIT),
    outputs: {},
  };
};

/** Files to who owns what, how it is guarded, and what is open. What belongs to no entry is told as validate tells it. */
export const report: RunCommand = async (context) => {
  const { settings, terminal } = context;
  if (settings.unlisted) return (await import('../registry-runs/unlisted.ts')).unlisted(context);
  const catalogue = await loadCatalogue(context);
  const locks = readLocks(catalogue.tree, settings.directory);
  const all = distinctProblems(judged([...catalogue.problems, ...locks.problems], context));
  const kept = selectingOf(context, catalogue);
  const entries = catalogue.entries.filter((entry) => kept?.entry(entry) !== false);
  const reported = reportedEntries(context, { ...catalogue, entries }, all);
  const told = new Set(reported.flatMap(({ findings }) => findings));
  const nothing = entries.length === 0 && settings.only !== undefined ? [nothingKept(settings.only)] : [];
  const problems = [...keptProblems(kept, all).filter((problem) => !told.has(problem)), ...nothing];
  if (settings.audit !== undefined) return audited(context, { ...catalogue, entries }, { reported, problems });
  const shown = inventoryReport(reported, problems);
  const markdown = (limit: number): string => reportMarkdown(shown, { limit });
  return {
    exitCode: fails(problems, context) ? EXIT.failed : EXIT.done,
    result: reportResult(reported),
    problems,
    text: settings.markdown ? markdown(Number.POSITIVE_INFINITY) : reportText(shown, terminal),
    markdown: markdown(SUMMARY_LIMIT),
    outputs: {},
  };
};
