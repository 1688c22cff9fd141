// What a step names of its workspace, a segment, a journey, a coupon pool: found, and led to another one of the same name.
import type { JourneyNode } from './document';

const kinds = { segmentId: 'segment', journeyId: 'journey', poolId: 'pool' } as const;
export type ReferenceKind = (typeof kinds)[keyof typeof kinds];

export interface Reference {
  readonly kind: ReferenceKind;
  readonly id: string;
  /** Dotted path into the node's data: the field itself, or the part of a condition that holds it. */
  readonly field: string;
}

const kindOf = (key: string): ReferenceKind | undefined =>
  Object.entries(kinds).find(([name]) => name === key)?.[1];

/** Everything a step names, in reading order; what is not chosen yet is left out. */
export function referencesIn({ data }: Pick<JourneyNode, 'data'>): Reference[] {
  return found(data, '');
}

function found(value: unknown, path: string): Reference[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): Reference[] => {
    const kind = kindOf(key);
    const field = path === '' ? key : `${path}.${key}`;
    if (kind === undefined || typeof inner !== 'string') return found(inner, field);
    return [{ kind, id: inner, field: path === '' ? key : path }];
  });
}

/** The data with every reference put through `lead`. */
export function withReferences(data: unknown, lead: (kind: ReferenceKind, id: string) => string): unknown {
  if (Array.isArray(data)) return data.map((item) => withReferences(item, lead));
  if (typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data).map(([key, inner]): [string, unknown] => {
    const kind = kindOf(key);
    const isNamed = kind !== undefined && typeof inner === 'string';
    return [key, isNamed ? lead(kind, inner) : withReferences(inner, lead)];
  });
  return Object.fromEntries(entries);
}
