// Proves that distributions stay with the server: what browsers load is bundled, and no such package is found in it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Packages that the client components of a folder would take along to the browser. Actions end there: they run on the server. */
async function packagesOf(folder: string): Promise<string[]> {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => path.join(root, folder, file));
  const { metafile } = await build({
    entryPoints: files.filter((file) => /^'use client'/m.test(readFileSync(file, 'utf8'))),
    outdir: '/nowhere',
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    metafile: true,
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'silent',
    plugins: [
      {
        name: 'actions-stay-home',
        setup: ({ onResolve }) => {
          onResolve({ filter: /lib\/actions\// }, ({ path: action }) => ({ path: action, external: true }));
        },
      },
    ],
  });
  return Object.values(metafile.outputs).flatMap(({ imports }) => imports.map((found) => found.path));
}

it('takes no distribution to the browser', async () => {
  const packages = [...(await packagesOf('components')), ...(await packagesOf('app'))];
  expect(packages).toContain('react');
  expect(packages.filter((name) => name.startsWith('@stdlib/'))).toEqual([]);
});

it('would find one', async () => {
  expect(await packagesOf('lib/fence/planted')).toContain('@stdlib/math-base-special-erfc');
});
