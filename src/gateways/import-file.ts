import type { Finding } from '../document/finding.ts';
import type { Definition } from './definition.ts';
import { GATEWAY, WEB_ACL } from './permissions.ts';
import { logicalId, type Resource, type Template } from './template.ts';

/** What AWS has of a definition's gateway, as the catalogue knows it. */
export interface LiveGateway {
  readonly id: string;
  readonly arn: string;
  readonly targets: readonly { readonly id: string; readonly name: string }[];
}

/** One row of the file that a change set of type IMPORT takes. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceToImport.html */
export interface ResourceToImport {
  readonly ResourceType: string;
  readonly LogicalResourceId: string;
  readonly ResourceIdentifier: Readonly<Record<string, string>>;
}

/** A template for an import, which keeps what it takes over, and the file that says what that is. */
export type ImportPlan =
  | { readonly type: 'import'; readonly template: Template; readonly resources: readonly ResourceToImport[] }
  | { readonly type: 'refused'; readonly findings: readonly Finding[] };

const refused = (text: string, hint: string): Finding => ({ rule: 'definition-unrendered', text, hint });

const kept = (resource: Resource): Resource => {
  const { Type, DependsOn, Properties } = resource;
  return {
    Type,
    ...(DependsOn === undefined ? {} : { DependsOn }),
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties,
  };
};

const identifierOf = (
  name: string,
  {
    live,
    ids,
    webAcl,
  }: { readonly live: LiveGateway; readonly ids: ReadonlyMap<string, string>; readonly webAcl: string },
): Readonly<Record<string, string>> => {
  if (name === WEB_ACL) return { ResourceArn: live.arn, WebACLArn: webAcl };
  return name === GATEWAY
    ? { GatewayIdentifier: live.id }
    : { GatewayIdentifier: live.id, TargetId: ids.get(name) ?? '' };
};

/**
 * Makes the template of an import: AWS takes over existing resources only, and nothing new beside them. What a definition
 * makes besides gateway and targets is deployed afterwards.
 */
export const importPlan = (definition: Definition, template: Template, live: LiveGateway | undefined): ImportPlan => {
  if (live === undefined) {
    const { account, region, name } = definition.place;
    return {
      type: 'refused',
      findings: [
        refused(
          `There is no gateway ${name} of ${account} in ${region} to import, as far as the catalogue knows.`,
          'Run scan first; a gateway that is not there yet is deployed without --import.',
        ),
      ],
    };
  }
  const ids = new Map(live.targets.map(({ id, name }) => [logicalId('Target', name), id]));
  const imported = (name: string): boolean => name === GATEWAY || name === WEB_ACL || ids.has(name);
  const others = Object.keys(template.Resources).filter((name) => !imported(name));
  if (others.length > 0) {
    return {
      type: 'refused',
      findings: [
        refused(
          `An import takes over what is there, and ${others.join(', ')} would be new.`,
          'Import what "gateways pull" writes; add the rest afterwards, and deploy.',
        ),
      ],
    };
  }
  const resources = Object.keys(template.Resources).map(
    (name): ResourceToImport => ({
      ResourceType: template.Resources[name]?.Type ?? '',
      LogicalResourceId: name,
      ResourceIdentifier: identifierOf(name, { live, ids, webAcl: definition.value.webAcl?.arn ?? '' }),
    }),
  );
  const Resources = Object.fromEntries(Object.entries(template.Resources).map(([name, one]) => [name, kept(one)]));
  return { type: 'import', template: { ...template, Resources }, resources };
};
