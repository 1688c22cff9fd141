// Examples follow their schemas, whatever those look like.
import { describe, expect, it } from 'vitest';
import type { JsonSchema, Operation } from '@/lib/core/api/open-api';
import { curlOf } from './curl';
import { exampleOf } from './example';

const schemas: Record<string, JsonSchema> = {
  Tree: { type: 'object', properties: { left: { $ref: '#/components/schemas/Tree' } } },
  Known: { type: 'string', examples: ['really'] },
};

describe('exampleOf', () => {
  it.each<[JsonSchema, unknown]>([
    [{ const: 7 }, 7],
    [{ enum: ['a', 'b'] }, 'a'],
    [{ type: 'integer', default: 50 }, 50],
    [{ type: 'integer', minimum: 5 }, 5],
    [{ type: 'integer', minimum: -9007199254740991 }, 1],
    [{ type: 'boolean' }, true],
    [{ type: 'string', format: 'date-time' }, '2026-03-01T09:30:00.000Z'],
    [{ type: 'string', pattern: '^jrn_[A-Za-z0-9_-]{1,60}$' }, 'jrn_0mws5w8xu1600e70'],
    [{ anyOf: [{ type: 'null' }, { type: 'boolean' }] }, true],
    [{ type: 'array', items: { type: 'number' } }, [1]],
    [{ type: 'array' }, []],
    [{ type: ['boolean', 'null'] }, true],
    [{ $ref: '#/components/schemas/Known' }, 'really'],
    [
      { type: 'object', properties: { label: { type: 'string' }, other: { type: 'string' } } },
      { label: 'Ada Lovelace', other: '…' },
    ],
    [{}, {}],
  ])('of %j is %j', (schema, example) => {
    expect(exampleOf(schema, schemas)).toEqual(example);
  });

  it('ends where a schema contains itself', () => {
    expect(JSON.stringify(exampleOf({ $ref: '#/components/schemas/Tree' }, schemas)).length).toBeLessThan(
      100,
    );
  });
});

describe('curlOf', () => {
  const operation: Operation = {
    operationId: 'x',
    tags: ['Journeys'],
    summary: '',
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', pattern: '^jrn_' } }],
    responses: {},
  };
  const base = { server: 'https://shop.test', path: '/v1/journeys/{id}', schemas };

  it('fills the address in and sends the key', () => {
    expect(curlOf({ ...base, method: 'get', operation })).toBe(
      'curl https://shop.test/v1/journeys/jrn_0mws5w8xu1600e70 \\\n  -H "Authorization: Bearer $SECRET_KEY"',
    );
  });

  it('sends a body, and no key where none is asked for', () => {
    const schema: JsonSchema = { type: 'object', properties: { name: { const: "it's" } } };
    const requestBody = { required: true, content: { 'application/json': { schema } } } as const;
    const open = { ...operation, security: [], requestBody };
    expect(curlOf({ ...base, method: 'post', operation: open })).toBe(
      `curl -X POST https://shop.test/v1/journeys/jrn_0mws5w8xu1600e70 \\\n  -d '{\n  "name": "it'\\''s"\n}'`,
    );
  });
});
