import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markFor } from '../../src/engine/mark.ts';
import { MARK_KEY } from '../../src/model/registration.ts';
import { markToMetadata, readMark } from '../../src/registries/mark-metadata.ts';
import { FIELD_TABLE } from '../../src/registries/mcp-gateway-registry/fields.ts';
import { gateway, MARKER, manual, registrationsOf, SETTINGS } from './support.ts';

const markOf = (entry: Parameters<typeof registrationsOf>[0][number], settings = SETTINGS) => {
  const [registration] = registrationsOf([entry], settings);
  if (!registration) throw new Error('nothing was rendered');
  return markFor(registration, MARKER, FIELD_TABLE);
};

describe('the mark', () => {
  it('comes back from metadata as it was written, whatever else is there', () => {
    const mark = markOf(gateway('one', { registration: { protect: true } }));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (other) => {
        const stored: unknown = JSON.parse(JSON.stringify({ ...other, [MARK_KEY]: markToMetadata(mark) }));
        expect(readMark(stored)).toEqual({ type: 'mark', mark });
      }),
    );
  });

  it('is broken when any of its texts is missing or its digests were changed', () => {
    const metadata = markToMetadata(markOf(gateway('one')));
    for (const key of ['owner', 'path', 'file', 'identity', 'fields', 'digest', 'form']) {
      const { [key]: _, ...rest } = metadata;
      expect(readMark({ [MARK_KEY]: rest }).type, key).toBe('broken');
    }
    expect(readMark({ [MARK_KEY]: { ...metadata, fields: { url: 'x' } } }).type).toBe('broken');
  });

  it.each([undefined, null, 'text', [], {}, { [MARK_KEY]: 'x' }])('is not there in %j', (metadata) => {
    expect(readMark(metadata)).toEqual({ type: 'none' });
  });

  it('has keys that older document databases take', () => {
    expect(JSON.stringify(markToMetadata(markOf(gateway('one'))))).not.toMatch(/"[^"]*[.$][^"]*":/);
  });

  it('does not depend on header values, but on their names and secrets', () => {
    const digests = (headers: Parameters<typeof manual>[1]) => markOf(manual('tools', headers)).fields['headers'];
    const before = digests({ headers: { A: 'one' } });
    expect(digests({ headers: { A: 'two' } })).toBe(before);
    expect(digests({ headers: { B: 'one' } })).not.toBe(before);
    expect(digests({ headers: { A: { secret: 'api-key' } } })).not.toBe(before);
  });

  it('binds a credential to what it is for', () => {
    const identity = (issuer: string, client: string) =>
      markOf(gateway('one'), { ...SETTINGS, clientOf: () => ({ issuer, client }) }).identity;
    expect(identity('i', 'a')).toBe(identity('i', 'a'));
    expect(identity('i', 'b')).not.toBe(identity('i', 'a'));
    expect(identity('j', 'a')).not.toBe(identity('i', 'a'));
    expect(markOf(gateway('one')).identity).not.toBe(identity('i', 'a'));
  });
});
