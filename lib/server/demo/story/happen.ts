// What customers did in a stretch of time comes in, through the same checks as a client's events.
import type { Id } from '@/lib/core/id';
import { parseEvent } from '../../ingest/parse-event';
import { storeSafely } from '../../ingest/store-safely';
import { HOUR } from '../shop/calendar';
import { shopCall } from '../shop/shop-call';
import type { ShopEvent } from '../shop/shop-event';
import { isIn, type Step, stepsBetween } from './step';

/** Where the shop's past comes from, up to the moment it opened its doors here. */
export const SOURCE = 'history';

export interface Happening {
  readonly messageId: string;
  readonly event: ShopEvent;
}

const NOTHING_SHARED = { type: null, context: {}, sentAt: null, retriedForMs: 0 };
/** Whoever comes in with one group is said to have come at its end. */
const GROUP_MS = 6 * HOUR;

/** Each event arrives the moment it happens. Telling it twice has one effect. */
export async function happen(
  workspaceId: Id<'wsp'>,
  happenings: readonly Happening[],
  step: Step,
): Promise<void> {
  for (const part of stepsBetween(step.from, step.to, GROUP_MS)) {
    const inOrder = happenings
      .filter(({ event }) => isIn(part, event.at))
      .sort((a, b) => a.event.at - b.event.at);
    const group = inOrder.map(({ messageId, event }) => {
      const parsed = parseEvent(shopCall(event, messageId), NOTHING_SHARED, event.at);
      if (!parsed.ok) throw new Error(`The demo shop was refused an event: ${parsed.refusal.message}`);
      return { source: SOURCE, event: parsed.value };
    });
    if (group.length > 0) await storeSafely(workspaceId, () => group);
  }
}
