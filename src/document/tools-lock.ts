import toolsLockSchema from '../../schemas/tools-lock.schema.json' with { type: 'json' };
import type { LockedItem, ToolsLockFile } from '../model/generated/tools-lock.ts';
import { validate } from '../model/generated/validate-tools-lock.js';
import { parseJson } from '../model/json.ts';
import type { Problem } from '../model/problem.ts';
import { LOCK_JSON, LOCK_LISTS, type ToolsLock } from '../model/tools-lock.ts';
import { positionsIn, yamlBlock } from './characters.ts';
import { type Finding, toProblem } from './finding.ts';
import { offsetOf } from './offset.ts';
import { faultProblems, parseSyntax } from './read.ts';
import { schemaFindings } from './schema-findings.ts';
import { knownKeys } from './schema-tree.ts';
import { LOCK_LIMITS, plainMap } from './syntax.ts';

const HEADER = [
  '# Written by lock: what this server or agent says of itself, as it was reviewed.',
  "# Review the changes, don't edit: verify compares what is there with this file.",
] as const;

/** Texts that any reader of YAML takes for the text itself when they stand without quotes. */
const PLAIN = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[A-Za-z_][A-Za-z0-9_.-]*$/i;

const scalar = (text: string, indent: string): string => {
  if (PLAIN.test(text)) return text;
  // A name is read at a glance: on one line, unless it has several.
  const block = yamlBlock(text, indent);
  return block.startsWith('|') && !text.includes('\n') ? JSON.stringify(text) : block;
};

/** Names and the like are read at a glance; all other texts are blocks. */
const SHORT: ReadonlySet<string> = new Set(['name', 'title', 'uriTemplate']);

const textOf = (key: string, text: string, indent: string): string =>
  `${key}: ${SHORT.has(key) ? scalar(text, indent) : yamlBlock(text, indent)}`;

const pairs = (value: object, indent: string): readonly string[] =>
  Object.entries(value).flatMap(([key, text]) => (typeof text === 'string' ? [textOf(key, text, indent)] : []));

const BELOW = '  ';
const IN_ITEM = '      ';

/** An item's texts in the order in which a reviewer wants them. */
const ordered = ({
  name,
  uriTemplate,
  title,
  description,
  annotations,
  inputSchema,
  outputSchema,
  arguments: given,
  digest,
}: LockedItem) => ({
  name,
  uriTemplate,
  title,
  description,
  annotations,
  inputSchema,
  outputSchema,
  arguments: given,
  digest,
});

const itemText = (item: LockedItem): string =>
  Object.entries(ordered(item))
    .flatMap(([key, text]) => {
      if (text === undefined) return [];
      if (key === 'digest') return [`digest: ${text}`];
      return [textOf(key, text, IN_ITEM)];
    })
    .map((line, at) => (at === 0 ? `  - ${line}\n` : `    ${line}\n`))
    .join('');

const headText = ({ server, agent }: ToolsLock): string => {
  const [key, { name, ...texts }] = server === undefined ? (['agent', agent] as const) : (['server', server] as const);
  const lines = pairs({ name, ...texts }, `${BELOW}${BELOW}`);
  return [`${key}:`, ...lines.map((line) => `${BELOW}${line}`), ''].join('\n');
};

/**
 * A lock as the text of its file: the same text for the same lock. `refused`: it has more items or bytes than a lock may,
 * and one sentence says so.
 */
export const writeToolsLock = (lock: ToolsLock): { readonly text: string } | { readonly refused: string } => {
  const count = LOCK_LISTS.reduce((sum, list) => sum + lock[list].length, 0);
  if (count > LOCK_LIMITS.items)
    return { refused: `It has ${count} items; a lock holds ${LOCK_LIMITS.items} at most.` };
  const lists = LOCK_LISTS.map((list) =>
    lock[list].length === 0 ? '' : `${list}:\n${lock[list].map(itemText).join('')}`,
  );
  const text = [...HEADER, 'kind: tools-lock', 'form: 1', `${headText(lock)}${lists.join('')}`].join('\n');
  const bytes = Buffer.byteLength(text);
  if (bytes <= LOCK_LIMITS.bytes) return { text };
  return { refused: `Its lock would have ${bytes} bytes; a lock has ${LOCK_LIMITS.bytes} at most.` };
};

const notJson = (value: ToolsLockFile): readonly Finding[] =>
  LOCK_LISTS.flatMap((list) =>
    (value[list] ?? []).flatMap((item, index) =>
      LOCK_JSON.flatMap((name): Finding[] => {
        const text = item[name];
        if (text === undefined || parseJson(text) !== undefined) return [];
        const pointer = [list, index, name];
        return [{ rule: 'schema', pointer, text: `${list}[${index}].${name}: expected JSON, met another text.` }];
      }),
    ),
  );

const HINT = 'Take the file of the default branch, or write it again with lock.';

const withoutHead: Finding = { rule: 'schema', text: 'The file says neither which server nor which agent it is of.' };

/** What is wrong with the values of a lock. */
const findingsOf = (value: unknown): readonly Finding[] | ToolsLock => {
  if (!validate(value)) {
    return schemaFindings(validate.errors ?? [], value, {
      rule: 'schema',
      patterns: { '^sha256:[0-9a-f]{64}$': 'sha256: and 64 hexadecimal digits' },
      known: (pointer) => knownKeys(toolsLockSchema, pointer),
    });
  }
  const { server, agent, tools = [], prompts = [], resourceTemplates = [], skills = [] } = value;
  const broken = notJson(value);
  if (broken.length > 0) return broken;
  const lists = { tools, prompts, resourceTemplates, skills };
  if (server !== undefined && agent === undefined) return { server, ...lists };
  return agent !== undefined && server === undefined ? { agent, ...lists } : [withoutHead];
};

/**
 * Reads a tool lock; `file` is its path as a user would open it. Everything that is wrong with it has its place. What
 * `writeToolsLock` wrote comes back as it was.
 */
export const readToolsLock = (
  file: string,
  text: string,
): { readonly lock: ToolsLock } | { readonly problems: readonly Problem[] } => {
  const syntax = parseSyntax(file, text, LOCK_LIMITS);
  if ('faults' in syntax) return { problems: faultProblems(file, text, syntax.faults) };
  const read = findingsOf(plainMap(syntax.root));
  if (!Array.isArray(read) && 'tools' in read) return { lock: read };
  const position = positionsIn(text);
  return {
    problems: (Array.isArray(read) ? read : []).map((finding: Finding) => ({
      ...toProblem({ hint: HINT, ...finding }, file),
      place: { file, ...position(offsetOf(syntax.root, finding.pointer ?? [])) },
    })),
  };
};
