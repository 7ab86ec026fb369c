/**
 * Writes what a release consists of into release/: the packed package, its SBOM, and checksums of both and of dist/.
 * Called with the tag. Refuses a tag that is not the version, and a package that can't be published as it is.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildInMemory } from '../bundle/build.ts';
import { refusalOf } from './refusal.ts';
import { sbomOf } from './sbom.ts';

const FOLDER = 'release';

const text = (command: string, ...words: readonly string[]): string =>
  execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();

/** As `sha256sum` writes and checks it. */
const sums = (folder: string, files: readonly string[]): string =>
  files
    .map(
      (file) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex')}  ${file}\n`,
    )
    .join('');

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const refusal = refusalOf(manifest, {
  tag: process.argv[2] ?? '',
  repository: process.env['GITHUB_REPOSITORY'],
  publishes: process.env['PUBLISHES_TO_NPM'] === 'on',
});
if (refusal !== undefined) {
  process.stderr.write(`${refusal}\n`);
  process.exit(1);
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
text('npm', 'pack', '--silent', `--pack-destination=${FOLDER}`);
const { name, version, description, license } = manifest;
const tarball = `${name}-${version}.tgz`;
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const product = {
  name,
  version,
  description,
  licence: license,
  tarball: readFileSync(join(FOLDER, tarball)),
  time: new Date(text('git', 'show', '--no-patch', '--format=%cI', 'HEAD')).toISOString(),
};
const sbom = `${name}-sbom.cdx.json`;
const document = sbomOf(product, (await buildInMemory(process.cwd())).packages, packages);
writeFileSync(join(FOLDER, sbom), `${JSON.stringify(document, undefined, 2)}\n`);
const built = readdirSync('dist', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
writeFileSync(join(FOLDER, 'dist.sha256'), sums('.', built));
writeFileSync(join(FOLDER, 'SHA256SUMS'), sums(FOLDER, [tarball, sbom, 'dist.sha256']));
process.stdout.write(readFileSync(join(FOLDER, 'SHA256SUMS'), 'utf8'));
