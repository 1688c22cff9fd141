// What the conditions of a visit may look at.
import type { Facts } from '../condition/evaluate';
import type { Enrollment, Moment } from './enrollment';

export function factsAt({ enrollment, moment }: { enrollment: Enrollment; moment: Moment }): Facts {
  const { attributes, now, world } = moment;
  const { trigger, saved, enteredAt } = enrollment;
  const { properties, messageId: enteredBy } = trigger;
  const { customerId } = enrollment;
  return { customerId, attributes, properties, saved, now, enteredAt, enteredBy, ...world };
}
