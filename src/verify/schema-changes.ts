import { isObject } from '../model/json.ts';
import { type LockedItem, lockedJson } from '../model/tools-lock.ts';
import type { ComparedItem } from './compare.ts';

interface Parameter {
  readonly text: string;
  readonly value: string;
}

const typeOf = (schema: unknown): string => {
  const type = isObject(schema) ? schema['type'] : undefined;
  return typeof type === 'string' ? ` (${type})` : '';
};

const parametersOf = (schema: unknown): ReadonlyMap<string, Parameter> => {
  const properties = isObject(schema) && isObject(schema['properties']) ? schema['properties'] : {};
  const required = isObject(schema) && Array.isArray(schema['required']) ? schema['required'] : [];
  return new Map(
    Object.entries(properties).map(([name, value]) => {
      const isRequired = required.includes(name);
      const text = `${name}${typeOf(value)}${isRequired ? ', required' : ''}`;
      return [name, { text, value: JSON.stringify([value, isRequired]) }];
    }),
  );
};

const changesOf = (before: unknown, after: unknown): readonly string[] => {
  const [was, is] = [parametersOf(before), parametersOf(after)];
  const lines = [
    ...[...is].filter(([name]) => !was.has(name)).map(([, { text }]) => `+ ${text}`),
    ...[...was].filter(([name]) => !is.has(name)).map(([, { text }]) => `- ${text}`),
    ...[...is]
      .filter(([name, { value }]) => was.has(name) && was.get(name)?.value !== value)
      .map(([, { text }]) => `~ ${text}`),
  ];
  return lines.length > 0 ? lines : ['the schema, in what no parameter shows'];
};

/** On one line: each note is one. */
const annotationsOf = (item: LockedItem): string =>
  item.annotations === undefined ? 'none' : JSON.stringify(lockedJson(item, 'annotations'));

/** What of a changed item no description shows, one line each. */
export const notesOn = ({ parts, before, after }: ComparedItem): readonly string[] => {
  if (before === undefined || after === undefined) return [];
  return parts.flatMap((part): readonly string[] => {
    switch (part) {
      case 'schema':
        return [
          ...(before.inputSchema === after.inputSchema
            ? []
            : changesOf(lockedJson(before, 'inputSchema'), lockedJson(after, 'inputSchema'))),
          ...(before.outputSchema === after.outputSchema ? [] : ['its answer has another schema']),
          ...(before.arguments === after.arguments ? [] : ['its arguments']),
        ];
      case 'title':
        return [`title: ${before.title ?? 'none'} → ${after.title ?? 'none'}`];
      case 'annotations':
        return [`annotations: ${annotationsOf(before)} → ${annotationsOf(after)}`];
      case 'other':
        return ['what only its digest shows'];
      default:
        return [];
    }
  });
};
