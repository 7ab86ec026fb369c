import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { SyncError } from '../../model/errors.ts';

/** Files of the pages that are the same for every site, by their names below `assets/`. */
const NAMES = ['style.css', 'page.js', 'icon.svg'] as const;

/** How far above the bundle's chunks, and above this source, the package's folder can be. */
const ABOVE = ['./', '../', '../../', '../../../'] as const;

/** Path in a site to text. */
export type Assets = readonly (readonly [path: string, text: string])[];

/**
 * Style, script and icon of a site's pages.
 * @param from where the running code is (import.meta.url): the bundle, one of its chunks, or the source
 * @throws SyncError registry/refused where the package was installed without its templates
 */
export const readAssets = async (from: string): Promise<Assets> => {
  for (const up of ABOVE) {
    const texts = await Promise.all(
      NAMES.map((name) => readFile(fileURLToPath(new URL(`${up}templates/site/${name}`, from)), 'utf8')),
    ).catch(() => undefined);
    if (texts !== undefined) return NAMES.map((name, at) => [`assets/${name}`, texts[at] ?? ''] as const);
  }
  throw new SyncError(
    'registry',
    'refused',
    "read the pages' style and script: expected templates/site in this package",
    {
      hint: 'Install the package again: it was copied without its templates.',
    },
  );
};
