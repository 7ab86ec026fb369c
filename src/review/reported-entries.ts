import { askedPaths } from '../catalogue/asked-paths.ts';
import { factsOf } from '../catalogue/entry-facts.ts';
import { lockPath, readLockOf } from '../catalogue/tool-locks.ts';
import { createMatcher, type Match } from '../credentials/match.ts';
import { isCallers } from '../model/callers.ts';
import type { Entry } from '../model/catalogue.ts';
import { compareTexts } from '../model/compare-texts.ts';
import { authorizerOf } from '../model/entry-parts.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import { isNews, type Problem } from '../model/problem.ts';
import type { Origin } from '../model/registration.ts';
import type { ReportedCredential, ReportedEntry, ReportedLock } from '../model/reported.ts';
import type { Catalogue } from '../running/catalogue.ts';
import type { CommandContext } from '../running/context.ts';
import { renderSettings } from '../running/rendering.ts';
import { ownersBy } from '../running/selecting.ts';

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
export const reportedEntries = (
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
