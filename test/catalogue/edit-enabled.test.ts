import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disableInText } from '../../src/catalogue/edit-enabled.ts';
import { parseFile } from '../../src/document/read.ts';

const FILE = '111111111111/us-east-1/gateways/a.yaml';

const disabled = (text: string, endpoint?: string) =>
  disableInText(FILE, text, { reason: 'SEC-12: leaks', ...(endpoint === undefined ? {} : { endpoint }) });

test.each([
  [
    'a line behind the first key',
    'kind: gateway\nregistration:\n  path: /a/ # ours\n  tags: [x]\n',
    'kind: gateway\nregistration:\n  path: /a/ # ours\n  enabled: false # SEC-12: leaks\n  tags: [x]\n',
  ],
  [
    'the end of a file without a line end',
    'registration:\n    path: /a/',
    'registration:\n    path: /a/\n    enabled: false # SEC-12: leaks',
  ],
  [
    'line ends of Windows',
    'registration:\r\n  path: /a/\r\n',
    'registration:\r\n  path: /a/\r\n  enabled: false # SEC-12: leaks\r\n',
  ],
  [
    'what stands there, comments and all',
    'registration:\n  path: /a/\n  enabled: true   # wanted\n',
    'registration:\n  path: /a/\n  enabled: false   # wanted\n',
  ],
  ['a map in braces', 'registration: { path: /a/ }\n', 'registration: { enabled: false, path: /a/ }\n'],
  ['JSON', '{"registration": {"path": "/a/"}}', '{"registration": {"enabled": false, "path": "/a/"}}'],
])('%s', (_, before, after) => {
  expect(disabled(before)).toBe(after);
  expect(disabled(after)).toBe(after);
});

test('an endpoint is disabled by itself', () => {
  const text = 'registration:\n  path: /a/\n  endpoints:\n    prod:\n      path: /a-prod/\n';
  expect(disabled(text, 'prod')).toBe(`${text}      enabled: false # SEC-12: leaks\n`);
  expect(disabled(text, 'other')).toBeUndefined();
});

test('a text without a registration is left alone', () => {
  for (const text of ['', 'kind: gateway\n', 'registration: x\n', 'registration:\n  - path\n', 'a: [\n'])
    expect(disabled(text)).toBeUndefined();
});

test('no reason changes anything but one comment', () => {
  const text = 'kind: gateway\nregistration:\n  path: /a/\n  description: |\n    text\n';
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (reason) => {
      const after = disableInText(FILE, text, { reason });
      const read = parseFile(FILE, after ?? '');
      expect(read).toMatchObject({ value: { registration: { path: '/a/', description: 'text\n', enabled: false } } });
      expect((after ?? '').split('\n')).toHaveLength(text.split('\n').length + 1);
    }),
  );
});
