/** Each rule that a file can break by itself: its bad example in the documentation breaks it, and its good one does not. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULE_EXAMPLES, type RuleExample } from '../scripts/rule-examples.ts';
import { isNews, type Problem } from '../src/model/problem.ts';
import { helpOf, isGuard, RULES, type RuleName } from '../src/model/rules.ts';
import { sarifText } from '../src/report/sarif.ts';
import { temporaryFolder } from './cli/cli.ts';
import { commandIn } from './cli/in-process.ts';

import { sarifRun } from './report/sarif-schema.ts';

const FOUND: readonly string[] = ['issuer-unlisted', 'gateway-policy-absent', 'gateway-waf-absent'];

/** What validate says of an example's file, under its configuration and more. */
const judgedIn = async ({ file, beside = {}, configuration = '' }: RuleExample, text: string, more = '') => {
  const folder = temporaryFolder();
  const write = (name: string, content: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  write('agentcore-sync.yaml', `aws: { accounts: ["111111111111"] }\n${configuration}${more}`);
  mkdirSync(join(folder, 'servers'), { recursive: true });
  for (const [name, content] of Object.entries({ ...beside, ...(text === '' ? {} : { [file]: text }) }))
    write(`servers/${name}`, content);
  return commandIn({ folder, environment: {} }, { command: 'validate' });
};

const sarifOf = (problems: readonly Problem[]) =>
  sarifRun(
    sarifText({ command: 'validate', problems, config: 'agentcore-sync.yaml', prefix: 'team/', successful: true }),
  ).results;

describe.each(Object.entries(RULE_EXAMPLES) as readonly [RuleName, RuleExample][])('%s', (rule, example) => {
  const where = `servers/${example.file}`;

  test('is broken by its bad example, at a line, and not by its good one', async () => {
    const { problems, exitCode } = await judgedIn(example, example.bad);
    const found = problems.filter((problem) => problem.rule === rule);
    expect(found).not.toEqual([]);
    expect(found.map(({ place }) => place?.file)).toContain(where);
    for (const { place, text, severity } of found) {
      if (place?.pointer !== undefined) expect(place.line).toBeGreaterThan(0);
      expect(text).toMatch(/[.!…]$/);
      expect(severity).toBe(RULES[rule].severity);
    }
    if (RULES[rule].severity === 'error') expect(exitCode).toBe(1);
    const good = await judgedIn(example, example.good);
    // What is right for one rule breaks no other, but those that are about more than the file.
    expect(
      good.problems.map((problem) => problem.rule).filter((name) => name === rule || !FOUND.includes(name)),
    ).toEqual([]);
  });

  test('stands in SARIF, by one fingerprint wherever its lines move', async () => {
    const resultsIn = async (text: string) =>
      sarifOf((await judgedIn(example, text)).problems).filter(({ ruleId }) => ruleId === rule);
    const [found, moved] = [await resultsIn(example.bad), await resultsIn(`# moved\n\n${example.bad}`)];
    expect(found).not.toEqual([]);
    for (const { level, locations, message } of found) {
      expect(level).toBe(RULES[rule].severity === 'notice' ? 'note' : RULES[rule].severity);
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^team\/servers\//);
      expect(message.text).not.toBe('');
    }
    expect(moved.map((one) => one.partialFingerprints)).toEqual(found.map((one) => one.partialFingerprints));
  });

  test('is accepted, raised and switched off by the configuration, unless it is a guard', async () => {
    const accepted = `accepted: [{ rule: ${rule}, path: "*", reason: known }]\n`;
    const byRules = (severity: string) => `rules: { ${rule}: ${severity} }\n`;
    const isOpen = async (more: string): Promise<boolean> => {
      const { problems, exitCode } = await judgedIn(example, example.bad, more);
      const found = problems.filter((problem) => problem.rule === rule);
      if (found.some(({ severity }) => severity === 'error')) expect(exitCode).toBe(1);
      return found.some((problem) => isNews(problem) && problem.severity === 'error');
    };
    if (isGuard(rule)) {
      // No configuration that says so is taken.
      for (const more of [accepted, byRules('off')]) {
        const { problems, exitCode } = await judgedIn(example, example.bad, more);
        expect(problems.map((problem) => [problem.rule, problem.place?.file])).toContainEqual([
          'configuration-contradiction',
          'agentcore-sync.yaml',
        ]);
        expect(exitCode).not.toBe(0);
      }
      return;
    }
    expect(await isOpen(byRules('error'))).toBe(true);
    expect(await isOpen(`${byRules('error')}${accepted}`)).toBe(false);
    const { problems } = await judgedIn(example, example.bad, byRules('off'));
    expect(problems.map((problem) => problem.rule)).not.toContain(rule);
  });
});

test('each rule has a page where it is told, and an anchor of its own among the rules', () => {
  const page = readFileSync('docs/rules.md', 'utf8');
  for (const rule of Object.keys(RULES) as RuleName[]) {
    expect(helpOf(rule)).toMatch(/^https:\/\/\S+$/);
    expect(page.includes(`<a id="${rule}"></a>`) || page.includes(`\n### ${rule}\n`), rule).toBe(true);
  }
});

test('rules on what whoever owns a resource wrote have an example, and where to read more is an https address', () => {
  for (const rule of Object.keys(RULE_EXAMPLES)) expect(RULES).toHaveProperty([rule]);
  for (const row of Object.values(RULES)) {
    if ('help' in row) expect(row.help).toMatch(/^https:\/\//);
    if ('owasp' in row) expect(row.owasp).toMatch(/^MCP(0[1-9]|10):2025$/);
  }
});
