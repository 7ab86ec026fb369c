/** What is in the package, as a CycloneDX 1.7 document. https://cyclonedx.org/docs/1.7/json/ */
import { createHash } from 'node:crypto';
import type { BundledPackage } from '../bundle/packages.ts';

/** A package as package-lock.json (version 3) describes it, by its path. */
export interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The package that a document is about. */
export interface Product {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly licence: string;
  /** Bytes of its tarball. */
  readonly tarball: Uint8Array;
  /** RFC 3339: when the commit was made. */
  readonly time: string;
}

type Json = Readonly<Record<string, unknown>>;

const purl = (name: string, version: string): string => `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;

const licences = (expression: string): readonly Json[] =>
  /^[A-Za-z0-9.+-]+$/.test(expression) ? [{ license: { id: expression } }] : [{ expression }];

const fullName = (name: string): Json => {
  const [group, rest] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return group === undefined ? { name } : { group, name: rest };
};

/** `sha512-<base64>` of the lock file, as CycloneDX writes digests. Throws when the lock file has none. */
const digestOf = ({ path }: BundledPackage, integrity: string | undefined): readonly Json[] => {
  const [, base64] = /^sha512-([A-Za-z0-9+/]+=*)$/.exec(integrity ?? '') ?? [];
  if (base64 === undefined) throw new Error(`${path}: expected a sha512 digest in package-lock.json, met ${integrity}`);
  return [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }];
};

const digest = (algorithm: 'sha256' | 'sha512', bytes: Uint8Array | string): string =>
  createHash(algorithm).update(bytes).digest('hex');

/** A name for this very document: the same for the same content. */
const serialNumber = (content: string): string => {
  const hex = digest('sha256', content);
  const variant = (0x8 | (Number.parseInt(hex[16] ?? '0', 16) & 0x3)).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Paths where a package at `path` may find `name`, the nearest first. */
const lookups = (path: string, name: string): readonly string[] => {
  const parts = path.split('/node_modules/');
  return parts
    .map((_, index) => [...parts.slice(0, parts.length - index), name].join('/node_modules/'))
    .concat(`node_modules/${name}`);
};

/**
 * The document: the package, each package with code in it, and who uses whom. `locked` are the packages of
 * package-lock.json. Says the same for the same input. Throws when the lock file lacks a bundled package's digest.
 */
export const sbomOf = (
  product: Product,
  bundled: readonly BundledPackage[],
  locked: Readonly<Record<string, LockedPackage>>,
): Json => {
  const byPath = new Map(bundled.map((one) => [one.path, one]));
  const referenceOf = ({ name, version }: BundledPackage): string => purl(name, version);
  const own = purl(product.name, product.version);
  const usedBy = ({ path }: BundledPackage): readonly string[] => {
    const { dependencies, optionalDependencies, peerDependencies } = locked[path] ?? {};
    return Object.keys({ ...peerDependencies, ...optionalDependencies, ...dependencies })
      .flatMap((name) =>
        lookups(path, name)
          .flatMap((place) => byPath.get(place) ?? [])
          .slice(0, 1),
      )
      .map(referenceOf)
      .sort();
  };
  const content = {
    metadata: {
      timestamp: product.time,
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': own,
        ...fullName(product.name),
        version: product.version,
        description: product.description,
        licenses: licences(product.licence),
        purl: own,
        hashes: [
          { alg: 'SHA-256', content: digest('sha256', product.tarball) },
          { alg: 'SHA-512', content: digest('sha512', product.tarball) },
        ],
      },
    },
    components: bundled.map((one) => ({
      type: 'library',
      'bom-ref': referenceOf(one),
      ...fullName(one.name),
      version: one.version,
      scope: 'required',
      licenses: licences(one.licence),
      purl: referenceOf(one),
      hashes: digestOf(one, locked[one.path]?.integrity),
    })),
    dependencies: [
      { ref: own, dependsOn: bundled.map(referenceOf).sort() },
      ...bundled.map((one) => ({ ref: referenceOf(one), dependsOn: usedBy(one) })),
    ],
    compositions: [{ aggregate: 'complete', assemblies: [own] }],
  };
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.7',
    serialNumber: serialNumber(JSON.stringify(content)),
    version: 1,
    ...content,
  };
};
