import { defineConfig } from 'rolldown';

/** Dynamic imports stay chunks: a command loads what it needs and nothing else. */
export default defineConfig({
  input: { cli: 'src/cli.ts', main: 'src/main.ts' },
  platform: 'node',
  output: { dir: 'dist', format: 'esm', minify: true, cleanDir: true, chunkFileNames: 'chunks/[name].js' },
});
