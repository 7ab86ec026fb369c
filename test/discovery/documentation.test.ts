import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULES } from '../../src/model/rules.ts';

const page = readFileSync('docs/failures.md', 'utf8');
const sources = globSync('src/{discovery,kinds}/**/*.ts').map((file) => readFileSync(file, 'utf8'));
const named = (text: string, quote: string): Set<string> =>
  new Set(Object.keys(RULES).filter((rule) => text.includes(`${quote}${rule}${quote}`)));

test('the page of failures names every rule that a scan can tell, and no other', () => {
  const told = named(sources.join('\n'), "'");
  // A gateway that is open loses nothing: it is a finding, not a failure.
  told.delete('gateway-open');
  told.delete('left-out');
  told.delete('target-stale');
  // Nor is a scan that has not been: it is found where nothing failed.
  told.delete('scan-overdue');
  expect([...named(page, '`')].sort()).toEqual([...told].sort());
});
