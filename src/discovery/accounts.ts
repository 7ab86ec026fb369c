import type { AwsConnection } from '../aws/connection.ts';
import { organizationAccounts } from '../aws/organization.ts';
import type { Partition } from '../aws/partitions.ts';
import { onePartition, partitionOf } from '../aws/partitions.ts';
import { ownRegion } from '../aws/regions.ts';
import type { AccountSession, IdToken, Sessions } from '../aws/sessions.ts';
import { createSessions } from '../aws/sessions.ts';
import type { AwsSettings } from '../config/settings.ts';
import { splitArn } from '../model/arn.ts';
import type { OrganizationAccount } from '../model/resource.ts';
import type { RunFacts } from '../model/run-facts.ts';

/** Where a run is made from, and whom it acts as. */
export interface Access {
  readonly partition: Partition;
  /** Region of calls that belong to none: STS, EC2's list of Regions, Organizations. */
  readonly homeRegion: string;
  /** Regions that were named or are the caller's own; undefined: all that an account has. */
  readonly regions: readonly string[] | undefined;
  readonly sessions: Sessions;
}

export interface AccessOptions {
  readonly settings: AwsSettings;
  readonly connection: AwsConnection;
  /** What names and tags sessions. */
  readonly run?: RunFacts | undefined;
  readonly idToken?: IdToken;
}

const FALLBACK_REGION = 'us-east-1';

/**
 * Finds Regions, partition and identity as the settings ask. The SDK's own Region (environment, profile) serves where no
 * Region is named, and for calls that belong to none when it is of the same partition.
 * Throws SyncError configuration/contradiction for Regions of several partitions and for sessions that AWS does not give.
 */
export const openAccess = async ({ settings, connection, ...options }: AccessOptions): Promise<Access> => {
  const own = await ownRegion(connection);
  const named = settings.regions.type === 'list' ? settings.regions.regions : [];
  const [first = own ?? FALLBACK_REGION, ...rest] = named;
  const partition = onePartition([first, ...rest], settings.hubRole);
  const homeRegion = own !== undefined && partitionOf(own).name === partition.name ? own : partition.globalRegion;
  return {
    partition,
    homeRegion,
    regions: settings.regions.type === 'all' ? undefined : [first, ...rest],
    sessions: createSessions({ settings, partition, region: homeRegion, connection, ...options }),
  };
};

/** The accounts that the configuration asks for, sorted; `own`: the caller's session, which is the account's then. */
export interface Accounts {
  readonly ids: readonly string[];
  /** As AWS Organizations showed them, where it was asked. */
  readonly organization?: readonly OrganizationAccount[];
  readonly own?: AccountSession;
}

/** The ARN's account and the role's name with its path. */
const roleParts = (arn: string): { readonly account: string; readonly role: string } => {
  const { account, resource } = splitArn(arn);
  return { account, role: resource.replace(/^role\//, '') };
};

/**
 * The accounts of a run. Also proves the caller's credentials, where there are any before the accounts' own: without them
 * nothing can be done, so it throws what `Sessions.caller` or `organizationAccounts` throw.
 */
export const findAccounts = async (
  settings: AwsSettings,
  access: Access,
  connection: AwsConnection,
): Promise<Accounts> => {
  const { sessions, partition } = access;
  const { accounts: selection } = settings;
  switch (selection.type) {
    case 'own': {
      const own = await sessions.caller();
      return { ids: [own.account], own };
    }
    case 'list': {
      if (settings.credentials === 'default-chain' || settings.hubRole !== undefined) await sessions.caller();
      return { ids: [...new Set(selection.accounts)].sort() };
    }
    case 'organization': {
      const { account, role } = roleParts(selection.role ?? '');
      const session = selection.role === undefined ? await sessions.caller() : await sessions.account(account, role);
      const { credentials } = session;
      const access = { region: partition.globalRegion, credentials, connection };
      const organization = await organizationAccounts(selection, access);
      return { ids: organization.map(({ id }) => id), organization };
    }
  }
};
