// The set of reason codes is closed and documented: what the code can write is in it, and what is in it can be written.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ReasonCode } from '@/lib/core/engine/reason';
import { NonEntryCode } from '@/lib/core/reason/verdict';
import guide from '@/lib/i18n/en/reasonGuide.json';
import { openApi } from '../api/open-api';

const lib = path.resolve(import.meta.dirname, '../..');
const codes: readonly string[] = [...ReasonCode.options, ...NonEntryCode.options];

const files = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /^(core|server)\/.*\.ts$/.test(file) && !/\/(testing|bench|chaos|demo)\//.test(file),
);
const read = (file: string) => readFileSync(path.join(lib, file), 'utf8');
/** Where codes are only listed. */
const isList = (file: string) => /(engine\/reason|reason\/verdict|nodes\/node-codes)\.ts$/.test(file);
const sources = files.filter((file) => !file.endsWith('.test.ts') && !isList(file)).map(read);

it('every code is explained, with what to do, and listed in the description of the API', () => {
  expect(Object.keys(guide.codes).sort()).toEqual([...codes].sort());
  for (const { means, todo } of Object.values(guide.codes)) {
    expect([means, todo].every((text) => text.endsWith('.'))).toBe(true);
  }
  const described = JSON.stringify(openApi('https://shop.test'));
  for (const code of codes) expect(described).toContain(`"${code}"`);
});

it('every code is given by some source', () => {
  expect(codes.filter((code) => !sources.some((text) => text.includes(`'${code}'`)))).toEqual([]);
});

it('no statement writes a decision with a code outside the set', () => {
  // Compiled code is held to the set by its types; words inside SQL are not.
  const statements = sources.flatMap((text) =>
    [...text.matchAll(/insert into (?:decisions|moments)[^`]*`/g)].map(([statement]) => statement),
  );
  expect(statements.length).toBeGreaterThan(5);
  const words = statements.flatMap((statement) => [...statement.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)]);
  const written = words.map(([, word = '']) => word);
  expect(written).toContain('journey-archived');
  expect(written.filter((word) => !codes.includes(word))).toEqual([]);
});
