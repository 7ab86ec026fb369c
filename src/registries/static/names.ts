import { barePath } from '../../model/registry.ts';

/** https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json, definitions.ServerDetail */
const NAME = { pattern: /^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/, min: 3, max: 200 } as const;
export const SHORT_TEXT = 100;

/** A path as one segment: what stands behind the namespace, and what its page is called. */
export const slugOf = (path: string): string => barePath(path).replace(/^\/+/, '').replaceAll('/', '.');

/** The name under which clients know a server: `com.example/team.tools` for `/team/tools/`. */
export const registryName = (namespace: string, path: string): string => `${namespace}/${slugOf(path)}`;

export const isRegistryName = (name: string): boolean =>
  name.length >= NAME.min && name.length <= NAME.max && NAME.pattern.test(name) && !/(^|\/)\.\.?($|\/)/.test(name);

/** One line without blanks around: what clients show in a row. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .toWellFormed();

/**
 * A text of at most `SHORT_TEXT` characters (UTF-16 units: how clients and schema validators count; never half of one),
 * cut at a word where there is one, with an ellipsis.
 */
export const shortText = (text: string): string => {
  const line = oneLine(text);
  if (line.length <= SHORT_TEXT) return line;
  const room = line.slice(0, SHORT_TEXT - 1);
  const word = line[SHORT_TEXT - 1] === ' ' ? room : room.slice(0, room.lastIndexOf(' '));
  const cut = word.length >= SHORT_TEXT / 2 ? word : room;
  const whole = /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
  return `${whole.trimEnd()}…`;
};
