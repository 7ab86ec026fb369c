/** The files of a release, made by the script that the workflow calls. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const read = (name: string): string => readFileSync(`release/${name}`, 'utf8');
const release = (tag: string) => spawnSync('npm', ['run', '--silent', 'release', '--', tag], { encoding: 'utf8' });

test('a release is the package, its SBOM and checksums that hold; made twice it is the same', () => {
  const made = release(`v${version}`);
  expect({ status: made.status, stdout: made.stdout }).toEqual({ status: 0, stdout: read('SHA256SUMS') });
  const check = ['--check', '--strict', '--quiet'];
  execFileSync('sha256sum', [...check, 'SHA256SUMS'], { cwd: 'release' });
  execFileSync('sha256sum', [...check, 'release/dist.sha256']);
  const tarball = read('SHA256SUMS').slice(0, 64);
  const sbom = JSON.parse(read('agentcore-sync-sbom.cdx.json'));
  expect(sbom.metadata.component.hashes).toContainEqual({ alg: 'SHA-256', content: tarball });
  const notices = readFileSync('dist/THIRD-PARTY.txt', 'utf8');
  expect(sbom.components.length).toBeGreaterThan(50);
  for (const { group, name, version: of } of sbom.components) {
    expect(notices).toContain(`\n${group === undefined ? '' : `${group}/`}${name} ${of} (`);
  }
  expect(release(`v${version}`).stdout).toBe(made.stdout);
});

test('a tag that is not the version makes none', () => {
  expect(release('v0.0.0')).toMatchObject({ status: 1, stdout: '' });
});
