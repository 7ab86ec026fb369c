import { openAwsConnection } from '../aws/connection.ts';
import { signAgentCore } from '../aws/sign.ts';
import type { AwsSettings } from '../config/settings.ts';
import { findAccounts, openAccess } from '../discovery/accounts.ts';
import { maskForms } from '../net/masks.ts';
import type { CommandContext } from '../running/context.ts';
import type { Sign } from './world.ts';

/** Signs requests as the role that may call servers, in the account of each. */
export interface IamSigning {
  readonly signFor: (
    account: string,
    region: string,
  ) => Promise<{ readonly sign: Sign; readonly secrets: readonly string[] }>;
  readonly close: () => void;
}

/** The settings of who calls: same accounts, another role, another hub. */
const callingSettings = (aws: AwsSettings, verify: NonNullable<AwsSettings['verify']>): AwsSettings => {
  const { hubRole: _, ...settings } = aws;
  return { ...settings, role: verify.role, ...(verify.hubRole === undefined ? {} : { hubRole: verify.hubRole }) };
};

/** Opens what signs calls to servers that take AWS's signatures. Nobody is asked before a signature is. */
export const openIamSigning = (
  { settings, environment, clock, signal, run, mask }: CommandContext,
  verify: NonNullable<AwsSettings['verify']>,
  idToken: (audience: string) => Promise<string>,
): IamSigning => {
  const aws = callingSettings(settings.aws, verify);
  const connection = openAwsConnection({ environment, clock, callSeconds: aws.callSeconds, signal });
  const open = async () => {
    const access = await openAccess({ settings: aws, connection, run, idToken });
    return { access, own: aws.accounts.type === 'own' ? (await findAccounts(aws, access, connection)).own : undefined };
  };
  let opened: ReturnType<typeof open> | undefined;
  return {
    signFor: async (account, region) => {
      opened ??= open();
      const { access, own } = await opened;
      const { credentials } = own?.account === account ? own : await access.sessions.account(account);
      const { secretAccessKey, sessionToken = '' } = await credentials();
      const secrets = [secretAccessKey, sessionToken]
        .filter((secret) => secret !== '')
        .flatMap((one) => maskForms(one));
      for (const form of secrets) mask(form);
      return { sign: (request) => signAgentCore(request, { region, credentials, clock }), secrets };
    },
    close: () => connection.close(),
  };
};
