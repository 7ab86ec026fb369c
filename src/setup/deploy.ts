import type { AccountSelection } from '../config/settings.ts';
import type { InitScope } from './answers.ts';

const TEMPLATES = 'iam/cloudformation';
const CAPABLE = '--capabilities CAPABILITY_NAMED_IAM';

/** The command that deploys one template in the account of whoever runs it. */
const deployCommand = (stack: string, template: string, folder = TEMPLATES): string =>
  `aws cloudformation deploy --stack-name ${stack} --template-file ${folder}/${template}.yaml --parameter-overrides file://${folder}/${template}.parameters.json ${CAPABLE}`;

/** The command that deploys the two hubs. */
export const hubCommand = (): string => deployCommand('agentcore-sync-hub', 'hub');

/** The commands that deploy what deploys gateways: the hub once, and the roles in each account of gateways. */
export const gatewayCommands = (): { readonly hub: string; readonly account: string } => ({
  hub: deployCommand('agentcore-deploy-hub', 'hub', 'iam/gateways'),
  account: deployCommand('agentcore-deploy', 'account', 'iam/gateways'),
});

const ROOT = "$(aws organizations list-roots --query 'Roots[0].Id' --output text)";

/** Where a StackSet with service-managed permissions puts its stacks. */
const targetsOf = (scope: InitScope): string => {
  switch (scope.type) {
    case 'own':
      return `OrganizationalUnitIds=${ROOT}`;
    case 'accounts':
      return `Accounts=${scope.accounts.join(',')},OrganizationalUnitIds=${ROOT},AccountFilterType=INTERSECTION`;
    case 'organization':
      return `OrganizationalUnitIds=${scope.units.length === 0 ? ROOT : scope.units.join(',')}`;
  }
};

const SET = '--stack-set-name agentcore-sync';
const SOURCE = `--template-body file://${TEMPLATES}/account.yaml --parameters file://${TEMPLATES}/account.parameters.json ${CAPABLE}`;

/** Whether the roles of so many accounts come by a stack of the account itself; several have a StackSet. */
const isAlone = (scope: AccountSelection | InitScope): boolean =>
  scope.type === 'own' || ('accounts' in scope && scope.accounts.length === 1);

/** The command that brings the roles to an account that lacks them: one more of the StackSet, or the only one's stack. */
export const addAccountCommand = (account: string, all: AccountSelection): string =>
  isAlone(all)
    ? deployCommand('agentcore-sync', 'account')
    : `aws cloudformation create-stack-instances ${SET} --deployment-targets ${targetsOf({ type: 'accounts', accounts: [account] })} --regions us-east-1`;

/** The command that brings every account to the roles of `iam/`. */
export const updateAccountsCommand = (all: AccountSelection): string =>
  isAlone(all) ? deployCommand('agentcore-sync', 'account') : `aws cloudformation update-stack-set ${SET} ${SOURCE}`;

/**
 * The one command that brings the roles to the accounts: a StackSet for several, a stack for one's own. To be run in the
 * management account or by a delegated administrator of StackSets.
 */
export const accountCommand = (scope: InitScope): string => {
  if (isAlone(scope)) return deployCommand('agentcore-sync', 'account');
  const create = `aws cloudformation create-stack-set ${SET} ${SOURCE} --permission-model SERVICE_MANAGED --auto-deployment Enabled=true,RetainStacksOnAccountRemoval=false`;
  const instances = `aws cloudformation create-stack-instances ${SET} --deployment-targets ${targetsOf(scope)} --regions us-east-1`;
  return `${create} && ${instances}`;
};
