/** The rows of the page for those who come from the registry's own command line, as the page has them. */
import { readFileSync } from 'node:fs';
import type { Clock } from '../../src/net/clock.ts';
import { type Bench, envelopeOf, LOGISTICS, RETAIL, startBench } from './cli.ts';

export interface Row {
  readonly section: string;
  /** The first cell, without its marks of code. */
  readonly old: string;
  readonly here: string;
}

const cells = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

/** Every row of every table. */
export const migratingRows = (): readonly Row[] => {
  const rows: Row[] = [];
  let section = '';
  let inTable = false;
  for (const line of readFileSync('docs/migrating.md', 'utf8').split('\n')) {
    if (line.startsWith('## ')) section = line.slice(3);
    if (!line.startsWith('|')) {
      inTable = false;
      continue;
    }
    const [old = '', here = ''] = cells(line);
    if (/^-+$/.test(old)) inTable = true;
    else if (inTable) rows.push({ section, old: old.replaceAll(/[`*]/g, ''), here });
  }
  return rows;
};

/** Flags of ours that a cell names. */
export const flagsIn = (here: string): readonly string[] =>
  [...here.matchAll(/`([^`]+)`/g)].flatMap(([, text = '']) => text.match(/--[a-z-]+/g) ?? []);

export const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_retail';

/** A folder as somebody has it who comes: a token, and the line that the old tool had no word for. */
export const comer = async (more = ''): Promise<Bench> => {
  const bench = await startBench();
  bench.write('agentcore-sync.yaml', `owner: test-catalogue\n${more}`);
  return bench;
};

export const askedOf = (bench: Bench, since = 0): string[] => [
  ...new Set(
    bench.aws.requests
      .slice(since)
      .filter(({ call }) => call.startsWith('List'))
      .map(({ account, region }) => `${account} ${region}`),
  ),
];

export const serversOf = ({ registry }: Bench): readonly string[] =>
  registry
    .records()
    .servers.map(({ path }) => path)
    .sort();

export const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** What is told of a run in JSON. */
export const told = async (bench: Bench, words: string, environment: Readonly<Record<string, string>> = {}) =>
  envelopeOf(await bench.step(`${words} --output json`, { environment }));

/** Everything that the sandbox has. */
export const ALL = `aws: { accounts: ["${RETAIL}", "${LOGISTICS}"], regions: [us-east-1, eu-west-1] }\n`;
export const ONE = `--accounts ${RETAIL} --region us-east-1`;

/** A registration as the old tool leaves it: nobody's mark. */
export const unmarked = {
  server_name: 'Pricing',
  description: 'Price lookups',
  metadata: { source: 'agentcore-sync' },
};

/**
 * A clock on which nobody waits: what is short is over at once, such as the pace of calls, and so is what `isOver` says (`onOver` is
 * told). All else are limits, which nobody reaches.
 */
export const clockWith = (isOver: (ms: number) => boolean, onOver = (): void => undefined): Clock => {
  let now = Date.now();
  return {
    now: () => now,
    sleep: async (ms, signal) => {
      if (!isOver(ms) && ms > 6000)
        return new Promise((_, fail) => signal?.addEventListener('abort', () => fail(signal.reason)));
      now += ms;
      if (isOver(ms)) onOver();
      signal?.throwIfAborted();
    },
  };
};

/** Runs what a row says, and expects what it claims. */
export type Check = () => Promise<void>;
