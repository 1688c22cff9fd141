// The part of a node's data that says which events it listens to; triggers and waits share it.
import { z } from 'zod';
import { Condition, Path } from '../condition/condition';
import { conditionProblems } from '../condition/problems';
import { textUpTo } from '../text';
import type { NodeProblem } from './define-node';
import { keyProblem } from './key-problem';
import { nodeError } from './node-error';

export const EventName = textUpTo(200).default('');
export const EventFilter = Condition.nullable().default(null);
/** Path of the event property that tells parallel passages of one customer apart, e.g. ['order_id']. */
export const EventKey = Path.nullable().default(null);

const EventMatch = z.object({ event: EventName, filter: EventFilter, key: EventKey });
type EventMatch = z.infer<typeof EventMatch>;

export function eventMatchProblems(data: EventMatch): NodeProblem[] {
  const problems = data.filter === null ? [] : conditionProblems(data.filter, 'filter');
  if (data.event.trim() === '') problems.unshift(nodeError('empty-event-name', 'event'));
  return [...problems, ...keyProblem(data.key)];
}
