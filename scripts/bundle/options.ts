import type { InputOptions, OutputOptions } from 'rolldown';
import { packedCedar } from './cedar.ts';
import { chunkFile, refuseCircles, splitting } from './chunks.ts';
import { thirdPartyNotices } from './notices.ts';

const DOORS = ['src/cli.ts', 'src/main.ts'] as const;

/** How the project at `root` is bundled. Dynamic imports stay chunks: a command loads what it needs and nothing else. */
export const bundleOptions = (root: string): InputOptions & { readonly output: OutputOptions } => ({
  cwd: root,
  input: { cli: DOORS[0], main: DOORS[1] },
  platform: 'node',
  // The SDK's ES modules, where the bundler can leave out what is not used; its CommonJS ones hold every call.
  resolve: { mainFields: ['module', 'main'], conditionNames: ['module', 'node', 'import', 'default'] },
  preserveEntrySignatures: 'allow-extension',
  plugins: [refuseCircles(), thirdPartyNotices(root), packedCedar(root)],
  output: {
    dir: 'dist',
    format: 'esm',
    minify: true,
    cleanDir: true,
    chunkFileNames: chunkFile(root),
    codeSplitting: splitting(root, DOORS),
  },
});
