import { defineConfig } from 'vitest/config';

/** `npm test` needs Node alone; what needs Python, Go or Debian parts lives in test/real and runs with `npm run test:real`. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: process.env['TEST_REAL'] ? [] : ['test/real/**'],
    setupFiles: ['test/setup/network.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
