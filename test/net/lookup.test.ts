import type { LookupAddress, LookupOptions } from 'node:dns';
import { describe, expect, test } from 'vitest';
import { checkedLookup } from '../../src/net/lookup.ts';

const looked = (
  hostname: string,
  addresses: readonly string[],
  options: LookupOptions & { readonly privateHosts?: readonly string[] } = { all: true },
): unknown => {
  let met: unknown;
  const given = addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }));
  const lookup = checkedLookup((_hostname, _options, callback) => callback(null, given), options.privateHosts ?? []);
  lookup(hostname, options, (error, address, family) => {
    met = error ?? (family === undefined ? address : [address, family]);
  });
  return met;
};

describe('checkedLookup', () => {
  test.each([
    ['169.254.169.254', 'never used'],
    ['fd00:ec2::254', 'never used'],
    ['64:ff9b::a9fe:a9fe', 'never used'],
    ['0.0.0.0', 'never used'],
    ['127.0.0.1', 'only a loopback host'],
    ['::1', 'only a loopback host'],
    ['::ffff:127.0.0.1', 'only a loopback host'],
    ['192.168.0.7', 'private address'],
    ['64:ff9b::10.0.0.1', 'private address'],
    ['fd12::1', 'private address'],
  ])('a name with one address %s is refused', (address, text) => {
    expect(looked('name.example', ['93.184.216.34', address])).toMatchObject({
      area: 'network',
      code: 'unsafe-address',
      message: expect.stringContaining(text),
    });
  });

  test('a listed host may be private, yet neither link-local nor this machine', () => {
    const options = { all: true, privateHosts: ['*.corp.example', 'One.example'] };
    expect(looked('a.corp.example', ['10.0.0.1'], options)).toEqual([{ address: '10.0.0.1', family: 4 }]);
    expect(looked('one.example.', ['10.0.0.1'], options)).toEqual([{ address: '10.0.0.1', family: 4 }]);
    for (const address of ['169.254.0.1', '127.0.0.1']) {
      expect(looked('a.corp.example', [address], options)).toMatchObject({ code: 'unsafe-address' });
    }
    for (const host of ['corp.example', 'acorp.example', 'a.corp.example.evil.example']) {
      expect(looked(host, ['10.0.0.1'], options)).toMatchObject({ code: 'unsafe-address' });
    }
  });

  test('gives one address or all, as asked', () => {
    expect(looked('name.example', ['93.184.216.34', '2001:db8::1'])).toHaveLength(2);
    expect(looked('name.example', ['93.184.216.34'], { all: false })).toEqual(['93.184.216.34', 4]);
    expect(looked('name.example', [], { all: false })).toMatchObject({ code: 'ENOTFOUND' });
  });

  test('localhost may be this machine', () => {
    expect(looked('localhost', ['::1', '127.0.0.1'])).toHaveLength(2);
  });

  test("the resolver's own errors pass", () => {
    const failure = Object.assign(new Error('no'), { code: 'EAI_AGAIN' });
    let met: unknown;
    checkedLookup((_hostname, _options, callback) => callback(failure, []), [])('a.example', {}, (error) => {
      met = error;
    });
    expect(met).toBe(failure);
  });
});
