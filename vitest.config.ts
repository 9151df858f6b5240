import { defineConfig } from 'vitest/config';

/** Tests that mock modules of ours, put traps into Node's own, or measure the memory of their process. */
const alone = ['test/e2e/failed-build.test.ts', 'test/hostile/corpus.test.ts', 'test/hostile/exhaustion.test.ts'];

const shared = {
  // Among what golden cases expect there are tests, for another runner.
  exclude: ['test/golden/**'],
  testTimeout: 300_000,
  hookTimeout: 300_000,
  restoreMocks: true,
  // What a build does is tested, not what it remembers of another test's; test/cache says otherwise for itself.
  env: { MCPGEN_CACHE_DIR: 'off' },
};

export default defineConfig({
  test: {
    // Two cores: more workers only fight over them.
    maxWorkers: 2,
    projects: [
      {
        // Half of the time of most files would go into loading the compiler and the SDK again.
        test: {
          ...shared,
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...shared.exclude, ...alone],
          isolate: false,
        },
      },
      { test: { ...shared, name: 'alone', include: alone } },
    ],
  },
});
