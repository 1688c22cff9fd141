// The nearest condition that costs less to ask of everybody: it looks back over a shorter time.
import { type Duration, durationMs } from '../duration';
import { type Condition, isGroup } from './condition';

/** As far back as most questions reach. */
export const CHEAPER_DAYS = 90;

const lately: Duration = { amount: CHEAPER_DAYS, unit: 'days' };

const shorter = (within: Duration | null): Duration =>
  within !== null && durationMs(within) <= durationMs(lately) ? within : lately;

function cheaper(condition: Condition): Condition {
  if (isGroup(condition)) return { ...condition, of: condition.of.map(cheaper) };
  if (condition.type === 'sequence') return { ...condition, lookBack: shorter(condition.lookBack) };
  if (condition.type === 'message') return { ...condition, within: shorter(condition.within) };
  // Days that are named bound it already, and who looks at the first or last time means all of it.
  if (condition.type !== 'event' || condition.between || condition.measure?.of.startsWith('days-')) {
    return condition;
  }
  return { ...condition, within: shorter(condition.within) };
}

/** Null where nothing in it looks back for longer: then only asking less will help. */
export function cheaperForm(condition: Condition): Condition | null {
  const form = cheaper(condition);
  return JSON.stringify(form) === JSON.stringify(condition) ? null : form;
}
