// Examples for the API reference, made from the schemas, so that they cannot fall behind.
import type { JsonSchema } from '@/lib/core/api/open-api';

type Schemas = Readonly<Record<string, JsonSchema>>;

const MOST_DEPTH = 6;
const texts: Readonly<Record<string, string>> = {
  key: 'sk_…',
  label: 'Ada Lovelace',
  customerLabel: 'Ada Lovelace',
  name: 'Welcome',
  journeyName: 'Welcome',
  address: 'ada@example.com',
  provider: 'smtp',
  code: 'not-found',
  source: 'shop',
  messageId: 'evt-4711',
  value: 'ada@example.com',
};

/** A value that the schema lets through, at most six levels deep; what lies deeper is cut off as {}. */
export function exampleOf(schema: JsonSchema, schemas: Schemas, name = '', depth = 0): unknown {
  const target = schema.$ref === undefined ? schema : (schemas[nameOfRef(schema.$ref)] ?? {});
  if (target.examples) return target.examples[0];
  if (target.const !== undefined) return target.const;
  if (target.enum) return target.enum[0];
  if (target.default !== undefined) return target.default;
  if (depth > MOST_DEPTH) return {};
  const choice = (target.anyOf ?? target.oneOf)?.find(({ type }) => type !== 'null');
  if (choice) return exampleOf(choice, schemas, name, depth + 1);
  const [type] = typeof target.type === 'object' ? target.type : [target.type];
  return plainExample({ ...target, ...(type !== undefined && { type }) }, schemas, name, depth);
}

export function nameOfRef(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

function plainExample(schema: JsonSchema, schemas: Schemas, name: string, depth: number): unknown {
  switch (schema.type) {
    case 'object':
      return objectExample(schema, schemas, depth);
    case 'array':
      return schema.items ? [exampleOf(schema.items, schemas, name, depth + 1)] : [];
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'string':
      return textExample(schema, name);
    default:
      return {};
  }
}

function objectExample({ properties = {} }: JsonSchema, schemas: Schemas, depth: number): unknown {
  return Object.fromEntries(
    Object.entries(properties).map(([key, property]) => [key, exampleOf(property, schemas, key, depth + 1)]),
  );
}

function textExample({ format, pattern }: JsonSchema, name: string): string {
  if (format === 'date-time') return '2026-03-01T09:30:00.000Z';
  const [, kind] = /^\^([a-z]{3})_/.exec(pattern ?? '') ?? [];
  return kind ? `${kind}_0mws5w8xu1600e70` : (texts[name] ?? '…');
}
