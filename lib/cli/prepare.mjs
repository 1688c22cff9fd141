// Installs and builds what is missing or out of date, so that a second start takes seconds.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { must } from './run.mjs';

const STAMPS = '.build';
const SOURCES = [
  'app',
  'components',
  'lib',
  'drizzle',
  'next.config.js',
  'package-lock.json',
  'tsconfig.json',
  'postcss.config.mjs',
];

export async function install() {
  const wanted = hashOf(['package-lock.json']);
  if (existsSync('node_modules') && stamp('installed') === wanted) return;
  await must('npm', ['ci', '--no-audit', '--no-fund']);
  keep('installed', wanted);
}

export async function build() {
  const wanted = hashOf(SOURCES);
  if (existsSync('.next/BUILD_ID') && stamp('built') === wanted) return;
  await must('npm', ['run', '--silent', 'build']);
  keep('built', wanted);
}

function stamp(name) {
  const file = path.join(STAMPS, `${name}.stamp`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function keep(name, value) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(path.join(STAMPS, `${name}.stamp`), value);
}

/** One hash over the contents of files and folders; tests do not count, they change nothing that runs. */
function hashOf(entries) {
  const hash = createHash('sha256');
  const visit = (entry) => {
    if (!existsSync(entry)) return;
    if (statSync(entry).isDirectory()) {
      for (const name of readdirSync(entry).sort()) visit(path.join(entry, name));
    } else if (!entry.includes('.test.')) {
      hash.update(entry).update(readFileSync(entry));
    }
  };
  for (const entry of entries) visit(entry);
  return hash.digest('hex');
}
