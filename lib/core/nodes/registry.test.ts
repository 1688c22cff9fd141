// What holds for every type of node, whichever come later.
import { describe, expect, test } from 'vitest';
import nodeTexts from '../../i18n/en/nodes.json';
import { isNodeType, type NodeType, nodeOf, nodeSchemas, nodeTypes } from './registry';

const types = Object.keys(nodeTypes).filter(isNodeType);

test.each(types)('%s: its fresh node parses, and parses to itself', (type) => {
  const { data } = nodeOf(type);
  const fresh = data.parse({});
  expect(data.parse(fresh)).toStrictEqual(fresh);
  expect(data.safeParse({ unknown: 1 }).success).toBe(false);
});

test.each(types)('%s: is registered under its own name, once, with a schema and words', (type) => {
  expect(nodeOf(type).type).toBe(type);
  expect(nodeSchemas.filter(({ shape }) => shape.type.value === type)).toHaveLength(1);
  const texts: Record<NodeType, { name: string; hint: string }> = nodeTexts;
  expect(texts[type].name).not.toBe('');
  expect(texts[type].hint).not.toBe('');
});

describe('isNodeType', () => {
  test('knows own names only', () => {
    expect(isNodeType('delay')).toBe(true);
    expect(isNodeType('toString')).toBe(false);
  });
});

test('a node keeps a nudge, and a long name is refused', () => {
  const [schema] = nodeSchemas;
  const node = { id: 'nod_1', type: 'event-trigger', name: '', data: {}, nudge: { x: 1, y: 2 } };
  expect(schema.parse(node)).toMatchObject({ nudge: { x: 1, y: 2 } });
  expect(schema.safeParse({ ...node, name: 'x'.repeat(121) }).success).toBe(false);
});
