/** AWS Organizations (JSON 1.1, target prefix AWSOrganizationsV20161128), the calls that read. */
import type { Account, JsonObject, Organization, Unit, World } from '../world.ts';
import { type Answer, type Call, json, type Page, page, refuse, text } from './wire.ts';

/** Most items a page holds, and how many it holds when nothing is asked for. */
const PAGE_SIZE = 20;
const JOINED = 1_736_935_200;

const arnOf = (world: World, organization: Organization, rest: string): string =>
  `arn:${world.partition}:organizations::${organization.managementAccount}:${rest}`;

/** Ids of the units above one, outermost first, itself last. */
const unitsTo = (units: readonly Unit[], id: string): readonly string[] | undefined => {
  for (const unit of units) {
    if (unit.id === id) return [id];
    const below = unitsTo(unit.units, id);
    if (below !== undefined) return [unit.id, ...below];
  }
  return undefined;
};

const accountJson = (world: World, organization: Organization, [id, account]: [string, Account]): JsonObject => ({
  Id: id,
  Arn: arnOf(world, organization, `account/${organization.id}/${id}`),
  Name: account.name,
  Email: account.email,
  State: account.state,
  Paths: [
    `${[organization.id, organization.rootId, ...(unitsTo(organization.units, account.unit ?? '') ?? []), id].join('/')}/`,
  ],
  JoinedMethod: 'CREATED',
  JoinedTimestamp: JOINED,
});

const allUnits = (units: readonly Unit[], parent: string): { unit: Unit; parent: string }[] =>
  units.flatMap((unit) => [{ unit, parent }, ...allUnits(unit.units, unit.id)]);

const listing = <T>(
  call: Call,
  list: { all: readonly T[]; idOf: (item: T) => string; scope: string; pageLimit: number },
  key: string,
  show: (item: T) => JsonObject,
): Answer => {
  const asked = call.body['MaxResults'] ?? PAGE_SIZE;
  if (typeof asked !== 'number' || asked < 1 || asked > PAGE_SIZE) {
    return refuse(400, 'InvalidInputException', 'You specified an invalid value for MaxResults.');
  }
  const request = {
    token: text(call.body, 'NextToken') ?? null,
    size: Math.min(asked, list.pageLimit),
    scope: `${call.name}/${list.scope}`,
  };
  const found: Page<T> | undefined = page(list.all, list.idOf, request);
  if (!found) return refuse(400, 'InvalidInputException', 'You specified an invalid value for NextToken.');
  const next = found.nextToken === undefined ? {} : { NextToken: found.nextToken };
  return json({ [key]: found.items.map(show), ...next });
};

/** Answers one Organizations call of an account. */
export const organizations = (call: Call, account: string, pageLimit: number): Answer => {
  const { world } = call;
  const { organization } = world;
  if (!organization) {
    return refuse(400, 'AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.');
  }
  if (call.name === 'DescribeOrganization') {
    const { id, managementAccount } = organization;
    return json({
      Organization: {
        Id: id,
        Arn: arnOf(world, organization, `organization/${id}`),
        FeatureSet: 'ALL',
        MasterAccountId: managementAccount,
        MasterAccountArn: arnOf(world, organization, `account/${id}/${managementAccount}`),
        MasterAccountEmail: world.accounts[managementAccount]?.email ?? 'aws@example.com',
      },
    });
  }
  if (account !== organization.managementAccount && !organization.delegatedAdministrators.includes(account)) {
    return refuse(400, 'AccessDeniedException', "You don't have permissions to access this resource.");
  }
  return read(call, organization, pageLimit);
};

const read = (call: Call, organization: Organization, pageLimit: number): Answer => {
  const { world } = call;
  const { rootId } = organization;
  const accounts = Object.entries(world.accounts);
  const units = allUnits(organization.units, rootId);
  const parent = text(call.body, 'ParentId') ?? '';
  const show = (entry: [string, Account]): JsonObject => accountJson(world, organization, entry);
  const known = parent === rootId || units.some(({ unit }) => unit.id === parent);
  switch (call.name) {
    case 'ListAccounts':
      return listing(call, { all: accounts, idOf: ([id]) => id, scope: '', pageLimit }, 'Accounts', show);
    case 'ListRoots': {
      const root = { Id: rootId, Arn: arnOf(world, organization, `root/${organization.id}/${rootId}`), Name: 'Root' };
      return json({ Roots: [{ ...root, PolicyTypes: [] }] });
    }
    case 'ListAccountsForParent': {
      if (!known) return refuse(400, 'ParentNotFoundException', `You specified parent "${parent}" that doesn't exist.`);
      const all = accounts.filter(([, value]) => (value.unit ?? rootId) === parent);
      return listing(call, { all, idOf: ([id]) => id, scope: parent, pageLimit }, 'Accounts', show);
    }
    case 'ListOrganizationalUnitsForParent': {
      if (!known) return refuse(400, 'ParentNotFoundException', `You specified parent "${parent}" that doesn't exist.`);
      const all = units.filter((entry) => entry.parent === parent);
      const list = { all, idOf: (entry: { unit: Unit }) => entry.unit.id, scope: parent, pageLimit };
      return listing(call, list, 'OrganizationalUnits', ({ unit }) => ({
        Id: unit.id,
        Arn: arnOf(world, organization, `ou/${organization.id}/${unit.id}`),
        Name: unit.name,
      }));
    }
    case 'ListParents': {
      const child = text(call.body, 'ChildId') ?? '';
      const above = units.find(({ unit }) => unit.id === child)?.parent ?? world.accounts[child]?.unit;
      if (above === undefined && !world.accounts[child]) {
        return refuse(400, 'ChildNotFoundException', `You specified child "${child}" that doesn't exist.`);
      }
      const id = above ?? rootId;
      return json({ Parents: [{ Id: id, Type: id === rootId ? 'ROOT' : 'ORGANIZATIONAL_UNIT' }] });
    }
    default:
      return refuse(400, 'UnknownOperationException', `${call.name} is not known here`);
  }
};
