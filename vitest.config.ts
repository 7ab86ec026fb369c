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
    // A process is started by copying the page tables of the one that starts it: a worker full of garbage takes 20 times as long.
    execArgv: ['--max-old-space-size=384', '--max-semi-space-size=16'],
  },
});
