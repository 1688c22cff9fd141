// The crash points themselves: one passage comes by all that are listed, each statement lies within one, and none is unlisted.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { STATEMENT } from './breaker';
import { trace } from './crash-points';
import { otherPoints, pathPoints } from './points';
import { openStand } from './stand';

it('are passed by one event, one wait and one send', async () => {
  const stand = await openStand('pglite');
  try {
    const passed = new Set(await trace(stand));
    expect([...passed].filter((point) => point !== STATEMENT).sort()).toEqual([...pathPoints].sort());
    expect(stand.breaker.bare).toBe(0);
  } finally {
    await stand.close();
  }
});

it('are all listed', () => {
  const folder = path.resolve('lib/server');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const named = files.flatMap((file) =>
    [...readFileSync(path.join(folder, file), 'utf8').matchAll(/\bfault\(\s*'([^']+)'/g)].map(
      ([, name]) => name,
    ),
  );
  expect([...new Set(named)].sort()).toEqual([...pathPoints, ...otherPoints].sort());
});
