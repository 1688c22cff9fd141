// Proves that the import fence bites: a small folder of planted violations, each of which must be reported by name.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const planted = [
  'lib-core-imports: lib/core/asks-the-server.ts',
  'lib-core-packages: lib/core/reads-a-file.ts',
  'lib-core-packages: lib/core/holds-state.ts',
  'lib-server-imports: lib/server/draws.ts',
  'sockets: lib/server/opens-a-socket.ts',
  'provider-sdks: lib/server/sends-a-mail.ts',
  'components-imports: components/button.ts',
  'components-imports: components/reads-a-table.ts',
  'drizzle-imports: drizzle/runs-a-verb.ts',
  'app-imports: app/page.ts',
  'lib-queries-imports: lib/queries/asks-the-server.ts',
  'lib-actions-imports: lib/actions/draws.ts',
  'e2e-imports: e2e/looks-inside.ts',
  'no-cycles: lib/core/turns-back.ts',
];

interface Report {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

function cruise(folder: string): Report {
  const root = path.resolve(import.meta.dirname, '../..');
  const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = { cwd: root, encoding: 'utf8' as const, maxBuffer: 2 ** 26 };
  const output = execFileSync(
    process.execPath,
    [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', folder],
    options,
  );
  return JSON.parse(output) as Report;
}

it('reports every planted violation and nothing else', () => {
  const found = cruise('lib/fence/planted').summary.violations.map(
    (violation) => `${violation.rule.name}: ${violation.from.replace('lib/fence/planted/', '')}`,
  );
  expect([...new Set(found)].sort()).toEqual([...planted].sort());
});
