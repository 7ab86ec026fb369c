import { describe, expect, it } from 'vitest';
import { editPath } from '../../src/catalogue/edit-path.ts';

describe('editPath', () => {
  it.each([
    ['plain', 'kind: gateway # why\r\nregistration: # yours\r\n  path: /one/   # here\r\n  name: "N"\r\n'],
    ['quoted', "registration:\n  path: '/one/'\n  description: |\n    path: /one/\n"],
    ['JSON', '{ "registration": { "path": "/one/", "name": "path" } }\n'],
    ['flow', 'registration: { path: /one/, name: N }\n'],
  ])('replaces nothing but the path: %s', (name, text) => {
    const file = name === 'JSON' ? 'a.json' : 'a.yaml';
    const edited = editPath(file, text, '/two/') ?? '';
    expect(edited.replace(/["']?\/two\/["']?/, '')).toBe(text.replace(/["']?\/one\/["']?/, ''));
  });

  it.each(['kind: gateway\n', 'registration: x\n', 'registration:\n  path: [a]\n', 'a: &x 1\n'])(
    'leaves %j alone',
    (text) => {
      expect(editPath('a.yaml', text, '/two/')).toBeUndefined();
    },
  );
});
