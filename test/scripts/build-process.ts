/** Prints the project's bundle as JSON: `node build-process.ts <root> [linked]`. */
import { buildInMemory } from '../../scripts/bundle/build.ts';
import type { BuiltBundle } from './rolldown.ts';

const [root = '', linked] = process.argv.slice(2);
const { files, packages } = await buildInMemory(root, linked === undefined ? {} : { symlinks: false });
const bundle: BuiltBundle = {
  files: [...files].map(([name, file]) => {
    if (file.type === 'chunk') {
      const { code, moduleIds, imports } = file;
      return { name, text: code, chunk: { moduleIds, imports } };
    }
    const { source } = file;
    return { name, text: typeof source === 'string' ? source : Buffer.from(source).toString('base64') };
  }),
  packages: packages.map(({ name, version }) => ({ name, version })),
};
process.stdout.write(JSON.stringify(bundle));
