import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ToolsLock } from '../../src/model/tools-lock.ts';
import { readScanned, scannedProblems, scannerTools } from '../../src/verify/scanner.ts';

/** What cisco-ai-mcp-scanner 4.8.7 printed for two tools of /prices/ (--analyzers yara --raw static --tools). */
const REAL = readFileSync(join(import.meta.dirname, '../fixtures/scanner/findings.json'), 'utf8');

const lockOf = (...names: readonly string[]): ToolsLock => ({
  server: { name: 'sandbox' },
  tools: names.map((name) => ({
    name,
    description: `Does ${name}.`,
    inputSchema: '{\n  "type": "object"\n}',
    digest: `sha256:${'0'.repeat(64)}`,
  })),
  prompts: [],
  resourceTemplates: [],
  skills: [],
});

const judgedAs = (...paths: readonly string[]) =>
  new Map(
    paths.map((path) => {
      const file = `servers/manual${path.replace(/\/$/, '')}.yaml`;
      return [path, { path, file, lockFile: file, requireLock: false }] as const;
    }),
  );

const problemsOf = (text: string, locks: ReadonlyMap<string, ToolsLock>) =>
  scannedProblems(readScanned(text) ?? [], { locks, judged: judgedAs(...locks.keys()) });

const said = (name: string, findings: object) => JSON.stringify([{ tool_name: name, status: 'completed', findings }]);

test('all tools are one list for the scanner, each below the path of its server', () => {
  const locks = new Map([
    ['/prices/', lockOf('price')],
    ['/orders/', lockOf('order')],
  ]);
  expect(JSON.parse(scannerTools(locks))).toEqual({
    tools: [
      { name: '/prices/ price', description: 'Does price.', inputSchema: { type: 'object' } },
      { name: '/orders/ order', description: 'Does order.', inputSchema: { type: 'object' } },
    ],
  });
});

test('what the scanner really prints is one finding for each tool that it has something against', () => {
  const locks = new Map([
    ['/prices/', lockOf('price', 'notes')],
    ['/orders/', lockOf('notes')],
  ]);
  const problems = problemsOf(REAL, locks);
  expect(problems).toEqual([
    {
      rule: 'tool-scanner',
      severity: 'error',
      place: { file: 'servers/manual/prices.yaml' },
      subject: '/prices/',
      text: '"notes": yara of the scanner finds code execution, credential harvesting, injection attack, data exfiltration, prompt injection (high).',
      hint: expect.any(String),
    },
  ]);
  expect(problemsOf(JSON.stringify({ server_url: 'x', scan_results: JSON.parse(REAL) }), locks)).toEqual(problems);
});

test('of one server alone, names need no path; what is of nobody is counted', () => {
  const one = new Map([['/prices/', lockOf('price')]]);
  const finding = { yara_analyzer: { severity: 'LOW', threat_names: [], threat_summary: 'Odd.', total_findings: 1 } };
  expect(problemsOf(said('price', finding), one)).toMatchObject([
    { severity: 'notice', subject: '/prices/', text: '"price": yara of the scanner finds Odd. (low).' },
  ]);
  const failed = { llm_analyzer: { severity: 'UNKNOWN', threat_summary: 'Analysis failed', status: 'error' } };
  expect(problemsOf(said('/prices/ price', failed), one)[0]?.text).toContain('could not look at it: Analysis failed');
  const two = new Map([...one, ['/orders/', lockOf('order')]] as const);
  const strangers = ['price', '/nobody/ price', '/prices/ order', '../../etc/passwd x', ''];
  expect(strangers.flatMap((name) => problemsOf(said(name, finding), two))).toEqual(
    strangers.map(() =>
      expect.objectContaining({
        severity: 'notice',
        subject: 'findings',
        text: 'The scanner speaks of a tool that no server of this run has.',
      }),
    ),
  );
});

test('a file of another form is none, whatever it holds', () => {
  const wrong = [
    'no JSON',
    '{}',
    '[1]',
    '[{}]',
    '[{"tool_name":"x"}]',
    said('x', { yara_analyzer: { severity: 'CRITICAL' } }),
    said('x', { yara_analyzer: 'HIGH' }),
    said('x', { yara_analyzer: { severity: 'HIGH', threat_names: 'all' } }),
  ];
  expect(wrong.map((text) => readScanned(text))).toEqual(wrong.map(() => undefined));
  expect(readScanned('[]')).toEqual([]);
  fc.assert(
    fc.property(fc.json(), fc.string(), (text, name) => {
      readScanned(text);
      const read = readScanned(
        said(name, { [name]: { severity: 'HIGH', threat_names: [name], threat_summary: name } }),
      );
      expect(read).toHaveLength(1);
    }),
  );
});
