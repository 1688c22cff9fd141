// What tells one occasion of one customer at one trigger apart from every other: an enrollment's id is derived from it.
import type { CustomerAppointment } from './batch';

export function appointmentOrigin({
  journeyId,
  nodeId,
  customerId,
  occasion,
}: Omit<CustomerAppointment, 'dueAt'>): string {
  return `${journeyId} ${nodeId} ${customerId} ${occasion}`;
}
