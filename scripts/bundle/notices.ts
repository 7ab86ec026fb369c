/** The licences of what is bundled, shipped beside it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { type BundledPackage, bundledPackages } from './packages.ts';

const RULE = '-'.repeat(80);

const HEAD = `Third-party software

The files beside this one contain code of the packages below, each under its own licence. A text that several
packages bring in the same words stands once.
`;

/** What must go along with a package. Some of the SDK's bring no text: theirs is the Apache licence, as ours is. */
const textOf = ({ path, licence, notices }: BundledPackage, apache: string): string => {
  if (notices.length > 0) return notices.join('\n\n');
  if (licence === 'Apache-2.0') return apache;
  throw new Error(`${path}: expected a licence file to ship, since it is bundled; its licence is ${licence}`);
};

/**
 * The text of THIRD-PARTY.txt: the same for the same packages. `apache` is the text of Apache-2.0.
 * Throws for a package that brings no licence text and whose licence is another one.
 */
export const noticesText = (packages: readonly BundledPackage[], apache: string): string => {
  const byText = Map.groupBy(packages, (one) => textOf(one, apache));
  const sections = [...byText].map(
    ([text, holders]) =>
      `${RULE}\n${holders.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join('\n')}\n\n${text}\n`,
  );
  return [HEAD, ...sections].join('\n');
};

/** Writes THIRD-PARTY.txt for the packages that have a module in the bundle; what was left out needs none. */
export const thirdPartyNotices = (root: string): Plugin => ({
  name: 'third-party-notices',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    const apache = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
    const source = noticesText(bundledPackages(root, modules), apache);
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.txt', source });
  },
});
