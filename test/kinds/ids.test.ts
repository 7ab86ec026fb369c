import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSafeName } from '../../src/catalogue/layout.ts';
import { idForm } from '../../src/kinds/ids.ts';

describe('idForm', () => {
  test.each([
    ['gateway', 'pricing-tools-a1b2c3d4e5', 'documented'],
    ['gateway', 'abcdefghij', 'odd'],
    ['gateway', 'Pricing-a1b2c3d4e5', 'odd'],
    ['target', '7XK2P0QJ4M', 'documented'],
    ['target', '7XK2P0QJ4', 'odd'],
    ['runtime', 'my_agent-A1b2C3d4E5', 'documented'],
    ['runtime', '0a1b2c3d-0000-4000-8000-000000000000', 'odd'],
    ['runtime', '../etc/passwd', 'unsafe'],
    ['gateway', 'nul', 'unsafe'],
    ['gateway', 'a/b', 'unsafe'],
    ['gateway', '.hidden', 'unsafe'],
    ['gateway', 'dot.', 'unsafe'],
    ['gateway', '', 'unsafe'],
    ['gateway', 'x'.repeat(201), 'unsafe'],
  ] as const)('%s %s is %s', (kind, id, form) => {
    expect(idForm(kind, id)).toBe(form);
  });

  test('what it lets through is what the catalogue takes as a file name', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.stringMatching(/^[A-Za-z0-9._-]{0,12}$/),
          fc.constantFrom('con', 'CON.x', 'lpt1', 'com10'),
        ),
        (id) => {
          expect(idForm('gateway', id) !== 'unsafe').toBe(isSafeName(id));
        },
      ),
    );
  });
});
