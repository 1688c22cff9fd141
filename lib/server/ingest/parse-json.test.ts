// Broken JSON says where it broke.
import { describe, expect, it } from 'vitest';
import { isNestedBeyond } from './nesting';
import { parseJson } from './parse-json';

function refusalOf(text: string) {
  const parsed = parseJson(text);
  return parsed.ok ? null : parsed.refusal;
}

describe('parseJson', () => {
  it.each([
    ['{"batch":[}', 1, 11],
    ['{"batch":\n  [1 2]}', 2, 6],
    ['{"a":"x', 1, 6],
    ['', 1, 1],
    ['{"a":1} x', 1, 9],
    ['{"a":1,}', 1, 8],
    ["{'a':1}", 1, 2],
  ])('points into %j', (text, line, column) => {
    expect(refusalOf(text)).toMatchObject({ status: 400, code: 'malformed-json', line, column });
    expect(refusalOf(text)?.message).toContain(`line ${line}, column ${column}`);
  });

  it.each([15_000, 49_000])('survives broken JSON nested %i deep', (depth) => {
    expect(refusalOf('['.repeat(depth))).toMatchObject({ status: 400, code: 'malformed-json' });
    expect(refusalOf(`{"a":${'['.repeat(depth)}`)).toMatchObject({ status: 400 });
  });

  it('refuses a body made of brackets before parsing it', () => {
    expect(refusalOf('['.repeat(1_000_000))).toMatchObject({ status: 413, code: 'too-deep' });
  });
});

describe('isNestedBeyond', () => {
  it('does not count brackets inside strings', () => {
    expect(isNestedBeyond(JSON.stringify({ a: '[[[[', b: '\\"[[[[', 'c"': ['[['] }), 2)).toBe(false);
    expect(isNestedBeyond('[[["]]]', 2)).toBe(true);
    expect(isNestedBeyond('"[[[[', 2)).toBe(false);
  });
});
