import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { visibleJson } from '../document/characters.ts';
import { LOCK_LIMITS } from '../document/syntax.ts';
import { compareTexts } from '../model/compare-texts.ts';
import { isObject, textMember } from '../model/json.ts';
import type { LockedItem, LockList, ToolsLock } from '../model/tools-lock.ts';
import { createTeller, FINE } from '../net/hide.ts';
import type { AgentCard } from './agent-card.ts';
import type { Item } from './lists.ts';
import type { McpFound } from './mcp.ts';
import { sortedKeys } from './nested.ts';

/** What a server said as a lock, and what of it is in none because it holds a credential that was sent. */
export interface Locked {
  readonly lock: ToolsLock;
  readonly echoing: readonly { readonly list: LockList | 'head'; readonly position: number }[];
}

/** RFC 8785 knows no half of a surrogate pair: one stands for its own escape. */
const wellFormed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.isWellFormed() ? value : JSON.stringify(value).slice(1, -1);
  if (Array.isArray(value)) return value.map(wellFormed);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [wellFormed(key), wellFormed(member)]));
};

/** SHA-256 over the canonical JSON of a whole item (RFC 8785), as a lock writes it. */
const itemDigest = (item: unknown): string => `sha256:${hash('sha256', canonicalize(wellFormed(item)) ?? '')}`;

const jsonText = (value: unknown): string => visibleJson(sortedKeys(value));

const optional = <Key extends string>(key: Key, text: string | undefined): { readonly [key in Key]?: string } => {
  const part: { [key in Key]?: string } = {};
  if (text !== undefined) part[key] = text;
  return part;
};

const jsonMember = (item: Item, name: string): string | undefined => {
  const value = Object.hasOwn(item, name) ? item[name] : undefined;
  return typeof value === 'object' && value !== null ? jsonText(value) : undefined;
};

/** A tool, prompt or resource template as a lock holds it. */
const lockedItem = (item: Item): LockedItem => ({
  name: textMember(item, 'name') ?? '',
  ...optional('uriTemplate', textMember(item, 'uriTemplate')),
  ...optional('title', textMember(item, 'title')),
  ...optional('description', textMember(item, 'description')),
  ...optional('annotations', jsonMember(item, 'annotations')),
  ...optional('inputSchema', jsonMember(item, 'inputSchema')),
  ...optional('outputSchema', jsonMember(item, 'outputSchema')),
  ...optional('arguments', jsonMember(item, 'arguments')),
  digest: itemDigest(item),
});

const lockedSkill = (skill: Item): LockedItem => ({
  name: textMember(skill, 'id') ?? textMember(skill, 'name') ?? '',
  ...optional('title', textMember(skill, 'name')),
  ...optional('description', textMember(skill, 'description')),
  digest: itemDigest(skill),
});

const keyOf = ({ name, uriTemplate = '', digest }: LockedItem): readonly string[] => [name, uriTemplate, digest];

const byKey = (one: LockedItem, other: LockedItem): number => {
  const [left, right] = [keyOf(one), keyOf(other)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : compareTexts(left[at] ?? '', right[at] ?? '');
};

/** Whether a value tells any of the secrets, in its texts or the names of its members. */
const echoesOf = (secrets: readonly string[]): ((value: unknown) => boolean) => {
  if (secrets.length === 0) return () => false;
  const tells = createTeller(secrets, FINE);
  return (value) => tells(JSON.stringify(value) ?? '');
};

/** Characters of all that would be locked: more than a lock may have is not looked at further. */
const sizeOf = (values: readonly unknown[]): number =>
  values.reduce<number>((sum, value) => sum + (JSON.stringify(value) ?? '').length, 0);

const TOO_LARGE = `What it says of its tools has more than ${LOCK_LIMITS.bytes} bytes, the most that a lock has.`;

interface Sorting {
  readonly echoes: (value: unknown) => boolean;
  readonly echoing: { readonly list: LockList | 'head'; readonly position: number }[];
}

const locked = (
  list: LockList,
  { items, make }: { readonly items: readonly Item[]; readonly make: (item: Item) => LockedItem },
  { echoes, echoing }: Sorting,
): readonly LockedItem[] =>
  items
    .filter((item, position) => {
      if (!echoes(item)) return true;
      echoing.push({ list, position });
      return false;
    })
    .map(make)
    .sort(byKey);

/**
 * What an MCP server said of itself as its lock; undefined where a list was not read to its end. An item that holds any
 * form of a credential that was sent is left out, and told by its place.
 */
export const lockOfServer = (
  { server, tools, prompts, resourceTemplates }: McpFound,
  secrets: readonly string[],
): Locked | { readonly refused: string } | undefined => {
  if (server === undefined || tools === undefined || prompts === undefined || resourceTemplates === undefined) {
    return undefined;
  }
  const { name, title, instructions } = server;
  if (sizeOf([...tools, ...prompts, ...resourceTemplates, instructions]) > LOCK_LIMITS.bytes) {
    return { refused: TOO_LARGE };
  }
  const sorting: Sorting = { echoes: echoesOf(secrets), echoing: [] };
  const head = { name, ...optional('title', title), ...optional('instructions', instructions) };
  const isEchoing = sorting.echoes(head);
  if (isEchoing) sorting.echoing.push({ list: 'head', position: 0 });
  const list = (of: LockList, items: readonly Item[]) => locked(of, { items, make: lockedItem }, sorting);
  return {
    lock: {
      server: isEchoing ? { name: '' } : head,
      tools: list('tools', tools),
      prompts: list('prompts', prompts),
      resourceTemplates: list('resourceTemplates', resourceTemplates),
      skills: [],
    },
    echoing: sorting.echoing,
  };
};

/** An agent's card as its lock, by the same rules. */
export const lockOfCard = (
  { name, description, skills }: AgentCard,
  secrets: readonly string[],
): Locked | { readonly refused: string } => {
  if (sizeOf([...skills, description]) > LOCK_LIMITS.bytes) return { refused: TOO_LARGE };
  const sorting: Sorting = { echoes: echoesOf(secrets), echoing: [] };
  const head = { name, ...optional('description', description) };
  const isEchoing = sorting.echoes(head);
  if (isEchoing) sorting.echoing.push({ list: 'head', position: 0 });
  return {
    lock: {
      agent: isEchoing ? { name: '' } : head,
      tools: [],
      prompts: [],
      resourceTemplates: [],
      skills: locked('skills', { items: skills, make: lockedSkill }, sorting),
    },
    echoing: sorting.echoing,
  };
};
