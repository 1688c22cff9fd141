// `npm run up`: from a fresh clone to a running product. Installs, builds, then starts the server and, on PostgreSQL, a worker.
import { spawn } from 'node:child_process';
import { requireNode } from './node-version.mjs';
import { build, install } from './prepare.mjs';

requireNode();
await install();
await build();

const children = [start('main')];
if (process.env.DATABASE_URL) children.push(start('worker'));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}

function start(entry) {
  const environment = { NODE_ENV: 'production', SEED_DEMO: '1', ...process.env };
  // What a batch makes lives as long as the batch: with room for it, the young are not copied over and over.
  const room = '--max-semi-space-size=64';
  const child = spawn(process.execPath, [room, '--enable-source-maps', `.build/${entry}.js`], {
    stdio: 'inherit',
    env: environment,
  });
  child.once('exit', (code) => {
    process.exitCode ||= code ?? 0;
    for (const other of children) if (other !== child) other.kill('SIGTERM');
  });
  return child;
}
