/** Each medium as those read it for whom it is made: what is found in it that the product did not put there. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { commandsIn } from '../main/action.ts';
import { MARK, STRANGE_HOST } from './texts.ts';

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** What shows nothing, moves a cursor or turns a line round; ends of lines are fine, and so is what joins an emoji. */
export const unseenIn = (text: string): readonly string[] => {
  const met = UNSEEN.exec(text.replaceAll('\n', ''));
  return met === null ? [] : [`U+${met[0].codePointAt(0)?.toString(16)} in ${text.slice(0, 80)}`];
};

/** Commands that the action gives to its runner. */
const OBEYED = new Set(['add-mask', 'debug', 'endgroup', 'error', 'group', 'notice', 'warning']);

/** What a runner would obey in a log, but for what the action says itself; its masks hide nothing that strangers wrote. */
export const commandsOf = (log: string): readonly string[] =>
  commandsIn(log)
    .filter(({ name, data }) => !OBEYED.has(name) || (name === 'add-mask' && (data.includes(MARK) || data.length < 8)))
    .map(({ name, data }) => `${name}: ${data}`);

type Visit = (element: Tree.Element, within: ReadonlySet<string>) => void;
type Say = (text: string, within: ReadonlySet<string>) => void;

const walk = (node: Tree.Node, visit: Visit, say: Say, within: ReadonlySet<string> = new Set()): void => {
  if (node.nodeName === '#text' && 'value' in node) say(node.value, within);
  if ('tagName' in node) visit(node, within);
  const inside = 'tagName' in node ? new Set([...within, node.tagName]) : within;
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, visit, say, inside);
  if ('content' in node) walk(node.content, visit, say, inside);
};

const MARKDOWN_ELEMENTS = new Set([
  ...['h1', 'h2', 'h3', 'h4', 'p', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'code', 'pre', 'b', 'i', 'del', 'ins'],
  ...['details', 'summary', 'br', 'wbr', 'a', 'ul', 'li', 'hr', 'em', 'strong', 'blockquote'],
]);
const MARKDOWN_ATTRIBUTES = new Set(['align', 'href', 'open']);

/** What GitHub makes of words outside of code: people, issues, commits, addresses, emoji, formulas. */
const LINKED =
  /(?<![\w`])@[a-z\d]|(?<!\w)#\d|\bGH-\d|\b[\da-f]{7,40}\b(?<=\d.*)(?<=[a-f].*)|:\/\/|\bwww\.|\bmailto:|:[a-z\d_+-]+:|\$[^\s$][^$]*\$/i;

/** An address that a link may lead to: GitHub's own pages here, and our documentation. */
const isOurs = (href: string, origins: readonly string[]): boolean =>
  !href.includes(STRANGE_HOST) && !href.includes(MARK) && origins.some((origin) => href.startsWith(origin));

/** What the product may write: links to these, and mentions of owners that the configuration names. */
export interface Ours {
  readonly origins: readonly string[];
  readonly owners: readonly string[];
}

/** What a text of Markdown becomes on GitHub that it should not: elements, links, mentions, commands, torn tables. */
export const strangeInMarkdown = (markdown: string, { origins, owners }: Ours): readonly string[] => {
  const found = [...unseenIn(markdown), ...commandsOf(markdown)];
  const page = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const faults: string[] = [];
  const tree = parseFragment(page, { onParseError: ({ code }) => void faults.push(code) });
  walk(
    tree,
    ({ tagName, attrs }) => {
      if (!MARKDOWN_ELEMENTS.has(tagName)) found.push(`<${tagName}>`);
      for (const { name, value } of attrs) {
        if (!MARKDOWN_ATTRIBUTES.has(name)) found.push(`<${tagName} ${name}>`);
        if (name === 'href' && !isOurs(value, origins)) found.push(`a link to ${value}`);
      }
    },
    (text, within) => {
      if (within.has('code') || within.has('pre') || within.has('a')) return;
      const said = owners.reduce((left, owner) => left.replaceAll(owner, ''), text);
      const met = LINKED.exec(said);
      if (met !== null) found.push(`linked: ${said.slice(Math.max(0, met.index - 20), met.index + 40)}`);
    },
  );
  return [...found, ...faults, ...tornTables(markdown)];
};

const cells = (row: string): number => row.split(/(?<!\\)\|/).length;

/** Rows that have other cells than the first of their table: a reader would drop what is too much. */
const tornTables = (markdown: string): readonly string[] =>
  markdown
    .split('\n\n')
    .filter((part) => part.startsWith('| '))
    .flatMap((part) => {
      const rows = part.split('\n').filter((row) => row.startsWith('|'));
      return rows
        .filter((row) => cells(row) !== cells(rows[0] ?? ''))
        .map((row) => `a row with other cells than ${rows[0]}: ${row}`);
    });

/** How often strangers' texts are seen in a text of Markdown: nothing is proven of what never came. */
export const seenIn = (text: string): number => text.split(MARK).length - 1;

const PAGE_ATTRIBUTES = /^(?:on|style$|srcdoc$|srcset$|formaction$|http-equiv$)/;
const PAGE_ELEMENTS = /^(?:iframe|object|embed|base|svg|math|img|style|b|details|font)$/;

/** An address in a page: its own parts, and what opens a client. */
const isPageAddress = (value: string): boolean =>
  /^(?:#|\.\.\/|assets\/|v0\.1\/|\.well-known\/|servers\/|agents\/|vscode:|cursor:)/.test(value);

/** What a browser makes of a page that the product did not put there. */
export const strangeInPage = (text: string): readonly string[] => {
  const found: string[] = [
    // A joiner makes one picture of two.
    ...unseenIn(text.replaceAll(/[\t\u200d]/g, '')),
  ];
  const tree = parse(text, { onParseError: ({ code }) => void found.push(code) });
  walk(
    tree,
    ({ tagName, attrs }) => {
      const values = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
      if (PAGE_ELEMENTS.test(tagName)) found.push(`<${tagName}>`);
      if (tagName === 'script' && !/(?:^|\/)assets\/page\.js$/.test(values['src'] ?? '')) found.push('<script>');
      const policy = tagName === 'meta' && values['http-equiv'] === 'Content-Security-Policy';
      for (const { name, value } of attrs) {
        if (PAGE_ATTRIBUTES.test(name) && !(policy && name === 'http-equiv')) found.push(`<${tagName} ${name}>`);
        if (/^(?:href|src)$/.test(name) && !isPageAddress(value)) found.push(`${name} ${value}`);
      }
    },
    (said, within) => {
      if ((within.has('script') || within.has('style')) && said.includes(MARK)) found.push(`code: ${said}`);
    },
  );
  return found;
};

/** What a browser makes of JSON that is served as a page: nothing but text. */
export const jsonInPage = (text: string): readonly string[] => {
  const found: string[] = [];
  JSON.parse(text);
  const ours = new Set(['html', 'head', 'body']);
  walk(
    parse(text),
    ({ tagName }) => void (ours.has(tagName) || found.push(`<${tagName}>`)),
    () => undefined,
  );
  return found;
};
