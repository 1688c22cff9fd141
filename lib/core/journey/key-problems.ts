// Waits that compare a key in a journey whose passages have none: they would wait in vain.
import { nodeOf } from '../nodes/registry';
import type { JourneyDocument } from './document';
import type { Problem } from './problem';

/** A warning at every wait with a key where no trigger gives one. */
export function keyProblems({ nodes }: JourneyDocument): Problem[] {
  const rules = nodes.flatMap(({ id, type, data }) => {
    return nodeOf(type)
      .rule(data)
      .map(({ effect, key }) => ({ id, effect, hasKey: key !== null }));
  });
  if (rules.some(({ effect, hasKey }) => effect === 'enroll' && hasKey)) return [];
  return rules
    .filter(({ effect, hasKey }) => effect === 'resume' && hasKey)
    .map(({ id }) => ({ code: 'key-without-trigger-key', grade: 'warning', nodeId: id, field: 'key' }));
}
