import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import type { Finding } from '../document/finding.ts';
import { mapOf, textOf } from './answers.ts';
import type { Definition } from './definition.ts';
import { GATEWAY, WEB_ACL } from './permissions.ts';
import type { LiveAnswer } from './pull.ts';
import { type ImportTemplate, logicalId, type Resource, type Template } from './template.ts';

/** What AWS has of a definition's gateway, as the catalogue knows it. */
export interface LiveGateway {
  readonly id: string;
  readonly arn: string;
  readonly targets: readonly { readonly id: string; readonly name: string }[];
}

/** The ids of what AWS answers. */
export const liveGatewayOf = ({ gateway, targets }: LiveAnswer): LiveGateway => ({
  id: textOf(gateway['gatewayId']) ?? '',
  arn: textOf(gateway['gatewayArn']) ?? '',
  targets: targets.map((target) => ({ id: textOf(target['targetId']) ?? '', name: textOf(target['name']) ?? '' })),
});

/** One row of the file that a change set of type IMPORT takes. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceToImport.html */
export interface ResourceToImport {
  readonly ResourceType: string;
  readonly LogicalResourceId: string;
  readonly ResourceIdentifier: Readonly<Record<string, string>>;
}

/** A template for an import, which keeps what it takes over, and the file that says what that is. */
export type ImportPlan =
  | { readonly type: 'import'; readonly template: ImportTemplate; readonly resources: readonly ResourceToImport[] }
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
  // An import may add no outputs: those come with the first change after it.
  const { Outputs: _, ...rest } = template;
  return { type: 'import', template: keeping(rest, () => true), resources };
};

/** A template of which CloudFormation deletes nothing that `isKept` names by its logical name. */
export const keeping = <Kept extends ImportTemplate>(template: Kept, isKept: (name: string) => boolean): Kept => ({
  ...template,
  Resources: Object.fromEntries(
    Object.entries(template.Resources).map(([name, one]) => [name, isKept(name) ? kept(one) : one]),
  ),
});

/** Logical names of the resources that a stack's template keeps; none where the text is no template. */
export const keptIn = (text: string): ReadonlySet<string> => {
  const resources = mapOf(mapOf(looselyRead(text))['Resources']);
  return new Set(Object.keys(resources).filter((name) => mapOf(resources[name])['DeletionPolicy'] === 'Retain'));
};

/** CloudFormation's own text, of which nothing but policies is taken: whoever changed the stack by hand may have used short forms. */
const looselyRead = (text: string): unknown => {
  try {
    return parse(text, { version: '1.1', logLevel: 'silent', maxAliasCount: 0 });
  } catch {
    return undefined;
  }
};

/**
 * Logical names of the resources in which a definition's template and one of what is live differ. An import compares
 * nothing: what differs would pass for done, and never be.
 */
export const differingResources = (wanted: Template, live: Template): readonly string[] =>
  [...new Set([...Object.keys(wanted.Resources), ...Object.keys(live.Resources)])]
    .filter((name) => !isDeepStrictEqual(wanted.Resources[name], live.Resources[name]))
    .sort();
