// What is unfinished in a condition, so that a journey never goes live with a test that can hold for nobody.

import { isDurationAllowed } from '../duration';
import type { NodeProblem } from '../nodes/define-node';
import { nodeError } from '../nodes/node-error';
import { dayOf } from '../time/day';
import {
  type Condition,
  type DateTest,
  type EventTest,
  isGroup,
  type JourneyTest,
  type Leaf,
  type Measure,
  type MessageTest,
  type Operator,
  type Test,
} from './condition';
import { areDaysSound, isFixed, mostDays } from './date-test';
import { isPatternOdd } from './pattern';

const LISTED: readonly Operator[] = ['one-of', 'contains-any', 'contains-all'];

const isCount = (count: number) => Number.isInteger(count) && count >= 0;

function isComplete(leaf: Leaf): boolean {
  switch (leaf.type) {
    case 'test':
      return isTestComplete(leaf);
    case 'event':
      return isEventComplete(leaf);
    case 'segment':
      return leaf.segmentId !== null;
    case 'date':
      return isPathComplete(leaf.path) && (!isFixed(leaf) || leaf.date !== '');
    case 'sequence':
      return [leaf.first, leaf.next].every(
        ({ event, where }) => event.trim() !== '' && where.every(isOwnComplete),
      );
    case 'journey':
      return leaf.journeyId !== null;
    case 'arm':
      return leaf.journeyId !== null && leaf.nodeId !== null && leaf.arm !== '';
    case 'sample':
    case 'consent':
    case 'message':
      return true;
    case 'product':
      return leaf.path.length === 0 ? leaf.sku.trim() !== '' : !leaf.path.includes('');
  }
}

const isOwnComplete = (test: Test) => test.subject === 'property' && isTestComplete(test);

const isPathComplete = (path: readonly string[]) => path.length > 0 && !path.includes('');

function isEventComplete({ event, where, items, measure, between }: EventTest): boolean {
  const isMeasured = measure === undefined || isOfDays(measure) || isPathComplete(measure.property);
  const areItemsMeant =
    items === undefined || (isPathComplete(items.path) && items.where.every(isOwnComplete));
  const isBounded = between === undefined || between.from !== '' || between.to !== '';
  return event.trim() !== '' && where.every(isOwnComplete) && isMeasured && areItemsMeant && isBounded;
}

const isOfDays = ({ of }: Measure) => of === 'days-since-first' || of === 'days-since-last';

function isTestComplete(test: Test): boolean {
  if (!isPathComplete(test.path)) return false;
  if (test.operator === 'is-set' || test.operator === 'is-not-set') return true;
  if (LISTED.includes(test.operator)) return Array.isArray(test.value) && test.value.length > 0;
  return test.value !== undefined && test.value !== '' && !Array.isArray(test.value);
}

/** A finished line may still ask what cannot be: half an order, or an order since before the shop was there. */
function leafProblems(leaf: Leaf, field: string): NodeProblem[] {
  if (!isComplete(leaf)) return [nodeError('incomplete-condition', field)];
  const isOdd = testsOf(leaf).some(
    ({ operator, value }) => operator === 'matches' && typeof value === 'string' && isPatternOdd(value),
  );
  const odd = isOdd ? [nodeError('bad-pattern', field)] : [];
  return [...odd, ...ownProblems(leaf, field)];
}

function ownProblems(leaf: Leaf, field: string): NodeProblem[] {
  switch (leaf.type) {
    case 'event':
      return eventProblems(leaf, field);
    case 'date':
      return dateProblems(leaf, field);
    case 'message':
      return isCount(leaf.count) ? windowProblems(leaf, field) : [nodeError('bad-count', field)];
    case 'journey':
      return windowProblems(leaf, field);
    case 'sequence': {
      const lengths = [leaf.within, leaf.lookBack].filter((length) => length !== null);
      return lengths.every(isDurationAllowed) ? [] : [nodeError('bad-window', field)];
    }
    case 'sample':
      return leaf.percent >= 0 && leaf.percent <= 100
        ? []
        : [nodeError('bad-number', field, { least: 0, most: 100 })];
    default:
      return [];
  }
}

function windowProblems({ within }: JourneyTest | MessageTest, field: string): NodeProblem[] {
  return within === null || isDurationAllowed(within) ? [] : [nodeError('bad-window', field)];
}

function dateProblems(leaf: DateTest, field: string): NodeProblem[] {
  if (isFixed(leaf)) return dayOf(leaf.date) === null ? [nodeError('bad-date', field)] : [];
  return areDaysSound(leaf) ? [] : [nodeError('bad-number', field, { least: 0, most: mostDays(leaf) })];
}

function testsOf(leaf: Leaf): Test[] {
  if (leaf.type === 'test') return [leaf];
  if (leaf.type === 'sequence') return [...leaf.first.where, ...leaf.next.where];
  return leaf.type === 'event' ? [...leaf.where, ...(leaf.items?.where ?? [])] : [];
}

function eventProblems({ measure, count, within, between }: EventTest, field: string): NodeProblem[] {
  const isNumberSound = (measure !== undefined && !isOfDays(measure)) || isCount(count);
  if (!isNumberSound) return [nodeError('bad-count', field)];
  if (within !== null && !isDurationAllowed(within)) return [nodeError('bad-window', field)];
  const { from = '', to = '' } = between ?? {};
  if ([from, to].some((day) => day !== '' && dayOf(day) === null)) return [nodeError('bad-date', field)];
  return from !== '' && to !== '' && to < from ? [nodeError('window-ends-first', field)] : [];
}

/**
 * The problems of a condition whose place in the node's data is `field`, each at the part it concerns
 * (e.g. `branches.0.condition.of.2`). A group without parts is a mistake, apart from an `all` at the top,
 * which is how "everybody" is written.
 */
export function conditionProblems(condition: Condition, field: string): NodeProblem[] {
  if (condition.type === 'all' && condition.of.length === 0) return [];
  return partProblems(condition, field);
}

function partProblems(condition: Condition, field: string): NodeProblem[] {
  if (!isGroup(condition)) return leafProblems(condition, field);
  if (condition.of.length === 0) return [nodeError('empty-condition', field)];
  return condition.of.flatMap((part, index) => partProblems(part, `${field}.of.${index}`));
}
