/** Everything that the registry's own command line takes and prints: each row of docs/migrating.md, run. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { OUTPUT, TROUBLES, VARIABLES } from './migrating-answers.ts';
import { COMMANDS, FLAGS } from './migrating-calls.ts';
import { type Check, flagsIn, migratingRows } from './migrating-rows.ts';

const CHECKS = {
  Commands: COMMANDS,
  Flags: FLAGS,
  'Environment variables': VARIABLES,
  Output: OUTPUT,
  'Troubleshooting entries of the old guide': TROUBLES,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Check>>>>;

const rows = migratingRows();

test('each row of the page is run, and nothing is run that is no row', () => {
  const ran = Object.entries(CHECKS).flatMap(([section, checks]) =>
    Object.keys(checks).map((old) => `${section}: ${old}`),
  );
  expect(ran.sort()).toEqual(rows.map(({ section, old }) => `${section}: ${old}`).sort());
});

describe.each(Object.entries(CHECKS))('%s', (section, checks) => {
  test.each(Object.entries(checks))('%s', async (old, check) => {
    await check();
    // What the row names is there: a flag that some command takes.
    const { here = '' } = rows.find((row) => row.section === section && row.old === old) ?? {};
    const flags = flagsIn(here);
    if (flags.length === 0) return;
    const help = readFileSync('docs/options.md', 'utf8');
    for (const flag of flags) expect(help).toContain(flag.replace('--no-', '--'));
  });
});
