// Builds one migrated database image; every test file starts from a copy in memory.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../db/migrate';
import { openEmbedded } from '../db/open';

declare module 'vitest' {
  interface ProvidedContext {
    templateFile: string;
    serverUrl: string;
  }
}

export default async function prepare(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-image-'));
  const file = path.join(folder, 'template.tar');
  const opened = await openEmbedded(null);
  await migrate(opened.pool);
  writeFileSync(file, (await opened.dump?.()) ?? '');
  await opened.close();
  project.provide('templateFile', file);
  return () => rmSync(folder, { recursive: true, force: true });
}
