// Refuses an unsuitable Node before anything else runs, in one sentence. Plain JavaScript: it must load on any Node.
import { readFileSync } from 'node:fs';

export function requireNode() {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const wanted = engines.node.replace('>=', '').split('.').map(Number);
  const have = process.versions.node.split('.').map(Number);
  const isOld = have[0] < wanted[0] || (have[0] === wanted[0] && have[1] < wanted[1]);
  if (isOld) {
    console.error(
      `Throughline needs Node ${wanted.join('.')} or newer, and this is Node ${process.versions.node}.`,
    );
    process.exit(1);
  }
}
