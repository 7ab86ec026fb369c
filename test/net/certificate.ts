import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** DER: a value with its tag and length. */
const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (...bytes: readonly number[]): Buffer => der(0x06, Buffer.from(bytes));
const text = (value: string): Buffer => der(0x0c, Buffer.from(value));
const time = (date: Date): Buffer => {
  const digits = date.toISOString().replace(/[-:T]|\.\d+/g, '');
  return der(0x18, Buffer.from(digits));
};
const name = (value: string): Buffer => sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), text(value))));
const bits = (value: Uint8Array): Buffer => der(0x03, Buffer.from([0]), value);

const ECDSA_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const DAY_MS = 86_400_000;

/** A certificate with its key, PEM both. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

const pem = (label: string, value: Buffer): string =>
  `-----BEGIN ${label}-----\n${value.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END ${label}-----\n`;

const subjectAltName = (host: string): Buffer =>
  sequence(oid(0x55, 0x1d, 0x11), der(0x04, sequence(der(0x82, Buffer.from(host)))));

/** A certificate for one host, signed by itself and so its own authority, made anew for each test. */
export const selfSigned = (host: string): Certificate => {
  const { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  const now = Date.now();
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_SHA256,
    name(host),
    sequence(time(new Date(now - DAY_MS)), time(new Date(now + DAY_MS))),
    name(host),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(subjectAltName(host))),
  );
  const signature = sign('sha256', body, privateKey);
  return {
    certificate: pem('CERTIFICATE', sequence(body, ECDSA_SHA256, bits(signature))),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
};
