import { createHash } from 'node:crypto';
import { stringify } from 'yaml';

/** A value of a template: what YAML and JSON hold, functions of CloudFormation among them. */
export type TemplateValue =
  | string
  | number
  | boolean
  | readonly TemplateValue[]
  | { readonly [key: string]: TemplateValue };

type Values = Readonly<Record<string, TemplateValue>>;

/** One resource of a template. */
export interface Resource {
  readonly Type: string;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: 'Retain';
  readonly UpdateReplacePolicy?: 'Retain';
  readonly Properties: Values;
}

/** A CloudFormation template, as far as one is made here. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html */
export interface Template {
  readonly AWSTemplateFormatVersion: '2010-09-09';
  readonly Description: string;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs: Readonly<Record<string, { readonly Description: string; readonly Value: TemplateValue }>>;
}

/** A template while resources are imported: no outputs can be added then. */
export type ImportTemplate = Omit<Template, 'Outputs'>;

/** Bytes of a template that CloudFormation takes as a text; above it wants it in a bucket, up to a megabyte. */
export const TEMPLATE_BYTES = { text: 51_200, bucket: 1_000_000 } as const;

/** What another resource of the template returns as its name. */
export const ref = (resource: string): TemplateValue => ({ Ref: resource });

/** An attribute of another resource of the template. */
export const attribute = (resource: string, name: string): TemplateValue => ({ 'Fn::GetAtt': [resource, name] });

/** Texts and values, one after another. */
export const joined = (parts: readonly TemplateValue[]): TemplateValue =>
  parts.every((part) => typeof part === 'string') ? parts.join('') : { 'Fn::Join': ['', parts] };

/** An object without the members that are not set, or are an empty list or object. */
export const given = (members: Readonly<Record<string, TemplateValue | undefined>>): Values =>
  Object.fromEntries(
    Object.entries(members).filter((member): member is [string, TemplateValue] => {
      const [, value] = member;
      if (value === undefined) return false;
      return typeof value !== 'object' || (Array.isArray(value) ? value : Object.keys(value)).length > 0;
    }),
  );

const camel = (name: string): string =>
  name
    .split(/[^A-Za-z0-9]+/)
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`)
    .join('');

/** The name of a resource in the template: letters and digits. Names that differ by other characters alone stay apart. */
export const logicalId = (kind: string, name: string): string => {
  const plain = /^[A-Za-z0-9]*$/.test(name);
  const tail = plain ? '' : createHash('sha256').update(name).digest('hex').slice(0, 6);
  return `${kind}${camel(name)}${tail}`;
};

/** Tags as most resources take them. */
export const tagList = (tags: Readonly<Record<string, string>> | undefined): readonly TemplateValue[] =>
  Object.entries(tags ?? {})
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([Key, Value]) => ({ Key, Value }));

/**
 * The template's text: block style, texts of several lines as blocks, the same for the same template. CloudFormation reads
 * YAML 1.1, where on, 012 and 2012-10-17 are no texts unless they are quoted. `source`: the definition's file.
 */
export const templateText = (template: Template | ImportTemplate, source: string): string =>
  `# Rendered from ${source} by "agentcore-sync gateways render". Do not edit.\n${stringify(template, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false })}`;
