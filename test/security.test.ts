/** docs/security.md and docs/threat-model.md say what is so: each promise has its test, each job the rights that its workflow gives it. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ENVIRONMENTS } from '../src/setup/subjects.ts';
import { jobsOf } from './templates/workflow-rules.ts';

const ROOT = resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const page = read('docs/security.md');

/** Cells of every row of the tables below a heading. */
const rowsBelow = (heading: string, from = page): readonly (readonly string[])[] => {
  const [, text = ''] = from.split(`\n## ${heading}\n`);
  const rows = (text.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(1).map((line) => line.slice(2, -2).split(' | '));
};

const headings = [...page.matchAll(/^## (.+)$/gm)].flatMap(([, heading = '']) => heading);
const promises = headings
  .filter((heading) => !['Jobs and their rights', 'Not promised'].includes(heading))
  .flatMap((heading) => rowsBelow(heading).map(([promise = '', tests = '']) => ({ heading, promise, tests })));

const CITED = /^\[[^\]]+\]\(\.\.\/(test\/[\w/.-]+\.ts)\): (.+)$/;

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a file has a test of that name that runs: the first argument of a call, with another one behind it. */
const hasTest = (file: string, name: string): boolean =>
  existsSync(join(ROOT, file)) &&
  new RegExp(`(?<!\\.(?:skip|todo|fails))\\(\\s*(['"\`])${literal(name)}\\1,\\s`).test(read(file));

test('every promise cites tests that are there', () => {
  expect(promises.length).toBeGreaterThan(30);
  const wrong = promises.flatMap(({ promise, tests }) =>
    tests.split('<br>').flatMap((citation) => {
      const [, file, name] = CITED.exec(citation) ?? [];
      return file !== undefined && name !== undefined && hasTest(file, name) ? [] : [`${promise}: ${citation}`];
    }),
  );
  expect(wrong).toEqual([]);
});

const model = read('docs/threat-model.md');

test('every door of the threat model has its test, and names strangers and assets that are listed', () => {
  const firstOf = (heading: string) => rowsBelow(heading, model).map(([cell = '']) => cell.toLowerCase());
  const [assets, doors] = [firstOf('Assets'), rowsBelow('Doors', model)];
  expect(doors.length).toBeGreaterThan(20);
  const wrong = doors.filter(([, asset = '', , citation = '']) => {
    const [, file, name] = CITED.exec(citation) ?? [];
    return file === undefined || name === undefined || !hasTest(file, name) || !assets.includes(asset.toLowerCase());
  });
  expect(wrong).toEqual([]);
  expect(assets.filter((asset) => !doors.some(([, met = '']) => met.toLowerCase() === asset))).toEqual([]);
  const told = doors.map(([door = '']) => door.toLowerCase()).join('\n');
  const absent = ['owner of a resource', 'author of a pull request', 'editor in the registry', 'issuer', 'server'];
  expect(absent.filter((stranger) => !told.includes(stranger) || !firstOf('Strangers').includes(stranger))).toEqual([]);
});

test('a test that is not there is found', () => {
  expect(hasTest('test/security.test.ts', 'every promise cites tests that are there')).toBe(true);
  expect(hasTest('test/security.test.ts', 'every promise cites tests')).toBe(false);
});

const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : names.map((name) => `\`${name}\``).join(', ');

/** Roles of the shipped templates that trust a job's token, by the environment that stands in its `sub`. */
const rolesOf = (environment: string): readonly string[] =>
  (
    [
      ['scan', 'AgentCoreSync'],
      ['confirm', 'AgentCoreConfirm'],
      ['clients', 'AgentCoreTokens'],
    ] as const
  ).flatMap(([role, name]) => (ENVIRONMENTS[role].some((it) => it === environment) ? [name] : []));

test('the table of jobs is what the workflows give them', () => {
  const jobs = globSync('templates/workflows/*.yml', { cwd: ROOT }).flatMap((file) =>
    Object.entries(jobsOf(read(file))).map(([id, job]) => {
      const permissions = Object.entries(job['permissions'] ?? {}).map(([name, right]) => `${name}: ${right}`);
      const secrets = [...JSON.stringify(job).matchAll(/secrets\.(\w+)/g)].map(([, name = '']) => name);
      const environment = job['environment'] === undefined ? [] : [String(job['environment'])];
      const roles = permissions.includes('id-token: write') ? environment.flatMap(rolesOf) : [];
      return [
        `\`${basename(file)}\` ${id}`,
        ...[environment, [...new Set(secrets)], roles, permissions.toSorted()].map(listed),
      ].join(' | ');
    }),
  );
  const told = rowsBelow('Jobs and their rights').map((cells) => cells.slice(0, 5).join(' | '));
  expect(told.toSorted()).toEqual(jobs.toSorted());
});
