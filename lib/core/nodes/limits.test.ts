// Nothing a step keeps is without bounds: a text, a list or a table that is too long is refused, with a message that says
// how long it may be.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Json, JsonObject } from '../json';
import { nodeTypes } from './registry';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The paths of a schema's texts, lists and tables that say of no length that it is too much. */
function boundless(schema: Json | undefined, path: string, seen: readonly Json[] = []): string[] {
  if (Array.isArray(schema)) return schema.flatMap((one) => boundless(one, path, seen));
  if (!isObject(schema) || seen.includes(schema)) return [];
  const inside = [...seen, schema];
  const { type, enum: values, const: value, maxLength, maxItems, pattern, properties, items } = schema;
  const isFixed = values !== undefined || value !== undefined;
  const isOpenText = type === 'string' && !isFixed && maxLength === undefined && pattern === undefined;
  const isOpenList = type === 'array' && maxItems === undefined;
  const own = isOpenText || isOpenList ? [path] : [];
  const fields = Object.entries(isObject(properties) ? properties : {});
  return [
    ...own,
    ...fields.flatMap(([name, one]) => boundless(one, `${path}.${name}`, inside)),
    ...boundless(items, `${path}[]`, inside),
    ...['anyOf', 'oneOf', 'allOf'].flatMap((name) => boundless(schema[name], path, inside)),
  ];
}

const types = Object.values(nodeTypes).map(({ type, data }) => ({ type, data }));

test.each(types)('$type: every text and list has a limit', ({ type, data }) => {
  // What comes out is plain JSON, for which the library has a type of its own.
  const schema = z.toJSONSchema(data, { io: 'input', unrepresentable: 'any' }) as Json;
  const definitions = isObject(schema) && isObject(schema.$defs) ? Object.entries(schema.$defs) : [];
  expect([
    ...boundless(schema, type),
    ...definitions.flatMap(([name, one]) => boundless(one, `${type} ${name}`)),
  ]).toEqual([]);
});

describe('what is too long', () => {
  const said = (type: keyof typeof nodeTypes, value: object) =>
    nodeTypes[type].data.safeParse(value).error?.issues.map(({ path, message }) => [path.join('.'), message]);

  test('is named with its place and its limit', () => {
    expect(said('event-trigger', { event: 'x'.repeat(201) })).toEqual([
      ['event', 'Too big: expected string to have <=200 characters'],
    ]);
    const branches = Array.from({ length: 200 }, (_, index) => ({ id: `b${index}` }));
    expect(said('branch', { branches })?.[0]).toEqual(['branches', expect.stringContaining('<=')]);
  });

  test('a number that is too large or no number is a problem with its bounds', () => {
    const { data, compile } = nodeTypes['date-trigger'];
    const problems = compile(data.parse({ attribute: 'born', offset: { days: 1e9 } }));
    expect(problems).toMatchObject([{ code: 'bad-number', params: { least: 0, most: 365 } }]);
    expect(said('delay', { amount: 'long' })).toMatchObject([['amount', expect.any(String)]]);
  });
});
