// Flow: starts another journey for the customer and goes on without waiting for it.
import { z } from 'zod';
import { Path } from '../condition/condition';
import { idOf } from '../id';
import { type JsonObject, valueAt } from '../json';
import { defineNode } from './define-node';
import { nodeError } from './node-error';

const Data = z.strictObject({
  journeyId: idOf('jrn').nullable().default(null),
  /** Which of the properties that began this passage go along: all of them where it is empty. */
  properties: Path.default([]),
});

/** What the other journey is started with; names by which a start is addressed are not handed on. */
function propertiesAt(path: readonly string[], given: JsonObject): JsonObject {
  const found = valueAt(given, path);
  const isObject = typeof found === 'object' && found !== null && !Array.isArray(found);
  const alone = found === undefined ? {} : { [path.join('.')]: found };
  const taken = isObject ? found : alone;
  return Object.fromEntries(Object.entries(taken).filter(([name]) => !addresses.includes(name)));
}

const addresses = ['journey_id', 'node_id', 'enrollment_id'];

export const startJourney = defineNode({
  type: 'start-journey',
  family: 'flow',
  data: Data,
  waits: false,
  rule: () => [],
  setsOff: () => ['api-call'],
  exits: () => [{ id: 'next' }],
  compile: ({ journeyId, properties }) => [
    ...(journeyId === null ? [nodeError('unfinished-choice', 'journeyId')] : []),
    ...(properties.includes('') ? [nodeError('incomplete-path', 'properties')] : []),
  ],
  step: ({ journeyId, properties }, { enrollment }) => {
    if (journeyId === null) return { kind: 'go', exit: 'next', code: 'passed-on' };
    const given = propertiesAt(properties, enrollment.trigger.properties);
    return {
      kind: 'go',
      exit: 'next',
      code: 'journey-started',
      inputs: { journeyId },
      emit: { kind: 'start-journey', journeyId, properties: given },
    };
  },
});
