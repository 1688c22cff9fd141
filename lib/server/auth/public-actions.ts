// Which actions people may call before they have signed in: those of the public pages, by the list that the build made.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const Manifest = z.object({
  node: z.record(z.string(), z.object({ workers: z.record(z.string(), z.unknown()) })),
});

let known: ReadonlySet<string> | null = null;

/** In development pages are built as they are opened, and there is no list: then the action itself asks for the session. */
export function isPublicAction(id: string): boolean {
  if (process.env.NODE_ENV !== 'production') return true;
  known ??= publicActions();
  return known.has(id);
}

function publicActions(): ReadonlySet<string> {
  const file = path.resolve(process.cwd(), '.next/server/server-reference-manifest.json');
  const { node } = Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  const isPublic = (worker: string) => worker.startsWith('app/(public)/');
  return new Set(Object.keys(node).filter((id) => Object.keys(node[id]?.workers ?? {}).some(isPublic)));
}
