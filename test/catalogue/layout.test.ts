import { describe, expect, it } from 'vitest';
import { knownKeys, locationOf, pathOf } from '../../src/catalogue/layout.ts';
import { gateway, runtime, target } from './world.ts';

describe('layout', () => {
  it.each([gateway('a').key, runtime('a').key, target('a', gateway('b')).key])('finds back what lies at %o', (key) => {
    expect(locationOf(pathOf(key))).toEqual({ type: 'scanned', key });
  });

  it('takes all extensions, and anything below manual', () => {
    expect(locationOf('111111111111/us-east-1/gateways/a.b.json')).toMatchObject({
      type: 'scanned',
      key: { id: 'a.b' },
    });
    expect(locationOf('manual/team/a.yml')).toEqual({ type: 'manual' });
  });

  it('lists each resource once', () => {
    const path = pathOf(gateway('a').key);
    expect(knownKeys([path, path.replace('yaml', 'json'), 'manual/a.yaml', 'x'])).toEqual([gateway('a').key]);
  });
});
