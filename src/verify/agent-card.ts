import { isObject, textMember } from '../model/json.ts';
import type { Item } from './lists.ts';
import { isWithinDepth } from './nested.ts';
import { PROBE_LIMITS, StepError } from './world.ts';

/** What of an agent's card is looked at. */
export interface AgentCard {
  /** As it came. */
  readonly value: Item;
  readonly name: string;
  readonly description?: string;
  /** Versions of the protocol that it speaks. */
  readonly versions: readonly string[];
  /** Where it says that it is called. */
  readonly urls: readonly string[];
  readonly skills: readonly Item[];
  readonly signatures: readonly Item[];
}

const itemsOf = (value: unknown): readonly Item[] => (Array.isArray(value) ? value.filter(isObject) : []);

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');

const isSkill = (skill: unknown): boolean =>
  isObject(skill) && ['id', 'name', 'description'].every((key) => typeof skill[key] === 'string');

/** What a card must have in both versions, and how it is called when it has not. https://a2a-protocol.org */
const REQUIRED: readonly (readonly [string, (value: unknown) => boolean])[] = [
  ['name', (value) => typeof value === 'string' && value !== ''],
  ['description', (value) => typeof value === 'string'],
  ['version', (value) => typeof value === 'string' && value !== ''],
  ['capabilities', isObject],
  ['defaultInputModes', isTexts],
  ['defaultOutputModes', isTexts],
  ['skills', (value) => Array.isArray(value) && value.every(isSkill)],
];

const interfacesOf = (card: Item): readonly Item[] => itemsOf(card['supportedInterfaces']);

/**
 * Reads a card of A2A 0.3 or 1.0: 1.0 lists its interfaces, 0.3 has a URL of its own.
 * Throws StepError card: it lacks what each of them must have.
 */
export const readAgentCard = (value: unknown): AgentCard => {
  if (!isObject(value) || !isWithinDepth(value, PROBE_LIMITS.depth)) {
    throw new StepError('card', 'expected a card as a JSON object, met another value');
  }
  const lacking = REQUIRED.filter(([key, fits]) => !fits(value[key])).map(([key]) => key);
  const interfaces = interfacesOf(value);
  const own = textMember(value, 'url');
  if (interfaces.length === 0 && own === undefined) lacking.push('supportedInterfaces or url');
  if (lacking.length > 0) throw new StepError('card', `the card lacks, or has in another form: ${lacking.join(', ')}`);
  const more = itemsOf(value['additionalInterfaces']);
  const urls = [own, ...[...interfaces, ...more].map((one) => textMember(one, 'url'))];
  const versions = [
    textMember(value, 'protocolVersion'),
    ...interfaces.map((one) => textMember(one, 'protocolVersion')),
  ];
  const description = textMember(value, 'description');
  return {
    value,
    name: textMember(value, 'name') ?? '',
    ...(description === undefined ? {} : { description }),
    versions: [...new Set(versions.filter((one) => one !== undefined))],
    urls: [...new Set(urls.filter((one) => one !== undefined))],
    skills: itemsOf(value['skills']),
    signatures: itemsOf(value['signatures']),
  };
};
