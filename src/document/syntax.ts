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

/** Bounds on one file: bytes as UTF-8, nesting, and the number of values in it. */
export const FILE_LIMITS = { bytes: 1024 * 1024, depth: 40, values: 50_000 } as const;

/** A fault, thrown inside a reader where nothing after it can be read. Never leaves this room. */
export class Unreadable extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.text);
    this.fault = fault;
  }
}

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

/** What is wrong with a key, given those of the same map that came before. */
export const keyFault = (key: string, earlier: ReadonlySet<string>): string | undefined => {
  if (earlier.has(key)) return `The key ${JSON.stringify(key)} is there twice: only one of them can hold.`;
  if (key === '__proto__') return 'The key "__proto__" is never read.';
  return undefined;
};
