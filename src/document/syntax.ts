import type { RuleName } from '../model/rules.ts';

/** What a file holds, with the offsets where it was read: one shape for YAML and JSON. */
export type Node = ScalarNode | ListNode | MapNode;

interface Span {
  readonly start: number;
  /** Offset after the last character of the value. */
  readonly end: number;
}

export interface ScalarNode extends Span {
  readonly type: 'scalar';
  readonly value: string | number | boolean | null;
}

export interface ListNode extends Span {
  readonly type: 'list';
  readonly items: readonly Node[];
}

export interface Pair {
  readonly key: string;
  /** Offset of the key. */
  readonly start: number;
  /** Offset after the key. */
  readonly end: number;
  readonly value: Node;
}

export interface MapNode extends Span {
  readonly type: 'map';
  /** `{ … }`, not one pair a line by indentation. */
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

/** Why a text can't be read, and where. */
export interface Fault {
  readonly rule: RuleName;
  readonly offset: number;
  readonly text: string;
  readonly hint?: string;
}

export type Syntax = { readonly root: MapNode } | { readonly faults: readonly Fault[] };

/** How much a reader takes in: bytes as UTF-8, levels, values, and the signs that separate them. */
export interface Limits {
  readonly bytes: number;
  readonly depth: number;
  readonly values: number;
  readonly tokens: number;
}

/**
 * Bounds on one file: bytes as UTF-8, nesting, the number of values, and of the signs that separate them. An entry has about
 * a thousand bytes: the bounds leave a gateway with hundreds of targets room, and a hostile file no more than a second.
 */
export const FILE_LIMITS = { bytes: 128 * 1024, depth: 40, values: 10_000, tokens: 40_000 } as const satisfies Limits;

/** Bounds on a tool lock: up to `items` items of some nine values each. Nothing in it lies deeper than an item's texts. */
export const LOCK_LIMITS = {
  bytes: 4 * 1024 * 1024,
  depth: 6,
  values: 250_000,
  tokens: 1_500_000,
  items: 20_000,
} as const satisfies Limits & { readonly items: number };

/** Bounds on a configuration: it lists accounts, issuers and clients, and there is one of it. */
export const CONFIGURATION_LIMITS = { ...FILE_LIMITS, bytes: 512 * 1024 } as const satisfies Limits;

/** A fault, thrown inside a reader where nothing after it can be read. Never leaves this room. */
export class Unreadable extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.text);
    this.fault = fault;
  }
}

/** What a reader throws where a file passes its bounds. */
export const tooLarge = (offset: number, { depth, values }: Limits = FILE_LIMITS): Unreadable =>
  new Unreadable({
    rule: 'file-unreadable',
    offset,
    text: `The file is too deep or holds too much: at most ${depth} levels and ${values} values are read.`,
  });

/** The plain value of a node. */
export const plain = (node: Node): unknown => {
  switch (node.type) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plain);
    case 'map':
      return plainMap(node);
  }
};

/** The plain value of a mapping. */
export const plainMap = (node: MapNode): Readonly<Record<string, unknown>> =>
  Object.fromEntries(node.pairs.map((pair) => [pair.key, plain(pair.value)]));

/** The pair of a key, or undefined. */
export const pairOf = (map: MapNode, key: string): Pair | undefined => map.pairs.find((pair) => pair.key === key);

/** What is wrong with a number: it would come out as another one. */
export const numberFault = (value: number): string | undefined => {
  if (!Number.isFinite(value)) return 'The number is not finite.';
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return 'The number has more digits than can be kept.';
  return undefined;
};

const LONGEST_SHOWN = 60;

/** A text as messages show it: in quotes, and cut where a stranger made it long. */
export const shownText = (text: string): string =>
  JSON.stringify(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);

/** What is wrong with a key, given those of the same map that came before. */
export const keyFault = (key: string, earlier: ReadonlySet<string>): string | undefined => {
  if (earlier.has(key)) return `The key ${shownText(key)} is there twice: only one of them can hold.`;
  if (key === '__proto__') return 'The key "__proto__" is never read.';
  return undefined;
};
