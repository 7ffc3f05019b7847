import { defineConfig } from 'vitest/config';
import { plainSummary } from './src/plainSummary.ts';

/** One run for the whole workspace; packages are read from source, so nothing needs building first. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  resolve: { conditions: ['@cic/source', 'module', 'node'] },
  ssr: { resolve: { conditions: ['@cic/source', 'module', 'node'] } },
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/test/**/*.test.ts',
      'apps/*/src/**/*.test.ts',
      'apps/*/test/**/*.test.ts',
    ],
    setupFiles: ['packages/tooling/src/propertySeed.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    reporters: ['default', plainSummary],
  },
});
