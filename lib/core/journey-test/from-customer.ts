// A real customer's last days as the beginning of a journey test.
import type { CustomerDetail } from '../api/customer';
import type { EventEntry } from '../api/event';
import { type JourneyTest, MOST_EVENTS, TestEvent } from './journey-test';

/** Room for what the journey does after the last event. */
const AFTERWARDS = { amount: 30, unit: 'days' } as const;

interface Recorded {
  readonly customer: Pick<CustomerDetail, 'id' | 'label' | 'attributes' | 'consents'>;
  /** In any order; the newest that a test has room for are taken. */
  readonly events: readonly EventEntry[];
  /** How much of the past to take, counted back from `now` (ms). */
  readonly days: number;
  readonly now: number;
}

/**
 * Attributes are those of today, because earlier ones are not kept. What a test cannot hold, such as an event with too
 * many properties, is left out. Nothing is expected yet.
 */
export function testFromCustomer({ customer, events, days, now }: Recorded): JourneyTest {
  const since = now - days * 86_400_000;
  const recent = events
    .filter(({ receivedAt }) => Date.parse(receivedAt) >= since)
    .sort((a, b) => a.seq - b.seq)
    .slice(-MOST_EVENTS);
  const startsAt = recent[0]?.receivedAt ?? new Date(since).toISOString();
  const { id, label, attributes, consents } = customer;
  return {
    format: 1,
    name: label,
    customer: { id, attributes, consents },
    startsAt,
    events: recent.flatMap((event) => testEventOf(event)),
    until: untilOf(recent, Date.parse(startsAt)),
    expected: { sends: [] },
  };
}

function testEventOf({ type, name, properties, traits, receivedAt }: EventEntry): TestEvent[] {
  const isIdentify = type === 'identify';
  const parsed = TestEvent.safeParse({
    at: receivedAt,
    type: isIdentify ? 'identify' : 'track',
    event: name,
    properties,
    traits: isIdentify ? traits : {},
  });
  return parsed.success ? [parsed.data] : [];
}

function untilOf(events: readonly EventEntry[], start: number): JourneyTest['until'] {
  const last = Date.parse(events.at(-1)?.receivedAt ?? '') || start;
  const days = Math.ceil((last - start) / 86_400_000);
  return { ...AFTERWARDS, amount: days + AFTERWARDS.amount };
}
