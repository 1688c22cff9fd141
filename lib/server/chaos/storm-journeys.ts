// Journeys that together use what a passage by mail does not: coupons, an answer from outside, a list, a date, a schedule, and
// one that is published, paused and resumed all the time.
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';

/** One way through, from node to node. */
function drawing(
  nodes: readonly { id: string; type: string; data: object }[],
  reentry: 'once' | 'unlimited' = 'unlimited',
): JourneyDocument {
  const edges = nodes.slice(1).map(({ id }, index) => {
    const before = nodes[index];
    return { from: before?.id, exit: before?.type === 'issue-coupon' ? 'issued' : 'next', to: id };
  });
  return JourneyDocument.parse({ format: 1, nodes, edges, settings: { reentry } });
}

const exit = { id: 'nod_exit', type: 'exit', data: {} };

export function couponDrawing(poolId: Id<'cpl'>, url: string): JourneyDocument {
  return drawing([
    { id: 'nod_in', type: 'event-trigger', data: { event: 'Order', key: ['order'] } },
    { id: 'nod_coupon', type: 'issue-coupon', data: { poolId } },
    {
      id: 'nod_ask',
      type: 'call-webhook',
      data: { url, body: '{"order": "{{ event.order }}"}', capture: { saveAs: 'answer' } },
    },
    exit,
  ]);
}

export const listDrawing = (): JourneyDocument =>
  drawing(
    [
      { id: 'nod_in', type: 'list-trigger', data: {} },
      { id: 'nod_wait', type: 'delay', data: { amount: 1, unit: 'hours' } },
      exit,
    ],
    'once',
  );

export const dateDrawing = (): JourneyDocument =>
  drawing([
    { id: 'nod_in', type: 'date-trigger', data: { attribute: 'renewal', repeats: 'once', time: '09:00' } },
    exit,
  ]);

/** @param date the day on which everybody comes in, at noon UTC */
export const scheduleDrawing = (date: string): JourneyDocument =>
  drawing([
    {
      id: 'nod_in',
      type: 'schedule-trigger',
      data: { kind: 'once', date, time: '12:00', zone: 'workspace' },
    },
    exit,
  ]);

export const waitDrawing = (hours: number): JourneyDocument =>
  drawing([
    { id: 'nod_in', type: 'event-trigger', data: { event: 'Visit', key: ['visit'] } },
    { id: 'nod_wait', type: 'delay', data: { amount: hours, unit: 'hours' } },
    exit,
  ]);
