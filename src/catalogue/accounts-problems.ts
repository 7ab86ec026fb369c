import type { Settings } from '../config/settings.ts';
import { ACCOUNTS_FILE, type Tree } from '../model/catalogue.ts';
import type { Problem } from '../model/problem.ts';
import { readAccounts } from './accounts-file.ts';
import { locationOf } from './layout.ts';

/** What is wrong with the file of accounts itself, and that none can be judged without it. */
export const scopeProblems = (
  settings: Settings,
  tree: Tree,
  scope: ReadonlySet<string> | undefined,
): readonly Problem[] => {
  const file = `${settings.directory}/${ACCOUNTS_FILE}`;
  const text = tree.get(ACCOUNTS_FILE);
  const read = text === undefined ? undefined : readAccounts(file, text);
  const faults = read !== undefined && 'problems' in read ? read.problems : [];
  const scanned = [...tree.keys()].some((path) => locationOf(path).type === 'scanned');
  if (settings.aws.accounts.type !== 'organization' || scope !== undefined || !scanned) return faults;
  const unknown: Problem = {
    rule: 'accounts-unknown',
    severity: 'warning',
    subject: file,
    text: `Accounts are not judged: aws.organization is configured, and there is no ${file} to tell which accounts it has.`,
    hint: 'Merge the one that the next scan writes.',
  };
  return [...faults, unknown];
};
