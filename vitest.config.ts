// Three projects: the pure core (fast, shared), and the server's suites once per database engine.
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const alias = {
  '@': path.resolve(import.meta.dirname),
  'server-only': path.resolve(import.meta.dirname, 'lib/server/testing/server-only.ts'),
};

function serverProject(engine: 'pglite' | 'postgresql') {
  return {
    resolve: { alias },
    test: {
      name: engine,
      include: ['lib/server/**/*.test.ts'],
      exclude: ['lib/server/chaos/**'],
      pool: 'forks' as const,
      maxWorkers: 2,
      env: { TEST_ENGINE: engine },
      globalSetup: [`lib/server/testing/prepare-${engine}.ts`],
      setupFiles: ['lib/server/testing/property-seed.ts', 'lib/server/testing/start-runtime.ts'],
      testTimeout: 60_000,
      hookTimeout: 120_000,
    },
  };
}

export default defineConfig({
  test: {
    coverage: {
      provider: 'v8',
      include: ['lib/core/**/*.ts'],
      exclude: ['lib/core/**/*.test.ts', 'lib/core/testing/**', 'lib/core/api/**'],
      thresholds: { statements: 100, branches: 100, functions: 100, lines: 100 },
    },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'core',
          include: [
            'lib/core/**/*.test.ts',
            'lib/fence/**/*.test.ts',
            'lib/i18n/**/*.test.ts',
            'lib/queries/**/*.test.ts',
            'components/**/*.test.ts',
          ],
          setupFiles: ['lib/server/testing/property-seed.ts'],
          pool: 'threads',
          isolate: false,
          testTimeout: 60_000,
        },
      },
      serverProject('pglite'),
      serverProject('postgresql'),
      {
        resolve: { alias },
        test: {
          name: 'chaos',
          include: ['lib/server/chaos/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 1,
          testTimeout: 600_000,
        },
      },
    ],
  },
});
