import { isLoopbackHost } from '../../model/addresses.ts';
import { withoutEnd } from '../../model/ends.ts';
import type { Problem } from '../../model/problem.ts';
import type { SettingsQuestion } from '../build-settings.ts';

/** A registry as the configuration writes it down. */
export interface RegistryPlace {
  readonly name: string;
  /** Whether it stands below `registries`, and not as `registry`. */
  readonly named: boolean;
}

type Question = Pick<SettingsQuestion, 'values' | 'origins' | 'placeOf'>;

const pointerOf = ({ name, named }: RegistryPlace): readonly string[] =>
  named ? ['registries', name, 'url'] : ['registry', 'url'];

/** Where a registry's URL was given: `registry.url (agentcore-sync.yaml:12)`, `--registry-url`, `REGISTRY_URL`. */
export const urlSetting = (place: RegistryPlace, { values, origins, placeOf }: Question): string => {
  if (values.registryUrl !== undefined) return origins.registryUrl === 'environment' ? 'REGISTRY_URL' : 'registry-url';
  const found = placeOf?.(pointerOf(place));
  const line = found?.line === undefined ? '' : ` (${found.file}:${found.line})`;
  return `${place.named ? `registries.${place.name}.url` : 'registry.url'}${line}`;
};

/** The value for people: without what may be a password, a token or a typing error that holds one. */
const shownUrl = (text: string): string => {
  const url = URL.parse(text);
  if (url === null || url.host === '') return text.includes('@') ? 'something with an @' : JSON.stringify(text);
  if (url.username === '' && url.password === '' && url.search === '' && url.hash === '') return JSON.stringify(text);
  const user = url.username === '' && url.password === '' ? '' : '***@';
  const rest = `${url.search === '' ? '' : '?***'}${url.hash === '' ? '' : '#***'}`;
  return JSON.stringify(`${url.protocol}//${user}${url.host}${url.pathname}${rest}`);
};

interface Fault {
  readonly expected: string;
  readonly hint: string;
}

const faultOf = (text: string, insecure: boolean, setting: string): Fault | undefined => {
  const url = URL.parse(text);
  const https = `Write https://… in ${setting}.`;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return { expected: 'a whole URL, with https:// in front', hint: https };
  }
  if (url.username !== '' || url.password !== '') {
    return {
      expected: 'a URL without user and password',
      hint: 'The token is given on its own: registry.token, or --token-file.',
    };
  }
  if (url.search !== '' || url.hash !== '') {
    return { expected: 'a base URL, without ? and #', hint: `Write only what stands before them in ${setting}.` };
  }
  if (url.protocol === 'http:' && !insecure && !isLoopbackHost(url.hostname)) {
    return {
      expected: 'https: over plain http everybody in between reads the token',
      hint: `${https} Where nobody can listen in between, add insecure: true beside url.`,
    };
  }
  return undefined;
};

/** The URL without a last slash; undefined where there is none, or where it can't be used, which is told once. */
export const checkedUrl = (
  place: RegistryPlace & { readonly configured: string | undefined; readonly insecure: boolean },
  question: Question,
  problems: Problem[],
): string | undefined => {
  const { values, placeOf } = question;
  const text = values.registryUrl ?? place.configured;
  if (text === undefined) return undefined;
  const setting = urlSetting(place, question);
  const fault = faultOf(text, place.insecure, setting);
  if (fault === undefined) return withoutEnd(new URL(text).href, '/');
  const found = values.registryUrl === undefined ? placeOf?.(pointerOf(place)) : undefined;
  problems.push({
    rule: 'option-value',
    severity: 'error',
    ...(found === undefined ? {} : { place: found }),
    subject: 'registry-url',
    text: `${setting} is ${shownUrl(text)}: expected ${fault.expected}.`,
    hint: fault.hint,
  });
  return undefined;
};
