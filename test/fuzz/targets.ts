/** Everything that reads what strangers write, and what must hold of it whatever they write. */
import { deepStrictEqual } from 'node:assert/strict';
import { BlockList, isIP } from 'node:net';
import fc from 'fast-check';
import { partitionOf } from '../../src/aws/partitions.ts';
import { guardUrl } from '../../src/catalogue/guard.ts';
import { validateCatalogue } from '../../src/catalogue/validate.ts';
import { createDefaults } from '../../src/config/defaults.ts';
import { parseConfiguration } from '../../src/config/load.ts';
import { findHidden } from '../../src/document/characters.ts';
import { parseFile } from '../../src/document/read.ts';
import { FILE_LIMITS } from '../../src/document/syntax.ts';
import { readToolsLock, writeToolsLock } from '../../src/document/tools-lock.ts';
import { checkDefinition } from '../../src/gateways/check.ts';
import { readDefinitions } from '../../src/gateways/definition.ts';
import type { Problem } from '../../src/model/problem.ts';
import { hostRule } from '../../src/net/host-rules.ts';
import { registryRules } from '../../src/registries/table.ts';
import { FOLDER, worldOf } from '../gateways/definitions.ts';
import { checkMarkdown, checkProse, checkScreens } from './media.ts';
import type { Target } from './run.ts';
import { SERVICES } from './services.ts';
import { corpusOf, jsonText, linesOf, mutated, pieces } from './texts.ts';

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

/** Each problem says something, at a line and column that the file has. */
const checkProblems = (problems: readonly Problem[], text: string): void => {
  const lines = text.split('\n');
  for (const { place, text: said, rule } of problems) {
    must(said !== '', `${rule} says nothing`);
    if (place?.line === undefined) continue;
    must(place.line >= 1 && place.line <= lines.length, `${rule} stands at line ${place.line} of ${lines.length}`);
    const { length } = lines[place.line - 1] ?? '';
    const { column = 1 } = place;
    must(column >= 1 && column <= length + 1, `${rule} stands at column ${column} of ${length}`);
  }
};

/** What is read is plain, the same as any reader of JSON reads, and nothing in the file is hidden. */
const checkLoader = (text: string): void => {
  for (const file of ['a.yaml', 'a.json']) {
    const read = parseFile(file, text);
    if ('problems' in read) {
      must(read.problems.length > 0, 'refused without a reason');
      checkProblems(read.problems, text);
      continue;
    }
    must(findHidden(text) === undefined, 'a hidden character was read');
    const again = JSON.stringify(read.value);
    const escaped = escapeHidden(again);
    // JSON takes more bytes than YAML for the same values: what no longer fits is refused, and says nothing of the reader.
    if (Buffer.byteLength(escaped) <= FILE_LIMITS.bytes) {
      deepStrictEqual(JSON.parse(again), JSON.parse(JSON.stringify(parseFileValue('b.json', escaped))));
    }
    if (file === 'a.json') deepStrictEqual(JSON.parse(again), JSON.parse(text.replace(/^\ufeff/, '')));
  }
};

/** Hidden characters that stood as escapes are values: they are escaped again. */
const escapeHidden = (text: string): string =>
  text.replaceAll(/[\p{Cc}\p{Bidi_C}\p{Zl}\p{Zp}\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );

const parseFileValue = (file: string, text: string): unknown => {
  const read = parseFile(file, text);
  if ('value' in read) return read.value;
  throw new Error(`what was read can't be read again: ${read.problems[0]?.text}`);
};

const PLACES = [
  '111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml',
  '111111111111/us-east-1/runtimes/stock_check-a1b2c3d4e5.yaml',
  '111111111111/us-east-1/targets/pricing-tools-a1b2c3d4e5/7XK2P0QJ4M.yaml',
  'manual/support.yaml',
  'manual/support.json',
];

const publicHosts = hostRule({ privateHosts: [], httpHosts: [], loopback: false });

/** One that is valid names nothing but public hosts over https. */
const checkEntry = (text: string): void => {
  for (const path of PLACES) {
    const { entries, problems } = validateCatalogue(new Map([[path, text]]), {
      registries: registryRules({ registries: [] }),
      hosts: publicHosts,
      directory: 'servers',
      dnsSuffix: () => 'amazonaws.com',
      defaultsOf: () => createDefaults({ rows: [] })({ kind: 'gateway', name: '' }),
    });
    checkProblems(problems, text);
    if (problems.some(({ severity }) => severity === 'error')) continue;
    must(entries.length === 1, 'neither an entry nor an error');
    const { value } = entries[0] ?? {};
    const { url } = value !== undefined && 'source' in value ? value.source : { ...value?.registration };
    if (typeof url === 'string') checkUrl(url);
  }
};

const checkConfiguration = (text: string): void => {
  const { configuration, problems, placeOf } = parseConfiguration('agentcore-sync.yaml', text);
  checkProblems(problems, text);
  if (problems.length > 0) deepStrictEqual(configuration, {});
  for (const key of Object.keys(configuration)) checkPlace(placeOf([key]).line, text);
};

const checkPlace = (line: number | undefined, text: string): void =>
  must((line ?? 0) >= 1 && (line ?? 0) <= text.split('\n').length, `a key stands at line ${line}`);

const WORLD = worldOf({ dnsSuffix: (region) => partitionOf(region).dnsSuffix });

/** No template has what CloudFormation would fill in from elsewhere: a secret, or a parameter. */
const checkTemplate = (text: string): void => {
  const { definitions, problems } = readDefinitions(new Map([[`${FOLDER}/pricing.yaml`, text]]), 'gateways');
  checkProblems(problems, text);
  must(definitions.length + problems.length > 0, 'neither a definition nor a problem');
  for (const definition of definitions) {
    checkProblems(checkDefinition(definition, WORLD, 'deploy').problems, text);
    const { text: template } = checkDefinition(definition, WORLD, 'draft');
    must(!template.includes('{{resolve'), 'a template that reads a secret');
  }
};

const checkLock = (text: string): void => {
  const read = readToolsLock('a.tools.lock.yaml', text);
  if ('problems' in read) {
    must(read.problems.length > 0, 'refused without a reason');
    checkProblems(read.problems, text);
    return;
  }
  const written = writeToolsLock(read.lock);
  if ('refused' in written) return;
  must(findHidden(written.text) === undefined, 'a lock that hides a character was written');
  deepStrictEqual(readToolsLock('a.tools.lock.yaml', written.text), { lock: read.lock });
};

/** Addresses that no registration may name, listed here once more: the guard has lists of its own. */
const NEVER = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 4],
] as const)
  NEVER.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  NEVER.addSubnet(net, bits, 'ipv6');

/** A URL that the guard takes is the one that a client opens, at a public host, over https, with no user. */
const checkUrl = (text: string): void => {
  if (guardUrl(text, publicHosts) !== undefined) return;
  const url = new URL(text);
  const host = url.hostname.replaceAll(/[[\]]/g, '').replace(/\.$/, '');
  must(url.protocol === 'https:', `taken without TLS: ${text}`);
  must(`${url.username}${url.password}${url.hash}` === '', `taken with a user or fragment: ${text}`);
  must(url.href === text || url.href === `${text}/`, `taken in another spelling: ${text}`);
  const family = isIP(host);
  must(family === 0 || !NEVER.check(host, family === 6 ? 'ipv6' : 'ipv4'), `taken with a private address: ${text}`);
  must(
    family !== 0 || (host.includes('.') && !/(?:^|\.)(?:\.|$|[0-9]*$)/.test(host)),
    `taken with no public name: ${text}`,
  );
  must(!/(?:^|\.)(?:localhost|internal|local)$/.test(host), `taken with a local name: ${text}`);
};

const hostText = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'https:/', '//', 'https://user@'),
    fc.oneof(
      fc.ipV4(),
      fc.ipV4Extended(),
      fc.ipV6().map((address) => `[${address}]`),
      fc.domain(),
      pieces,
    ),
    fc.oneof(fc.webPath(), pieces),
  )
  .map((parts) => parts.join(''));

const texts = (folder: string, ...more: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 6, arbitrary: mutated(corpusOf(folder)) }, pieces, jsonText, ...more);

const longWords = fc.oneof({ weight: 2, arbitrary: mutated(linesOf('text')) }, pieces);

/** One text stands in some sixty places of a report: together they are as long as a file. */
const words = longWords.map((text) => text.slice(0, 2048));

const FILES = ['entry', 'configuration', 'definition', 'lock'].flatMap(corpusOf);

export const TARGETS: readonly Target[] = [
  { name: 'loader', texts: fc.oneof({ weight: 6, arbitrary: mutated(FILES) }, pieces, jsonText), check: checkLoader },
  { name: 'entry', texts: texts('entry'), check: checkEntry },
  { name: 'configuration', texts: texts('configuration'), check: checkConfiguration },
  { name: 'definition', texts: texts('definition'), check: checkTemplate },
  { name: 'lock', texts: texts('lock'), check: checkLock },
  { name: 'url', texts: fc.oneof(mutated(linesOf('url')), hostText), check: checkUrl },
  { name: 'screen', texts: words, check: checkScreens },
  { name: 'prose', texts: longWords, check: checkProse },
  { name: 'markdown', texts: words, check: checkMarkdown },
  ...SERVICES,
];
