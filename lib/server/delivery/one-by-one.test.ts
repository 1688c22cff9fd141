// Batches decide as one would decide one by one, and in no sequence is a cap exceeded: random messages, caps and moments,
// worked by the real sender and by a naive one.
import { expect, it } from 'vitest';
import { seeded } from '../chaos/random';
import { now } from '../clock';
import { setNow } from '../testing/clock';
import { addCustomer } from '../testing/people';
import { drainSender } from './drain-sender';
import { type Cap, type Message, NaiveSender } from './testing/naive-sender';
import { queueSend, type Stage, written } from './testing/queue-sends';
import { night, setRules } from './testing/set-rules';
import { setStage } from './testing/set-stage';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const START = Date.parse('2026-03-01T00:00:00Z');
const scene = setStage();

const SEEDS = process.env.SEEDS?.split(',').map(Number) ?? [1, 2, 3, 4];

it.each(SEEDS)('seed %i', async (seed) => {
  const random = seeded(seed);
  const among = <Value>(...values: [Value, ...Value[]]) =>
    values[Math.floor(random() * values.length)] ?? values[0];
  const caps = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, index): Cap => {
    const what = { channel: among(null, null, 'email', 'sms'), category: among(null, null, 'news') } as const;
    const id = `cap_${index}`;
    const whenReached = among('skip', 'requeue', 'requeue');
    return { id, name: id, ...what, limit: among(1, 2, 3), perHours: among(1, 6, 24), whenReached };
  });
  await setRules(scene.stage, { caps, quietHours: night });
  const naive = new NaiveSender(caps);
  const [first, ...others] = [
    await customerOf(seed, 0),
    await customerOf(seed, 1),
    await customerOf(seed, 2),
  ] as const;
  // Each moment at a minute of its own, so that no window ends at the very moment of another.
  const minutes = Array.from({ length: 40 }, (_, index) => index + 1).sort(() => random() - 0.5);
  for (const [step, minute] of minutes.entries()) {
    const at = START + step * 3 * HOUR + minute * MINUTE;
    const arrivals = step < 25 ? Math.floor(random() * 5) : 0;
    setNow(new Date(at));
    for (let index = 0; index < arrivals; index += 1) {
      const customer = among(first, ...others);
      const how = {
        channel: among('email', 'sms'),
        kind: among('marketing', 'marketing', 'transactional'),
      } as const;
      const what = {
        category: among('', 'news'),
        priority: among(0, 0, 5),
        maxLatenessHours: among(2, 24, 72),
      };
      naive.queue(await enqueue({ customer, ...how, ...what }));
    }
    await drainSender();
    naive.work(now().getTime());
  }
  expect(await endsOf(scene.stage)).toEqual(Object.fromEntries([...naive.ended].sort()));
  expect(naive.sent.length).toBeGreaterThan(10);
  await expectNoCapExceeded(scene.stage, caps);
});

function customerOf(seed: number, index: number) {
  return addCustomer(scene.stage.actor, {
    email: `s${seed}-${index}@shop.test`,
    phone: `+4206020${seed}000${index}`,
  });
}

async function enqueue(message: Omit<Message, 'id' | 'dueAt'>): Promise<Message> {
  const { customer, channel, kind, category, priority, maxLatenessHours } = message;
  const data = { kind, category, maxLatenessHours };
  const more = { customerId: customer, priority, data };
  const { outboxId, dueAt } = await queueSend(
    scene.stage,
    channel === 'email' ? 'send-email' : 'send-sms',
    more,
  );
  return { ...message, id: outboxId, dueAt: dueAt.getTime() };
}

/** How each message ended; what still waits is left out. */
async function endsOf(stage: Stage): Promise<Record<string, string>> {
  const { outbox } = await written(stage);
  const ends = outbox.flatMap(({ id, status, lastError }): [string, string][] => {
    if (status === 'done') return [[id, 'sent']];
    return status === 'refused' ? [[id, lastError ?? '']] : [];
  });
  return Object.fromEntries(ends.sort());
}

async function expectNoCapExceeded(stage: Stage, caps: readonly Cap[]): Promise<void> {
  const { messages, deliveries } = await written(stage);
  const sent = deliveries.flatMap(({ messageId, startedAt }) => {
    const message = messages.find(({ id }) => id === messageId);
    return message?.kind === 'marketing' ? [{ ...message, at: startedAt.getTime() }] : [];
  });
  for (const { channel, category, limit, perHours } of caps) {
    for (const last of sent) {
      const window = sent.filter(
        (one) =>
          one.customerId === last.customerId &&
          (channel === null || one.channel === channel) &&
          (category === null || one.category === category) &&
          one.at <= last.at &&
          one.at > last.at - perHours * HOUR,
      );
      expect(window.length).toBeLessThanOrEqual(limit);
    }
  }
}
