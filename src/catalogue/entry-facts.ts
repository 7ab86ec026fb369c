import type { EntryFacts } from '../config/placeholders.ts';
import { namesOf, sourceOf } from '../kinds/table.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import type { OrganizationAccount } from '../model/resource.ts';

/** What is known of accounts: the configuration's aliases, and the organization's names and paths as scan wrote them. */
export interface AccountFacts {
  readonly aliases: Readonly<Record<string, string>>;
  readonly organization: ReadonlyMap<string, OrganizationAccount>;
}

/** Name and path of an account, each only where it is known. */
export const accountFacts = (
  account: string,
  { aliases, organization }: AccountFacts,
): Pick<EntryFacts, 'account' | 'alias' | 'ou'> => {
  const known = organization.get(account);
  const alias = Object.hasOwn(aliases, account) ? aliases[account] : known?.name;
  return {
    account,
    ...(alias === undefined ? {} : { alias }),
    ...(known?.path === undefined ? {} : { ou: known.path }),
  };
};

/** What of an entry its defaults go by. */
export const factsOf = (value: EntryFile, accounts: AccountFacts): EntryFacts => {
  const { kind } = value;
  if (!('source' in value)) return { kind, name: value.registration.name ?? value.registration.path };
  const { account, region } = value.source;
  return { kind, name: namesOf(sourceOf(value)).at(-1) ?? '', region, ...accountFacts(account, accounts) };
};
