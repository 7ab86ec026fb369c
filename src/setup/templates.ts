import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SyncError } from '../model/errors.ts';

/** How far above the bundle's chunks, and above the source, the package's folder can be. */
const ABOVE = ['./', '../', '../../'] as const;

/** Schemas that editors check the catalogue's files with: a copy serves offline, and where this repository is private. */
const SCHEMAS = ['configuration.schema.json', 'entry.schema.json'] as const;

const below = async (folder: string): Promise<readonly string[]> => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : [])).sort();
};

/**
 * Reads this package's templates: path below `templates/`, with forward slashes, to text; and the editor's schemas, below
 * `schemas/`.
 * @param from where the running code is (import.meta.url): the bundle, one of its chunks, or the source
 * Throws SyncError catalogue/unreadable where the package was installed without them.
 */
export const readTemplates = async (from: string): Promise<ReadonlyMap<string, string>> => {
  for (const up of ABOVE) {
    const folder = fileURLToPath(new URL(`${up}templates`, from));
    const files = await below(join(folder, 'workflows')).catch(() => undefined);
    if (files === undefined) continue;
    const package_ = join(folder, '..');
    const all = [
      ...[...(await below(join(folder, 'iam'))), ...(await below(join(folder, 'gateways'))), ...files].map(
        (file) => [file, file.slice(folder.length + 1)] as const,
      ),
      ...SCHEMAS.map((name) => [join(package_, 'schemas', name), `schemas/${name}`] as const),
    ];
    const texts = await Promise.all(all.map(([file]) => readFile(file, 'utf8')));
    return new Map(all.map(([, path], at) => [path.replaceAll('\\', '/'), texts[at] ?? ''] as const));
  }
  throw new SyncError(
    'catalogue',
    'unreadable',
    'read the templates: expected the folder templates in this package, met none',
    {
      hint: 'Install the package again: it was copied without its templates.',
    },
  );
};
