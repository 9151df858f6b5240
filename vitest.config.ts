import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Among what golden cases expect there are tests, for another runner.
    exclude: ['test/golden/**'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Two cores: more workers only fight over them.
    maxWorkers: 2,
  },
});
