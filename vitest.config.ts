/** Runs every test of the monorepo against the sources, so that no test waits for a build. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@django-golive\/([a-z-]+)$/, replacement: source('./packages/$1/src/index.ts') },
      { find: /^@django-golive\/core\/schema$/, replacement: source('./packages/core/src/schema.ts') },
      { find: /^django-golive$/, replacement: source('./packages/cli/src/index.ts') },
      { find: /^django-golive\/testing$/, replacement: source('./packages/cli/src/testing.ts') },
    ],
  },
  test: {
    include: [
      'packages/*/test/**/*.test.ts',
      'conformance/**/*.test.ts',
      'examples/**/*.test.ts',
      'scripts/test/**/*.test.mjs',
    ],
    passWithNoTests: true,
    // No module keeps a state, so that files share those that they load: to load them anew for each took most of the time.
    isolate: false,
    // Tests are not timed: a slow machine makes no test fail, a hang ends all the same.
    testTimeout: 120_000,
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      reporter: ['text-summary'],
      thresholds: {
        'packages/core/src/**': { lines: 90, functions: 90, branches: 85, statements: 90 },
        'packages/!(core)/src/**': { lines: 85, functions: 85, branches: 72, statements: 82 },
      },
    },
  },
});
