import type { Settings } from '../config/settings.ts';
import { type Finding, toProblem } from '../document/finding.ts';
import { parseFile } from '../document/read.ts';
import { ACCOUNTS_FILE, type Tree } from '../model/catalogue.ts';
import { isObject } from '../model/json.ts';
import type { Problem } from '../model/problem.ts';
import type { OrganizationAccount } from '../model/resource.ts';
import { yamlLines } from './yaml-text.ts';

const HEAD = '# The accounts of the organization that the configuration asks for. Written by scan.';

/** The file that says which accounts belong to the catalogue: sorted by id, the same bytes for the same accounts. */
export const renderAccounts = (accounts: readonly OrganizationAccount[]): string => {
  const sorted = accounts.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const rows = sorted.map(({ id, name, path }) => ({
    id,
    ...(name === undefined ? {} : { name }),
    ...(path === undefined ? {} : { path }),
  }));
  const lines = rows.length === 0 ? ['accounts: []'] : yamlLines({ accounts: rows });
  return [HEAD, ...lines, ''].join('\n');
};

const ACCOUNT = /^\d{12}$/;

const fault = (pointer: Finding['pointer'] & object, text: string): Finding => ({
  rule: 'schema',
  pointer,
  text,
  hint: 'Let a scan write this file.',
});

const isText = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string';

const readAccount = (row: unknown, at: number): OrganizationAccount | Finding => {
  const { id, name, path, ...others } = isObject(row) ? row : {};
  const place = ['accounts', at];
  if (typeof id !== 'string' || !ACCOUNT.test(id))
    return fault(place, `accounts[${at}].id: expected twelve digits in quotes.`);
  const [odd] = Object.keys(others);
  if (odd !== undefined)
    return fault([...place, odd], `The key ${JSON.stringify(odd)} is not known in accounts[${at}].`);
  if (!isText(name) || !isText(path)) return fault(place, `accounts[${at}]: expected name and path as texts.`);
  return { id, ...(name === undefined ? {} : { name }), ...(path === undefined ? {} : { path }) };
};

/** The accounts that a scan wrote, or everything that is wrong with the file. `file` is how a user would open it. */
export const readAccounts = (
  file: string,
  text: string,
): { readonly accounts: readonly OrganizationAccount[] } | { readonly problems: readonly Problem[] } => {
  const parsed = parseFile(file, text);
  if ('problems' in parsed) return parsed;
  const rows: unknown = parsed.value['accounts'];
  const others = Object.keys(parsed.value).filter((key) => key !== 'accounts');
  if (!Array.isArray(rows) || others.length > 0) {
    return { problems: [toProblem(fault([], 'Expected accounts: a list, and nothing else.'), file)] };
  }
  const read = rows.map(readAccount);
  const findings = read.filter((one): one is Finding => 'rule' in one);
  return findings.length > 0
    ? { problems: findings.map((finding) => toProblem(finding, file)) }
    : { accounts: read.filter((one): one is OrganizationAccount => 'id' in one) };
};

/** The accounts that a catalogue's file describes, by id; none where there is no file that can be read. */
export const organizationAccounts = (tree: Tree): ReadonlyMap<string, OrganizationAccount> => {
  const text = tree.get(ACCOUNTS_FILE);
  const read = text === undefined ? undefined : readAccounts(ACCOUNTS_FILE, text);
  return new Map(read !== undefined && 'accounts' in read ? read.accounts.map((one) => [one.id, one]) : []);
};

/** Accounts of the organization that a catalogue's file names, with those that the configuration includes itself. */
export const organizationScope = (settings: Pick<Settings, 'aws'>, tree: Tree): ReadonlySet<string> | undefined => {
  const { accounts } = settings.aws;
  const text = tree.get(ACCOUNTS_FILE);
  if (accounts.type !== 'organization' || text === undefined) return undefined;
  const read = readAccounts(ACCOUNTS_FILE, text);
  return 'problems' in read ? undefined : new Set([...read.accounts.map(({ id }) => id), ...accounts.include]);
};
