// The limits of one event, each at its edge.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/core/json';
import { checkValue } from './check-value';

function nested(depth: number): Json {
  let value: Json = 'leaf';
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { a: value };
  return value;
}

function refusalOf(value: Json) {
  const checked = checkValue(value);
  return checked.ok ? null : checked.refusal;
}

describe('checkValue', () => {
  it('counts the bytes the event has as JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const value: Json = JSON.parse(text);
        const checked = checkValue(value);
        if (checked.ok) expect(checked.value).toBe(Buffer.byteLength(JSON.stringify(value)));
      }),
    );
  });

  it.each([25, 1_000, 6_000, 15_000, 400_000])('refuses %i levels without using up the stack', (depth) => {
    expect(refusalOf({ properties: nested(depth) })).toMatchObject({ code: 'too-deep', limit: 20 });
  });

  it('takes 20 levels', () => {
    expect(refusalOf({ properties: nested(20) })).toBeNull();
    expect(refusalOf({ properties: nested(21) })?.code).toBe('too-deep');
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s wherever it stands', (key) => {
    const value: Json = JSON.parse(`{"properties":{"list":[{"${key}":{"isAdmin":true}}]}}`);
    expect(refusalOf(value)).toMatchObject({ code: 'forbidden-key', field: `properties.list.0.${key}` });
    expect('isAdmin' in {}).toBe(false);
  });

  it.each([
    ['a NUL', 'a\u0000b', 'forbidden-character'],
    ['half a surrogate pair', 'a\ud800', 'forbidden-character'],
    ['10 KB and one byte', 'x'.repeat(10_241), 'string-too-long'],
    ['many bytes in few characters', '€'.repeat(3_414), 'string-too-long'],
    ['a number beyond every double', JSON.parse('1e999'), 'number-too-large'],
    ['4,001 items', new Array(4_001).fill(0), 'too-many-items'],
    [
      '1,001 keys',
      Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`k${i}`, 0])),
      'too-many-keys',
    ],
    ['a key of 151 bytes', { ['k'.repeat(151)]: 0 }, 'key-too-long'],
    ['a key with a NUL', { 'k\u0000': 0 }, 'forbidden-character'],
  ] as [string, Json, string][])('refuses %s and says where', (_name, value, code) => {
    expect(refusalOf({ properties: { at: value } })).toMatchObject({ code, field: 'properties.at' });
  });

  it.each([
    ['an emoji', '😀'],
    ['10 KB', 'x'.repeat(10_240)],
    ['4,000 items', new Array(4_000).fill(0)],
    ['1,000 keys', Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`k${i}`, 0]))],
    ['a key of 150 bytes', { ['k'.repeat(150)]: 0 }],
  ] as [string, Json][])('takes %s', (_name, value) => {
    expect(refusalOf({ properties: { at: value } })).toBeNull();
  });

  it('refuses an event of more than 32 KB', () => {
    const parts = ['a', 'b', 'c', 'd'].map((key) => [key, 'x'.repeat(8_000)]);
    expect(refusalOf(Object.fromEntries(parts))).toBeNull();
    expect(refusalOf(Object.fromEntries([...parts, ['e', 'x'.repeat(800)]]))).toMatchObject({
      code: 'too-large',
      limit: 32_768,
    });
  });
});
