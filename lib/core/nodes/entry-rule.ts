// What entries by a signal have in common: the rule that lets in, and the one way out.
import type { Condition, Test } from '../condition/condition';
import type { NodeRule } from '../engine/program';
import type { Exit } from './define-node';

/** The one exit of every entry. */
export function entryExits(): Exit[] {
  return [{ id: 'next', required: true, problem: 'trigger-goes-nowhere' }];
}

/** What a signal says about itself; an equality is what the engine finds the rule by. */
export function propertyTest(name: string, operator: Test['operator'], value?: Test['value']): Test {
  const asked = value === undefined ? {} : { value };
  return { type: 'test', subject: 'property', path: [name], operator, ...asked };
}

interface Signal {
  readonly event: string;
  /** All of these must hold, and the marketer's own filter besides. */
  readonly tests?: readonly Test[];
  readonly filter?: Condition | null;
  readonly key?: readonly string[] | null;
}

function allOf(parts: readonly Condition[]): Condition | null {
  const [only, ...more] = parts;
  if (only === undefined) return null;
  return more.length === 0 ? only : { type: 'all', of: [only, ...more] };
}

/** The product's own signals are never late: what they tell of is when they were noticed. */
export function signalRule({ event, tests = [], filter = null, key = null }: Signal): NodeRule {
  const whole = allOf(filter === null ? tests : [...tests, filter]);
  return { effect: 'enroll', on: 'signal', event, filter: whole, key, acceptsLate: true };
}
