import type { Finding } from '../document/finding.ts';
import { isObject } from '../model/json.ts';
import type { Definition } from './definition.ts';
import { signedService } from './outbound.ts';
import { type Need, needsOf, needText } from './permissions.ts';
import type { Template } from './template.ts';
import type { GatewayWorld } from './world.ts';

interface Allowed {
  readonly actions: readonly string[];
  readonly resource: unknown;
}

const textList = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');

/** What the rendered policy allows: read from the template, as AWS would. */
const allowedBy = ({ Resources }: Template): readonly Allowed[] => {
  const policy = Resources['GatewayRolePolicy']?.Properties['PolicyDocument'];
  const statements = isObject(policy) ? policy['Statement'] : undefined;
  if (!Array.isArray(statements)) return [];
  return statements.filter(isObject).map((statement) => ({
    actions: textList(statement['Action']),
    resource: statement['Resource'],
  }));
};

const allows = (need: Need, allowed: readonly Allowed[]): boolean =>
  allowed.some(
    ({ actions, resource }) =>
      actions.includes(need.action) && JSON.stringify(resource) === JSON.stringify(need.resource),
  );

/** Services that hand out secrets, tokens or other identities: what of them a role needs follows from the providers. */
const HANDING_OUT: ReadonlySet<string> = new Set([
  'bedrock-agentcore',
  'cognito-idp',
  'iam',
  'kms',
  'secretsmanager',
  'ssm',
  'sts',
]);

const FUNCTION_URL = 'lambda:InvokeFunctionUrl';

/**
 * Whether the role that is made gets what the targets need, simulated from the policy of its template, and nothing by a wildcard. A
 * role that is given is judged by whoever listed it.
 */
export const roleFindings = (definition: Definition, template: Template, world: GatewayWorld): readonly Finding[] => {
  const { role } = definition.value;
  if (role.type === 'given') return [];
  const wild = (role.permissions ?? []).flatMap(({ actions, resources }, at): readonly Finding[] => {
    const met = [...actions, ...resources].filter((one) => one.includes('*'));
    return met.length === 0
      ? []
      : [
          {
            rule: 'definition-role',
            pointer: ['role', 'permissions', at],
            text: `A permission with a wildcard allows more than the targets need: ${met.join(', ')}.`,
            hint: 'Name each action and each resource.',
          },
        ];
  });
  const handing = (role.permissions ?? []).flatMap(({ actions }, at): readonly Finding[] => {
    const met = actions.filter((action) => HANDING_OUT.has(action.split(':')[0] ?? ''));
    return met.length === 0
      ? []
      : [
          {
            rule: 'definition-role',
            pointer: ['role', 'permissions', at, 'actions'],
            text: `${met.join(', ')} could hand a secret or another identity to whoever calls a tool: a made role gets what its providers need, and no more of it.`,
            hint: 'Take it out; or make such a role yourself, have gateways.roles list it, and name it with type: given.',
          },
        ];
  });
  const allowed = allowedBy(template);
  const missing = needsOf(definition, world).filter((need) => !allows(need, allowed));
  const unsaid = (definition.value.targets ?? []).flatMap((target, at): readonly Finding[] => {
    if (target.type !== 'mcpServer' || target.outbound?.type !== 'gateway-role') return [];
    const host = target.endpoint === undefined ? undefined : URL.parse(target.endpoint)?.hostname;
    const isSaid = (role.permissions ?? []).some(({ actions }) => actions.includes(FUNCTION_URL));
    if (host === undefined || signedService(host) !== 'lambda' || isSaid) return [];
    return [
      {
        rule: 'definition-role',
        pointer: ['targets', at, 'endpoint'],
        text: `The role lacks ${FUNCTION_URL} for target ${target.name}: its URL doesn't say which function it is.`,
        hint: 'Add it with the ARN of the function to role.permissions.',
      },
    ];
  });
  const unbounded: readonly Finding[] =
    world.trust.permissionsBoundary === undefined
      ? [
          {
            rule: 'definition-role',
            severity: 'warning',
            pointer: ['role'],
            text: 'The role that is made has no permissions boundary: gateways.permissionsBoundary is not set.',
            hint: 'Set it to the name of a policy of each account; the deploy role makes no role without it.',
          },
        ]
      : [];
  return [
    ...wild,
    ...handing,
    ...missing.map(
      (need): Finding => ({
        rule: 'definition-role',
        pointer: ['role'],
        text: `The role lacks ${needText(need)}.`,
        hint: 'Add it to role.permissions.',
      }),
    ),
    ...unsaid,
    ...unbounded,
  ];
};
