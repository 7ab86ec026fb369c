import { invisibleIn } from '../document/characters.ts';
import { isObject } from '../model/json.ts';
import type { RuleName } from '../model/rules.ts';
import { LOCK_JSON, LOCK_LISTS, type LockedItem, lockedJson, type ToolsLock } from '../model/tools-lock.ts';
import { cleaned } from '../net/masks.ts';
import type { ComparedItem } from './compare.ts';
import { textsIn } from './nested.ts';

/** What a rule has against one item of a server. */
export interface Suspicion {
  readonly rule: RuleName;
  /** As it may be shown. */
  readonly item: string;
  readonly text: string;
}

const LONGEST = 80;

const shown = (text: string): string => JSON.stringify(cleaned(text, LONGEST));

/** ESC [ and the like: what moves a cursor or colours a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const TERMINAL = /[\u001b\u009b\u0090\u009d]/;

/** What descriptions that speak to a model, in place of describing a tool, have in common. */
const TO_MODELS: readonly RegExp[] = [
  /<\s{0,20}(?:\/\s{0,20})?(?:important|system|secret|instructions?|hidden|assistant|critical)\b[^>]{0,40}>/i,
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:previous|prior|above|earlier|other|system)\b.{0,40}\b(?:instructions?|prompts?|rules?|tools?)\b/is,
  /\b(?:do not|don't|never|without)\b.{0,30}\b(?:tell|telling|mention|mentioning|inform|informing|reveal|revealing|show|showing|notify|notifying)\b.{0,30}\b(?:the )?(?:user|human|anyone|them)\b/is,
  /\b(?:before|after|when(?:ever)?) (?:using|calling|invoking|running)\b.{0,40}\b(?:this|any|other|another|every)\b.{0,20}\btools?\b.{0,60}\b(?:must|always|first|read|send|call)\b/is,
  /\b(?:read|send|include|pass|upload|attach|append|forward|copy)\b.{0,80}(?:~\/\.|\.ssh\b|id_rsa|\.env\b|mcp\.json|api[ _-]?keys?\b|access tokens?\b|passwords?\b|\.aws\/credentials|conversation history|system prompt)/is,
];

const textsOf = (item: LockedItem): readonly string[] => {
  const own = [item.name, item.uriTemplate, item.title, item.description].filter((text) => text !== undefined);
  return [...own, ...LOCK_JSON.flatMap((name) => textsIn(lockedJson(item, name)))];
};

const suspiciousTexts = (item: string, texts: readonly string[]): readonly Suspicion[] => {
  const hidden = [...new Set(texts.flatMap(invisibleIn))];
  const codes = texts.some((text) => TERMINAL.test(text));
  const said = texts.map((text) => TO_MODELS.map((form) => form.exec(text)?.[0]).find((met) => met !== undefined));
  const quoted = said.find((met) => met !== undefined);
  return [
    ...(codes ? [{ rule: 'tool-terminal-codes' as const, item, text: 'holds codes that steer a terminal' }] : []),
    ...(hidden.length > 0 && !codes
      ? [
          {
            rule: 'tool-hidden-text' as const,
            item,
            text: `holds characters that nobody sees: ${hidden.slice(0, 5).join(', ')}${hidden.length > 5 ? ` and ${hidden.length - 5} more` : ''}`,
          },
        ]
      : []),
    ...(quoted === undefined
      ? []
      : [{ rule: 'tool-instructs-model' as const, item, text: `speaks to the model: ${shown(quoted)}` }]),
  ];
};

const itemsOf = (lock: ToolsLock): readonly LockedItem[] => LOCK_LISTS.flatMap((list) => lock[list]);

/** What is wrong with the texts of a lock, whoever wrote them. */
export const suspicionsIn = (lock: ToolsLock): readonly Suspicion[] => {
  const head = lock.server ?? lock.agent;
  const named = (name: string): string => shown(name);
  return [
    ...suspiciousTexts('what it says of itself', textsIn(head)),
    ...itemsOf(lock).flatMap((item) => suspiciousTexts(named(item.name), textsOf(item))),
  ];
};

/** A name that is no ordinary word: it can only mean that tool. */
const isDistinctive = (name: string): boolean => name.length >= 8 && /[A-Za-z0-9][_.-]+[A-Za-z0-9]/.test(name);

const WORD = /[A-Za-z0-9][A-Za-z0-9_.-]{6,}[A-Za-z0-9]/g;

/** Names of tools that only they can mean, each with the servers that have it. */
export type ToolNames = ReadonlyMap<string, readonly string[]>;

/** The distinctive names of all tools of a run; keys of `locks` are paths. */
export const toolNames = (locks: ReadonlyMap<string, ToolsLock>): ToolNames => {
  const names = new Map<string, string[]>();
  for (const [path, { tools }] of locks) {
    for (const { name } of tools) if (isDistinctive(name)) names.set(name, [...(names.get(name) ?? []), path]);
  }
  return names;
};

/** Items whose texts name a tool of another server: a model that reads both may take the one for the other. */
export const shadowingIn = (lock: ToolsLock, names: ToolNames): readonly Suspicion[] => {
  const own = new Set(lock.tools.map(({ name }) => name));
  return itemsOf(lock).flatMap((item) => {
    const words = new Set(textsOf(item).flatMap((text) => text.match(WORD) ?? []));
    const met = [...words].find((word) => !own.has(word) && names.has(word));
    if (met === undefined) return [];
    const [of = ''] = names.get(met) ?? [];
    return [{ rule: 'tool-shadows', item: shown(item.name), text: `speaks of ${shown(met)}, a tool of ${of}` }];
  });
};

/** Whether an item says that it destroys nothing. */
const isHarmless = (item: LockedItem | undefined): boolean => {
  const hints = item === undefined ? undefined : lockedJson(item, 'annotations');
  return isObject(hints) && (hints['readOnlyHint'] === true || hints['destructiveHint'] === false);
};

/** Tools that said they destroy nothing when they were reviewed, and don't say so any more. */
export const newlyDestructive = (changes: readonly ComparedItem[]): readonly Suspicion[] =>
  changes
    .filter(
      ({ list, change, before, after }) =>
        list === 'tools' && change === 'changed' && isHarmless(before) && !isHarmless(after),
    )
    .map(({ name }) => ({
      rule: 'tool-newly-destructive',
      item: shown(name),
      text: 'was reviewed as one that destroys nothing, and may destroy now',
    }));
