import { expect, test } from 'vitest';
import { fileLines } from '../../src/report/files-text.ts';
import { renderText } from '../../src/report/text.ts';

const created = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    action: 'create' as const,
    path: `a/${String(at).padStart(4, '0')}.yaml`,
    text: '',
  }));

test('a first scan names the first twenty new files and counts the rest; what changes or goes is always named', () => {
  const lines = renderText(
    fileLines([...created(150), { action: 'delete', path: 'z/last.yaml', before: '' }], {}),
    false,
  )
    .trimEnd()
    .split('\n');
  expect(lines.slice(0, 2)).toEqual(['+ a/0000.yaml', '+ a/0001.yaml']);
  expect(lines.slice(19)).toEqual(['+ a/0019.yaml', '- z/last.yaml', 'and 130 more created: --full shows them']);
  for (const all of [fileLines(created(20), {}), fileLines(created(150), { full: true })])
    expect(renderText(all, false)).not.toContain('more created');
});
