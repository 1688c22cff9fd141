// A new test: somebody does what starts the journey, and nothing is expected yet.
import type { JourneyDocument } from '@/lib/core/journey/document';
import type { JourneyTest } from '@/lib/core/journey-test/journey-test';

export function blankTest({ nodes }: JourneyDocument, now: Date): JourneyTest {
  const trigger = nodes.find((node) => node.type === 'event-trigger');
  const event = trigger?.type === 'event-trigger' ? trigger.data.event : '';
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  return {
    format: 1,
    name: '',
    customer: { attributes: {} },
    startsAt: minute.toISOString(),
    events: [{ after: { amount: 0, unit: 'minutes' }, type: 'track', event, properties: {}, traits: {} }],
    until: { amount: 30, unit: 'days' },
    expected: { sends: [] },
  };
}
