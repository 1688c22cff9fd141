// For the documentation: the fields of a node's data, read from its schema.
import { z } from 'zod';
import { type NodeType, nodeTypes } from './registry';

export interface NodeField {
  /** Dotted; `[]` stands for each item of a list. */
  readonly path: string;
  readonly type: string;
  /** What a fresh node holds, as JSON; empty where there is none. */
  readonly standard: string;
  readonly limits: string;
}

/** As much of JSON Schema as node data uses. */
const Shape = z.looseObject({
  type: z.string().default('any'),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  $ref: z.string().optional(),
  default: z.unknown().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
  maxItems: z.number().optional(),
  pattern: z.string().optional(),
});
type Shape = z.infer<typeof Shape>;

const names: Readonly<Record<string, string>> = { string: 'text', boolean: 'yes or no' };

/** Beyond these the integers of JSON Schema only say that they are safe ones. */
const isSaid = (bound: number | undefined) =>
  bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;

const choicesOf = ({ anyOf, oneOf }: Shape): Shape[] => (anyOf ?? oneOf ?? []).map((one) => Shape.parse(one));

/** Conditions are told as such: their tree has a description of its own. */
function isCondition(shape: Shape): boolean {
  return choicesOf(shape).some(({ properties }) => properties !== undefined && 'operator' in properties);
}

function typeOf(shape: Shape): string {
  if (shape.enum) return shape.enum.join(' | ');
  if (isCondition(shape)) return 'condition';
  const choices = choicesOf(shape);
  if (choices.length > 0) return [...new Set(choices.map(typeOf))].join(' | ');
  if (shape.type === 'array') return `list of ${typeOf(Shape.parse(shape.items))}`;
  return names[shape.type] ?? shape.type;
}

function limitsOf({ minimum, maximum, maxLength, maxItems, pattern }: Shape): string {
  const most = maximum ?? maxLength ?? maxItems;
  const limits = [
    isSaid(minimum) ? `≥ ${minimum}` : '',
    isSaid(most) ? `≤ ${most}` : '',
    pattern && !pattern.includes('(?') ? pattern : '',
  ];
  return limits.filter((limit) => limit !== '').join(', ');
}

function fieldsOf(shape: Shape, path: string): NodeField[] {
  const whole = choicesOf(shape).find(({ properties }) => properties !== undefined) ?? shape;
  if (isCondition(shape)) return [];
  if (shape.type === 'array') return fieldsOf(Shape.parse(shape.items), `${path}[]`);
  return Object.entries(whole.properties ?? {}).flatMap(([name, given]) => {
    const inner = Shape.parse(given);
    const own = path === '' ? name : `${path}.${name}`;
    const standard = inner.default === undefined ? '' : JSON.stringify(inner.default);
    return [{ path: own, type: typeOf(inner), standard, limits: limitsOf(inner) }, ...fieldsOf(inner, own)];
  });
}

export function nodeFields(type: NodeType): NodeField[] {
  const schema = z.toJSONSchema(nodeTypes[type].data, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  });
  return fieldsOf(Shape.parse(schema), '');
}
