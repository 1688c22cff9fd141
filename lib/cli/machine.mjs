// What the tests need of the machine besides Node: a Chromium and PostgreSQL's programs; fetched where that is possible.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

export async function requireBrowser() {
  const found = () => process.env.CHROMIUM ?? inPath(['chromium', 'chromium-browser', 'google-chrome']);
  if (!found() && !(await installed('chromium'))) await run('npx', ['playwright', 'install', 'chromium']);
  return found() ?? '';
}

export async function requirePostgres() {
  const versions = '/usr/lib/postgresql';
  const found = () =>
    inPath(['initdb']) ??
    (existsSync(versions)
      ? readdirSync(versions).find((name) => existsSync(join(versions, name, 'bin/initdb')))
      : undefined);
  if (found() || (await installed('postgresql'))) return;
  console.error(
    'The server tests need PostgreSQL’s programs (initdb, postgres): install PostgreSQL and run this again.',
  );
  process.exit(1);
}

function inPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/** Debian and Ubuntu, as root; elsewhere the caller says what is missing. */
async function installed(debianPackage) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  await run('apt-get', ['update', '-q']);
  return (await run('apt-get', ['install', '-y', '-q', debianPackage])) === 0;
}
