// Bundles the TypeScript entries that run outside Next into .build/: the server, the worker, the tools.
import { build } from 'esbuild';

await build({
  entryPoints: {
    main: 'lib/server/main.ts',
    worker: 'lib/server/worker.ts',
    ingest: 'lib/server/ingest.ts',
    import: 'lib/cli/import.ts',
    'journey-test': 'lib/cli/journey-test.ts',
    bench: 'lib/cli/bench.ts',
    load: 'lib/cli/load.ts',
    chaos: 'lib/cli/chaos.ts',
  },
  outdir: '.build',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
  alias: { 'server-only': './lib/server/testing/server-only.ts' },
});
