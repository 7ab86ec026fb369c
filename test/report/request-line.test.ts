import { expect, test } from 'vitest';
import { requestLine } from '../../src/report/request-line.ts';
import { createRequestLog } from '../../src/running/request-log.ts';

const event = { method: 'GET', host: 'registry.example.com', path: '/api/servers', ms: 12.4 } as const;

test('a line says who was asked for what, and what came of it', () => {
  expect(requestLine('registry', { ...event, outcome: { status: 200 }, attempt: 1, id: 'r-1' })).toBe(
    'debug: registry GET registry.example.com /api/servers 200 12 ms try 1 id r-1\n',
  );
  expect(
    requestLine('aws', { ...event, operation: 'AssumeRole', outcome: { error: 'the connection was refused' } }),
  ).toBe('debug: aws GET registry.example.com /api/servers AssumeRole the connection was refused 12 ms\n');
});

test("a server's words can't move the cursor, begin a line or fill the screen", () => {
  const line = requestLine('server', {
    ...event,
    outcome: { status: 200 },
    id: `\u001b[2J\n::error::${'x'.repeat(9000)}`,
  });
  expect(line).toContain('id \\x1b[2J\\n::error::xxx');
  expect(line.indexOf('\n')).toBe(line.length - 1);
  expect(line.length).toBeLessThan(400);
});

test('attempts are counted where a client does not number them; nothing is told unless asked for', () => {
  const lines: string[] = [];
  const { onRequest } = createRequestLog(true, (line) => void lines.push(line))('registry');
  for (const status of [503, 429, 200, 200]) onRequest?.({ ...event, outcome: { status } });
  expect(lines.map((line) => /try \d/.exec(line)?.[0])).toEqual(['try 1', 'try 2', 'try 3', 'try 1']);
  expect(createRequestLog(false, () => undefined)('registry')).toEqual({});
});
