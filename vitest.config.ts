import { defineConfig } from 'vitest/config';

/** `npm test` needs Node alone; what needs Python, Go or Debian parts lives in test/real and runs with `npm run test:real`. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: process.env['TEST_REAL'] ? [] : ['test/real/**'],
    globalSetup: ['test/setup/bundle.mjs'],
    setupFiles: ['test/setup/network.mjs'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Modules hold no state: files share a worker's, and the suite loads each once or twice in place of 140 times.
    isolate: false,
    maxWorkers: 2,
  },
});
