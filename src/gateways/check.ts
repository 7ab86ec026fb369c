import type { Finding } from '../document/finding.ts';
import type { Problem } from '../model/problem.ts';
import { nameFindings } from './collisions.ts';
import { type Definition, sourceOf } from './definition.ts';
import { documentFindings, toolCount } from './document-checks.ts';
import { dynamicResources } from './dynamic.ts';
import { combinationFindings, signingFindings } from './outbound.ts';
import { referenceFindings } from './references.ts';
import { renderTemplate } from './render.ts';
import { roleFindings } from './role-checks.ts';
import { runtimeFindings } from './runtimes.ts';
import { TEMPLATE_BYTES, type Template, templateText } from './template.ts';
import { findUnlisted, type Unlisted } from './unlisted.ts';
import type { GatewayWorld } from './world.ts';

/** Tools above which a model does better when it searches. */
const MANY_TOOLS = 20;

const openFindings = ({ value }: Definition): readonly Finding[] =>
  value.authorizer.type === 'NONE'
    ? [
        {
          rule: 'definition-open',
          pointer: ['authorizer', 'type'],
          text: 'The gateway asks nobody who he is: whoever knows its URL calls every tool.',
          hint: 'Use CUSTOM_JWT, AWS_IAM or ez-auth.',
        },
      ]
    : [];

const searchFindings = (definition: Definition, world: GatewayWorld): readonly Finding[] => {
  const count = toolCount(definition, world);
  if (count <= MANY_TOOLS || definition.value.protocol?.search === 'semantic') return [];
  return [
    {
      rule: 'definition-search',
      pointer: definition.value.protocol === undefined ? [] : ['protocol'],
      text: `The gateway has ${count} tools, and no search: a model is told all of them at every turn.`,
      hint: 'Write protocol: { search: semantic }.',
    },
  ];
};

/** That CloudFormation takes no template of this size, from a bucket neither. */
export const tooLarge = (bytes: number): Finding => ({
  rule: 'definition-unrendered',
  text: `The template has ${bytes} bytes; CloudFormation takes ${TEMPLATE_BYTES.bucket}.`,
  hint: 'Put the documents of targets into S3.',
});

const sizeFindings = (text: string, world: GatewayWorld): readonly Finding[] => {
  const bytes = Buffer.byteLength(text);
  if (bytes <= TEMPLATE_BYTES.text) return [];
  if (bytes > TEMPLATE_BYTES.bucket) return [tooLarge(bytes)];
  if (world.trust.deploy?.bucket !== undefined) return [];
  return [
    {
      rule: 'definition-unrendered',
      severity: 'warning',
      text: `The template has ${bytes} bytes; above ${TEMPLATE_BYTES.text} CloudFormation wants it in a bucket, and gateways.deploy.bucket is not set.`,
      hint: 'Set gateways.deploy.bucket, or put the documents of targets into S3.',
    },
  ];
};

/** How strictly a definition is judged: what is read or drafted may name what nobody has listed yet. */
export type Strictness = 'draft' | 'deploy';

/** A definition with all that is wrong with it, and its template, which is rendered once. */
export interface Checked {
  readonly definition: Definition;
  readonly template: Template;
  /** The template as a text. */
  readonly text: string;
  readonly problems: readonly Problem[];
  /** What it names and the configuration doesn't list. */
  readonly unlisted: readonly Unlisted[];
}

/**
 * Renders a definition, and finds everything that is wrong with it. `draft`: what the configuration does not list is a warning;
 * `deploy`: it is an error, as in review.
 */
export const checkDefinition = (definition: Definition, world: GatewayWorld, strictness: Strictness): Checked => {
  const { value } = definition;
  const template = renderTemplate(definition, world);
  const text = templateText(template, sourceOf(definition));
  const unlisted = findUnlisted(definition, world);
  const findings: readonly Finding[] = [
    ...openFindings(definition),
    ...referenceFindings(value),
    ...nameFindings(definition),
    ...(value.targets ?? []).flatMap((target, at) => [
      ...combinationFindings(target, at),
      ...signingFindings(target, at),
      ...documentFindings(definition, at, world),
      ...runtimeFindings(definition, at, world),
    ]),
    ...roleFindings(definition, template, world),
    ...searchFindings(definition, world),
    ...sizeFindings(text, world),
    ...dynamicResources(template.Resources),
    ...unlisted.map(({ finding }) => (strictness === 'draft' ? { ...finding, severity: 'warning' as const } : finding)),
  ];
  return { definition, template, text, problems: findings.map(definition.problem), unlisted };
};
