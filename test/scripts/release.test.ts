import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bundledPackages } from '../../scripts/bundle/packages.ts';
import { refusalOf } from '../../scripts/release/refusal.ts';
import { type Product, sbomOf } from '../../scripts/release/sbom.ts';
import { temporaryFolder } from '../cli/cli.ts';
import { jobsOf } from '../templates/workflow-rules.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const json = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

const NESTED = 'node_modules/@actions/http-client/node_modules/undici';
const locked = json('package-lock.json').packages;
/** Packages as they are installed: one in two versions, one that uses the other, one with a scope. */
const bundled = bundledPackages(
  ROOT,
  ['node_modules/undici', NESTED, 'node_modules/@actions/http-client', 'node_modules/yaml'].map(
    (path) => `${ROOT}/${path}/index.js`,
  ),
);
const product: Product = {
  name: 'agentcore-sync',
  version: '1.2.3',
  description: 'Text',
  licence: 'Apache-2.0',
  tarball: Buffer.from('tarball'),
  time: '2026-11-21T10:00:00.000Z',
};

describe('the SBOM', () => {
  const schema = (name: string) => json(`test/fixtures/cyclonedx/${name}.SNAPSHOT.schema.json`);
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) {
    ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  }
  const isSbom = ajv.compile(schema('bom-1.7'));
  const sbom = JSON.parse(JSON.stringify(sbomOf(product, bundled, locked)));

  test('is a CycloneDX 1.7 document, by the published schema', () => {
    expect(isSbom(sbom) ? [] : isSbom.errors).toEqual([]);
  });

  test.each<[string, (broken: Record<string, unknown>) => void]>([
    ['another format', (broken) => Object.assign(broken, { bomFormat: 'SPDX' })],
    ['a serial number that is none', (broken) => Object.assign(broken, { serialNumber: 'urn:uuid:1' })],
    [
      'a licence that SPDX does not know',
      (broken) =>
        Object.assign(broken, {
          components: [{ type: 'library', name: 'a', licenses: [{ license: { id: 'Apache 2' } }] }],
        }),
    ],
    ['a member that is not of the schema', (broken) => Object.assign(broken, { extra: 1 })],
  ])('with %s would be none', (_what, breakIt) => {
    const broken = structuredClone(sbom);
    breakIt(broken);
    expect(isSbom(broken)).toBe(false);
  });

  test('names each package with its version, licence and digest of the lock file', () => {
    const named = sbom.components.map(({ purl }: { purl: string }) => purl);
    expect(named).toEqual(bundled.map(({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`));
    const [, base64 = ''] = locked['node_modules/yaml'].integrity.split('-');
    expect(sbom.components.find(({ name }: { name: string }) => name === 'yaml')).toMatchObject({
      licenses: [{ license: { id: 'ISC' } }],
      hashes: [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }],
    });
  });

  test('tells who uses whom, each the version that it finds', () => {
    const uses = Object.fromEntries(
      sbom.dependencies.map(({ ref, dependsOn }: { ref: string; dependsOn: string[] }) => [ref, dependsOn]),
    );
    const client = `pkg:npm/%40actions/http-client@${locked['node_modules/@actions/http-client'].version}`;
    expect(uses[client]).toEqual([`pkg:npm/undici@${locked[NESTED].version}`]);
    expect(uses['pkg:npm/agentcore-sync@1.2.3']).toHaveLength(bundled.length);
  });

  test('is the same for the same package, and another for another', () => {
    expect(sbomOf(product, bundled, locked)).toEqual(sbom);
    const other = sbomOf({ ...product, tarball: Buffer.from('other') }, bundled, locked);
    expect(other['serialNumber']).not.toBe(sbom.serialNumber);
  });

  test('is not made of a package whose digest nobody wrote down', () => {
    expect(() => sbomOf(product, bundled, { ...locked, 'node_modules/yaml': {} })).toThrow(
      'node_modules/yaml: expected a sha512 digest in package-lock.json, met undefined',
    );
  });
});

describe('a release', () => {
  const wanted = { tag: 'v1.2.3', repository: 'acme/agentcore-sync', publishes: true };

  test.each(['github:acme/agentcore-sync', 'git+https://github.com/acme/agentcore-sync.git'])(
    'of a package that names %s may go out',
    (repository) => {
      expect(refusalOf({ version: '1.2.3', repository }, wanted)).toBeUndefined();
      expect(refusalOf({ version: '1.2.3', repository: { url: repository } }, wanted)).toBeUndefined();
    },
  );

  test('with a tag that is not the version is refused', () => {
    expect(refusalOf({ version: '1.2.4' }, wanted)).toBe(
      'the tag is "v1.2.3", and package.json has version 1.2.4: expected the tag v1.2.4',
    );
  });

  test('that goes to npm must name its repository; another need not', () => {
    expect(refusalOf({ version: '1.2.3' }, { ...wanted, publishes: false })).toBeUndefined();
    for (const repository of [undefined, 'github:other/agentcore-sync']) {
      expect(refusalOf({ version: '1.2.3', ...(repository ? { repository } : {}) }, wanted)).toContain(
        'expected "repository" to name acme/agentcore-sync',
      );
    }
  });
});

describe('release.yml', () => {
  const file = '.github/workflows/release.yml';
  const jobs = jobsOf(readFileSync(join(ROOT, file), 'utf8'));
  const steps = (job: string) => (jobs[job]?.['steps'] ?? []) as { name?: string; uses?: string; run?: string }[];

  test('gives each job the rights that it needs', () => {
    expect(Object.entries(jobs).map(([id, job]) => [id, job['permissions'], job['environment']])).toEqual([
      ['build', { contents: 'read' }, undefined],
      ['sign', { 'id-token': 'write', attestations: 'write' }, 'release-signing'],
      ['publish', { contents: 'write' }, 'release'],
      ['npm', { 'id-token': 'write' }, 'npm'],
    ]);
  });

  test('runs code of the repository only where nothing can be written', () => {
    for (const job of ['sign', 'publish', 'npm']) {
      expect(steps(job).filter(({ uses }) => uses?.startsWith('actions/checkout@'))).toEqual([]);
      expect(steps(job).filter(({ run }) => /npm (?:ci|install|run|test)/.test(run ?? ''))).toEqual([]);
    }
  });

  test('compares dist/ before it signs, and names files that the release has', () => {
    const { scripts } = json('package.json');
    expect(steps('build').map(({ run }) => run)).toContain('npm run --silent check');
    expect(scripts.check).toContain('npm run bundle:check');
    const main = readFileSync(join(ROOT, 'scripts/release/main.ts'), 'utf8');
    for (const name of ['dist.sha256', 'SHA256SUMS']) expect(main).toContain(`'${name}'`);
    expect(parse(readFileSync(join(ROOT, file), 'utf8')).on).toEqual({ push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } });
  });

  /** Runs the step that moves the tag, with a gh that knows these tags; gives what it was asked to write. */
  const moved = (tag: string, tags: readonly string[]): { said: string; written: string } => {
    const folder = temporaryFolder();
    const script = steps('publish').find(({ name }) => name?.startsWith('Move the tag'))?.run ?? '';
    writeFileSync(
      join(folder, 'gh'),
      `#!/bin/bash
case "$*" in
  *matching-refs*) printf '${tags.map((name) => `refs/tags/${name}\\n`).join('')}' ;;
  *--method*) echo "$*" >> ${folder}/written ;;
  *git/ref/tags/*) [[ " ${tags.join(' ')} " == *" \${2##*/} "* ]] ;;
esac
`,
    );
    chmodSync(join(folder, 'gh'), 0o755);
    writeFileSync(join(folder, 'written'), '');
    const said = execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      encoding: 'utf8',
      env: { PATH: `${folder}:${process.env['PATH']}`, GH_REPO: 'a/b', GITHUB_REF_NAME: tag, COMMIT: 'c0ffee' },
    });
    return { said, written: readFileSync(join(folder, 'written'), 'utf8') };
  };

  test('moves the tag of the major version to the newest release', () => {
    expect(moved('v1.10.0', ['v1.2.0', 'v1.9.3', 'v1.10.0', 'v1']).written).toBe(
      'api --method PATCH repos/a/b/git/refs/tags/v1 -f sha=c0ffee -F force=true --silent\n',
    );
  });

  test('makes it for the first release', () => {
    expect(moved('v1.0.0', ['v1.0.0']).written).toBe(
      'api --method POST repos/a/b/git/refs -f ref=refs/tags/v1 -f sha=c0ffee --silent\n',
    );
  });

  test('leaves it where a later release has it', () => {
    expect(moved('v1.2.9', ['v1.2.9', 'v1.10.0', 'v1', 'v1.11.0-rc.1'])).toEqual({
      said: 'v1 stays: v1.10.0 is the newest\n',
      written: '',
    });
  });
});
