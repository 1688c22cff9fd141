// Data: makes an event of the customer happen, as if the shop had sent it; other journeys may start by it.
import { z } from 'zod';
import { Path } from '../condition/condition';
import { type JsonObject, valueAt } from '../json';
import { textUpTo } from '../text';
import { defineNode, type NodeProblem } from './define-node';
import { EventName } from './event-match';
import { nodeError } from './node-error';

/** A property of the new event: a fixed value, or what a property of the event that began the passage holds. */
const Property = z.strictObject({
  name: textUpTo(150).default(''),
  value: z.union([textUpTo(1000), z.number(), z.boolean()]).default(''),
  /** Where it is not empty, the value is copied from there. */
  path: Path.default([]),
});

const Data = z.strictObject({
  name: EventName,
  properties: z.array(Property).max(20).default([]),
});
type Data = z.infer<typeof Data>;

/** Keys that a receiver written in JavaScript could trip over; ingestion refuses them as well. */
const forbidden = ['__proto__', 'constructor', 'prototype'];

function problems({ name, properties }: Data): NodeProblem[] {
  const own = name.trim() === '' ? [nodeError('empty-event-name', 'name')] : [];
  const seen = new Set<string>(forbidden);
  const rows = properties.flatMap((property, index): NodeProblem[] => {
    const field = `properties.${index}`;
    const isTaken = seen.has(property.name);
    seen.add(property.name);
    const path = property.path.includes('') ? [nodeError('incomplete-path', `${field}.path`)] : [];
    if (property.name.trim() === '') return [nodeError('empty-name', `${field}.name`), ...path];
    if (isTaken) return [nodeError('repeated-name', `${field}.name`, { name: property.name }), ...path];
    return path;
  });
  return [...own, ...rows];
}

function propertiesOf({ properties }: Data, given: JsonObject): JsonObject {
  return Object.fromEntries(
    properties.flatMap(({ name, value, path }) => {
      const found = path.length === 0 ? value : valueAt(given, path);
      return found === undefined ? [] : [[name, found]];
    }),
  );
}

export const emitEvent = defineNode({
  type: 'emit-event',
  family: 'data',
  data: Data,
  waits: false,
  rule: () => [],
  setsOff: ({ name }) => [name],
  exits: () => [{ id: 'next' }],
  compile: problems,
  step: (data, { enrollment }) => ({
    kind: 'go',
    exit: 'next',
    code: 'event-emitted',
    inputs: { event: data.name },
    emit: { kind: 'event', name: data.name, properties: propertiesOf(data, enrollment.trigger.properties) },
  }),
});
