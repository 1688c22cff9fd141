// When triggers by date let a customer in: looked at again whenever the date or the zone of the customer has changed. An
// occasion happens once, whatever zones they travel through.
import type { JsonObject } from '../json';
import type { Appointment } from '../nodes/define-node';
import { appointmentOrigin } from './appointment-origin';
import type { DateTrigger } from './date-trigger';
import { arrange, type CustomerState, type Ledger, standingAt } from './ledger';
import { enrollmentIdOf } from './new-enrollment';

type Place = Pick<DateTrigger, 'journeyId' | 'nodeId'>;

interface Change {
  readonly before: JsonObject;
  /** The names of the watched attributes that have another value now. */
  readonly changed: readonly string[];
  readonly at: number;
}

/** Whether the customer has entered by this occasion already. */
export function hasBeen(
  { id: customerId, occasions }: CustomerState,
  place: Place,
  occasion: string,
): boolean {
  const { journeyId, nodeId } = place;
  return occasions.has(enrollmentIdOf(place, appointmentOrigin({ journeyId, nodeId, customerId, occasion })));
}

/** The next occasion that has not been. */
function coming(
  { timeZone }: Ledger,
  state: CustomerState,
  trigger: DateTrigger,
  attributes: JsonObject,
  after: number,
): Appointment | null {
  let found = trigger.next(attributes, timeZone, after);
  while (found !== null && hasBeen(state, trigger, found.occasion))
    found = trigger.next(attributes, timeZone, found.dueAt + 1);
  return found;
}

function keepTo(
  ledger: Ledger,
  state: CustomerState,
  { journeyId, nodeId }: DateTrigger,
  found: Appointment | null,
): void {
  const place = { customerId: state.id, journeyId, nodeId };
  arrange(ledger, state, { ...place, dueAt: found?.dueAt ?? null, occasion: found?.occasion ?? '' });
}

/** The next one at this trigger; none where there is no further occasion. */
export function makeAppointment(
  ledger: Ledger,
  state: CustomerState,
  trigger: DateTrigger,
  after: number,
): void {
  keepTo(ledger, state, trigger, coming(ledger, state, trigger, state.attributes, after));
}

/** Who has moved east may have moved past the time: then it is now. */
function keepThroughMove(
  ledger: Ledger,
  state: CustomerState,
  trigger: DateTrigger,
  { before, at }: Change,
): void {
  const standing = standingAt(state, trigger);
  if (standing !== undefined && standing.dueAt <= at) return;
  const found = coming(ledger, state, trigger, state.attributes, at);
  const passed = coming(ledger, state, trigger, before, at);
  const isPassed = passed !== null && (found === null || passed.occasion < found.occasion);
  keepTo(ledger, state, trigger, isPassed ? { ...passed, dueAt: at } : found);
}

function noteUnusable(
  { timeZone, decisions }: Ledger,
  { id: customerId, attributes }: CustomerState,
  { journeyId, version, nodeId, unusable }: DateTrigger,
  at: number,
): void {
  const inputs = unusable(attributes, timeZone);
  if (inputs === null) return;
  const whose = { customerId, journeyId, version, enrollmentId: null, nodeId };
  decisions.push({ ...whose, code: 'trigger-date-unusable', at, inputs });
}

export function arrangeDates(ledger: Ledger, state: CustomerState, change: Change): void {
  const isChanged = (name: string) => change.changed.includes(name);
  for (const trigger of ledger.index.dateTriggers.filter(({ attributes }) => attributes.some(isChanged))) {
    if (!trigger.attributes.some((name) => name !== 'timezone' && isChanged(name))) {
      keepThroughMove(ledger, state, trigger, change);
      continue;
    }
    makeAppointment(ledger, state, trigger, change.at);
    noteUnusable(ledger, state, trigger, change.at);
  }
}
