import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import { withoutEnd } from '../model/ends.ts';
import { SyncError } from '../model/errors.ts';
import { isObject, textMember } from '../model/json.ts';
import type { OrganizationAccount } from '../model/resource.ts';
import type { CredentialSource } from './cached.ts';
import type { AwsConnection } from './connection.ts';
import { limited } from './connection.ts';
import { awsFailure, failureText } from './failure.ts';
import type { Page } from './pages.ts';
import { allPages } from './pages.ts';

/** Which accounts of an organization are asked for. */
export interface OrganizationSelection {
  /** Units or roots, nested units included; none: everything. */
  readonly units: readonly string[];
  /** Account ids, or units with all below them, left out. */
  readonly exclude: readonly string[];
  /** Account ids added; the management account is scanned only when it is here. */
  readonly include: readonly string[];
}

/** What an organization shows of an account. */
interface Member extends OrganizationAccount {
  readonly active: boolean;
}

const ACCOUNT = /^\d{12}$/;
const PAGE = 20;

/** The items of a page; undefined where it shows none. Throws SyncError cloud/malformed where it holds something else. */
const itemsOf = (call: string, value: unknown): readonly Readonly<Record<string, unknown>>[] | undefined => {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value) && value.every(isObject)) return value;
  throw new SyncError('cloud', 'malformed', `read the organization (${call}): expected a list, met something else`);
};

/** `Status` was retired in favour of `State`; emulators may know only the old one. */
const isActive = (account: Readonly<Record<string, unknown>>): boolean =>
  (account['State'] ?? account['Status']) === 'ACTIVE';

/** `o-…/r-…/ou-…/<account>/` without the account. Emulators and older endpoints show none. */
const unitPath = (paths: unknown): string | undefined => {
  const path: unknown = Array.isArray(paths) ? paths[0] : undefined;
  return typeof path === 'string' ? withoutEnd(path, '/').replace(/\/\d{12}$/, '') : undefined;
};

const memberOf = (account: Readonly<Record<string, unknown>>): readonly Member[] => {
  const id = textMember(account, 'Id');
  if (id === undefined || !ACCOUNT.test(id)) return [];
  const name = textMember(account, 'Name');
  const path = unitPath(account['Paths']);
  return [{ id, ...(name ? { name } : {}), ...(path ? { path } : {}), active: isActive(account) }];
};

const members = (call: string, accounts: unknown): Member[] | undefined => itemsOf(call, accounts)?.flatMap(memberOf);

type Send<Answer> = (client: OrganizationsClient, options: { readonly abortSignal: AbortSignal }) => Promise<Answer>;

/** The organization itself: its id, and the account that manages it. */
interface Described {
  readonly id?: string | undefined;
  readonly management?: string | undefined;
}

interface Reader {
  described(): Promise<Described>;
  all(): Promise<readonly Member[]>;
  /** Accounts directly below a unit or root. */
  accountsOf(parent: string): Promise<readonly Member[]>;
  unitsOf(parent: string): Promise<readonly string[]>;
}

const failed = (call: string, error: unknown): SyncError => {
  if (error instanceof SyncError) return error;
  const failure = awsFailure(error);
  const code = failure.kind === 'throttled' ? 'throttled' : failure.kind === 'denied' ? 'denied' : 'unavailable';
  return new SyncError('cloud', code, `read the organization (${call}): ${failureText(failure)}`, {
    hint: 'Allow the Organizations calls to the caller, or name a role that may make them in aws.organization.role (management account or delegated administrator).',
  });
};

const createReader = async (
  region: string,
  credentials: CredentialSource,
  connection: AwsConnection,
): Promise<Reader> => {
  const sdk = await import('@aws-sdk/client-organizations');
  const client = new sdk.OrganizationsClient({
    region,
    credentials,
    requestHandler: connection.handler,
    maxAttempts: 6,
  });
  const call = async <Answer>(name: string, send: Send<Answer>): Promise<Answer> => {
    try {
      return await limited(connection, `read the organization (${name})`, (options) => send(client, options));
    } catch (error) {
      throw failed(name, error);
    }
  };
  const pages = async <Item>(
    name: string,
    page: (token: string | undefined) => Promise<Page<Item>>,
  ): Promise<readonly Item[]> => {
    const listed = await allPages<Item>(async (token) => ({ ok: true, value: await page(token) }));
    if (!listed.failure) return listed.items;
    throw new SyncError('cloud', 'malformed', `read the organization (${name}): ${failureText(listed.failure)}`);
  };
  return {
    described: async () => {
      const answer = await call('DescribeOrganization', (it, options) =>
        it.send(new sdk.DescribeOrganizationCommand({}), options),
      );
      return { id: answer.Organization?.Id, management: answer.Organization?.MasterAccountId };
    },
    all: () =>
      pages('ListAccounts', async (NextToken) => {
        const command = new sdk.ListAccountsCommand({ MaxResults: PAGE, NextToken });
        const answer = await call('ListAccounts', (it, options) => it.send(command, options));
        return { items: members('ListAccounts', answer.Accounts), nextToken: answer.NextToken };
      }),
    accountsOf: (ParentId) =>
      pages('ListAccountsForParent', async (NextToken) => {
        const command = new sdk.ListAccountsForParentCommand({ ParentId, MaxResults: PAGE, NextToken });
        const answer = await call('ListAccountsForParent', (it, options) => it.send(command, options));
        return { items: members('ListAccountsForParent', answer.Accounts), nextToken: answer.NextToken };
      }),
    unitsOf: (ParentId) =>
      pages('ListOrganizationalUnitsForParent', async (NextToken) => {
        const command = new sdk.ListOrganizationalUnitsForParentCommand({ ParentId, MaxResults: PAGE, NextToken });
        const answer = await call('ListOrganizationalUnitsForParent', (it, options) => it.send(command, options));
        const ids = itemsOf('ListOrganizationalUnitsForParent', answer.OrganizationalUnits)?.flatMap(
          (unit) => textMember(unit, 'Id') ?? [],
        );
        return { items: ids, nextToken: answer.NextToken };
      }),
  };
};

interface OrganizationAccess {
  readonly region: string;
  readonly credentials: CredentialSource;
  readonly connection: AwsConnection;
}

/** The id of the caller's organization, as any of its accounts may ask. Throws SyncError cloud/denied, throttled, unavailable or timeout. */
export const organizationId = async ({
  region,
  credentials,
  connection,
}: OrganizationAccess): Promise<string | undefined> =>
  (await (await createReader(region, credentials, connection)).described()).id;

/** Accounts in units and everything below them; `skipped` units are not entered. */
const below = async (reader: Reader, parents: readonly string[], skipped: ReadonlySet<string>): Promise<Member[]> => {
  const found: Member[] = [];
  const seen = new Set(skipped);
  const waiting = [...parents];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    if (seen.has(parent)) continue;
    seen.add(parent);
    found.push(...(await reader.accountsOf(parent)));
    waiting.push(...(await reader.unitsOf(parent)));
  }
  return found;
};

/**
 * The accounts of an organization that a selection asks for: ACTIVE ones, of all or of units with what is nested in them,
 * without the management account, minus exclusions, plus inclusions. Sorted. Throws SyncError cloud/denied, throttled,
 * unavailable, timeout or malformed: part of an organization is never taken for the whole.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html
 */
export const organizationAccounts = async (
  selection: OrganizationSelection,
  access: OrganizationAccess,
): Promise<readonly OrganizationAccount[]> => {
  const reader = await createReader(access.region, access.credentials, access.connection);
  const excludedUnits = selection.exclude.filter((item) => !ACCOUNT.test(item));
  const excludedAccounts = new Set(selection.exclude.filter((item) => ACCOUNT.test(item)));
  const { management } = await reader.described();
  if (selection.units.length === 0) {
    for (const { id } of await below(reader, excludedUnits, new Set())) excludedAccounts.add(id);
  }
  const candidates =
    selection.units.length === 0 ? await reader.all() : await below(reader, selection.units, new Set(excludedUnits));
  const chosen = candidates.filter(({ id, active }) => active && id !== management && !excludedAccounts.has(id));
  const known = new Map(candidates.map(({ active: _, ...account }) => [account.id, account]));
  const ids = [...new Set([...chosen.map(({ id }) => id), ...selection.include])].sort();
  return ids.map((id) => known.get(id) ?? { id });
};
