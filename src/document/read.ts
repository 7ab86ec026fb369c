import type { Problem } from '../model/problem.ts';
import { RULES } from '../model/rules.ts';
import { findHidden, positionsIn } from './characters.ts';
import { parseJson } from './json.ts';
import { type Fault, FILE_LIMITS, type Limits, plainMap, type Syntax } from './syntax.ts';
import { parseYaml } from './yaml.ts';

/** One file's values, or everything that keeps them from being read. */
export type Parsed = { readonly value: Readonly<Record<string, unknown>> } | { readonly problems: readonly Problem[] };

const hiddenFault = (text: string): Fault | undefined => {
  const hidden = findHidden(text);
  if (hidden === undefined) return undefined;
  return {
    rule: 'file-characters',
    offset: hidden.offset,
    text: `The character ${hidden.name} shows a reviewer something else than what is read.`,
    hint: 'Remove it, or write it as an escape in double quotes.',
  };
};

/** Lines that git leaves where a merge has to be decided by a person. */
const CONFLICT = /^(?:<{7}|>{7}) .*$|^={7}$/gmu;

/** One fault in place of the many that a parser finds in such a file. */
const conflictFault = (text: string): Fault | undefined => {
  const marks = [...text.matchAll(CONFLICT)];
  const has = (begin: string): boolean => marks.some(([mark]) => mark.startsWith(begin));
  const [first] = marks;
  if (first === undefined || !has('<') || !has('>')) return undefined;
  return {
    rule: 'file-syntax',
    offset: first.index,
    text: 'Merge conflict markers (<<<<<<<, =======, >>>>>>>): a merge was not decided here.',
    hint: 'Keep one side of each, take the markers out, and commit again.',
  };
};

/** What is said of a file that has more bytes than are read. */
export const tooManyBytes = (most: number = FILE_LIMITS.bytes): string => `The file has more than ${most / 1024} KiB.`;

/** Reads YAML or JSON, by the file's name, with the offsets of what it holds. Bounded in bytes, depth and count. */
export const parseSyntax = (path: string, text: string, limits: Limits = FILE_LIMITS): Syntax => {
  if (Buffer.byteLength(text) > limits.bytes) {
    return { faults: [{ rule: 'file-unreadable', offset: 0, text: tooManyBytes(limits.bytes) }] };
  }
  const conflict = conflictFault(text);
  if (conflict !== undefined) return { faults: [conflict] };
  const hidden = hiddenFault(text);
  const syntax = path.endsWith('.json') ? parseJson(text) : parseYaml(text, limits);
  if (hidden === undefined) return syntax;
  return { faults: [hidden, ...('faults' in syntax ? syntax.faults : [])] };
};

/**
 * Reads one file, YAML 1.2 or JSON by its name, into plain values. Refused, each with its place: duplicate keys, anchors,
 * aliases, merge keys, tags, directives, a second document, control and bidirectional characters, numbers that would change.
 * `file` is the path as a user would open it.
 */
export const parseFile = (file: string, text: string): Parsed => {
  const syntax = parseSyntax(file, text);
  return 'root' in syntax ? { value: plainMap(syntax.root) } : { problems: faultProblems(file, text, syntax.faults) };
};

/** Faults of a text as problems of its file, with line and column. */
export const faultProblems = (file: string, text: string, faults: readonly Fault[]): readonly Problem[] => {
  const position = positionsIn(text);
  return faults.map((fault) => ({
    rule: fault.rule,
    severity: RULES[fault.rule].severity,
    place: { file, ...position(fault.offset) },
    subject: file,
    text: fault.text,
    ...(fault.hint === undefined ? {} : { hint: fault.hint }),
  }));
};
