// Quiet hours, caps, throttle, holdout and priority, as the sender applies them.
import { describe, expect, it } from 'vitest';
import { isHeldOut } from '@/lib/core/policy/holdout';
import { inWorkspace } from '../db/transaction';
import { setNow } from '../testing/clock';
import { drainSender } from './drain-sender';
import { optOut } from './opt-out';
import {
  liveJourney,
  type Queued,
  queueSend,
  setJourneyState,
  written,
  writtenFor,
} from './testing/queue-sends';
import { night, oneADay, setRules } from './testing/set-rules';
import { setStage } from './testing/set-stage';

const scene = setStage();

const statusOf = async (queued: Queued) => (await writtenFor(scene.stage, queued)).row?.status;
const inputsOf = async (code: string) =>
  (await written(scene.stage)).decisions.find((decision) => decision.code === code)?.inputs;

async function drainAt(at: string): Promise<void> {
  setNow(at);
  await drainSender();
}

describe('quiet hours', () => {
  it('hold marketing until the customer’s morning, and send it then', async () => {
    await setRules(scene.stage, { quietHours: night });
    setNow('2026-03-01T22:30:00Z');
    const prague = { attributes: { timezone: 'Europe/Prague' } };
    const held = await queueSend(scene.stage, 'send-email', prague);
    const receipt = await queueSend(scene.stage, 'send-email', {
      ...prague,
      data: { kind: 'transactional' },
    });
    const west = await queueSend(scene.stage, 'send-email', { attributes: { timezone: 'America/New_York' } });
    await drainSender();
    expect(await statusOf(receipt)).toBe('done');
    expect(await statusOf(west)).toBe('done');
    const until = new Date('2026-03-02T07:00:00Z');
    expect(await writtenFor(scene.stage, held)).toMatchObject({
      row: { status: 'queued', attempts: 0, leaseUntil: null, dueAt: until },
      message: { status: 'held', reason: 'held-for-quiet-hours', kind: 'marketing' },
      deliveries: [],
      codes: ['held-for-quiet-hours'],
    });
    const inputs = { channel: 'email', from: '21:00', to: '08:00', zone: 'Europe/Prague' };
    expect(await inputsOf('held-for-quiet-hours')).toEqual({ ...inputs, until: until.getTime() });
    await drainAt('2026-03-02T06:59:00Z');
    expect(await statusOf(held)).toBe('queued');
    await drainAt('2026-03-02T07:00:00Z');
    expect(await writtenFor(scene.stage, held)).toMatchObject({
      row: { status: 'done', attempts: 1, lastError: null },
      message: { status: 'sandboxed', reason: null },
      codes: ['held-for-quiet-hours', 'send-started'],
    });
  });

  it('go by the workspace where the zone is unknown, with a warning, and lose nobody', async () => {
    await setRules(scene.stage, { quietHours: night });
    setNow('2026-03-01T22:30:00Z');
    const mars = await queueSend(scene.stage, 'send-email', { attributes: { timezone: 'Mars/Olympus' } });
    await drainSender();
    expect(await inputsOf('held-for-quiet-hours')).toMatchObject({ zone: 'UTC', isZoneUnknown: true });
    await drainAt('2026-03-02T08:00:00Z');
    expect(await statusOf(mars)).toBe('done');
  });

  it('refuse what would be too late by then', async () => {
    await setRules(scene.stage, { quietHours: night });
    setNow('2026-03-01T22:30:00Z');
    const urgent = await queueSend(scene.stage, 'send-email', { data: { maxLatenessHours: 2 } });
    await drainSender();
    expect(await writtenFor(scene.stage, urgent)).toMatchObject({
      row: { status: 'refused' },
      message: { status: 'refused', reason: 'refused-quiet-hours' },
      codes: ['refused-quiet-hours'],
    });
  });

  it('an opt-out cancels what is held once, with its reason, and nothing is tried again', async () => {
    await setRules(scene.stage, { quietHours: night });
    setNow('2026-03-01T22:30:00Z');
    const held = await queueSend(scene.stage, 'send-email', { email: 'cora@shop.test' });
    await drainSender();
    const { workspaceId } = scene.stage.actor;
    const wish = { workspaceId, channel: 'email' as const, address: 'cora@shop.test', customerId: null };
    const leave = () =>
      inWorkspace(workspaceId, (tx) =>
        optOut(tx, { ...wish, reason: 'unsubscribed', source: 'test', proof: {} }),
      );
    expect([(await leave()).cancelled, (await leave()).cancelled]).toEqual([1, 0]);
    await drainAt('2026-03-02T09:00:00Z');
    await drainAt('2026-03-03T09:00:00Z');
    expect(await writtenFor(scene.stage, held)).toMatchObject({
      row: { status: 'refused', attempts: 0 },
      message: { status: 'refused', reason: 'refused-opted-out' },
      deliveries: [],
      codes: ['held-for-quiet-hours', 'refused-opted-out'],
    });
  });
});

describe('frequency caps', () => {
  it('hold for several commands of one catch-up, however many there are', async () => {
    await setRules(scene.stage, { caps: [oneADay] });
    const first = await queueSend(scene.stage, 'send-email', {
      phone: '+420601000002',
      data: { maxLatenessHours: 72 },
    });
    const { customerId } = first;
    const more = { customerId, data: { maxLatenessHours: 72 } };
    const others = [
      await queueSend(scene.stage, 'send-email', more),
      await queueSend(scene.stage, 'send-sms', more),
    ];
    const receipt = await queueSend(scene.stage, 'send-email', {
      customerId,
      data: { kind: 'transactional' },
    });
    await drainSender();
    const statuses = async () => Promise.all([first, ...others, receipt].map(statusOf));
    expect(await statuses()).toEqual(['done', 'queued', 'queued', 'done']);
    expect(await inputsOf('held-by-cap')).toMatchObject({
      cap: 'One a day',
      limit: 1,
      sent: 1,
      perHours: 24,
    });
    await drainAt('2026-03-02T10:05:00Z');
    expect((await statuses()).filter((status) => status === 'done')).toHaveLength(3);
    await drainAt('2026-03-03T10:10:00Z');
    expect(await statuses()).toEqual(['done', 'done', 'done', 'done']);
  });

  it('skip, and never hold longer than a message may be late', async () => {
    await setRules(scene.stage, { caps: [{ ...oneADay, whenReached: 'skip' }] });
    const first = await queueSend(scene.stage, 'send-email');
    const { customerId } = first;
    const second = await queueSend(scene.stage, 'send-email', { customerId });
    await drainSender();
    expect([await statusOf(first), await statusOf(second)]).toEqual(['done', 'refused']);
    await setRules(scene.stage, { caps: [oneADay] });
    const third = await queueSend(scene.stage, 'send-email', { customerId, data: { maxLatenessHours: 2 } });
    await drainSender();
    expect((await writtenFor(scene.stage, third)).codes).toEqual(['refused-capped']);
  });

  it('count by channel and category', async () => {
    await setRules(scene.stage, { caps: [{ ...oneADay, channel: 'email', category: 'News' }] });
    const first = await queueSend(scene.stage, 'send-email', {
      phone: '+420601000003',
      data: { category: 'news' },
    });
    const { customerId } = first;
    const late = { category: 'news ', maxLatenessHours: 72 };
    const again = await queueSend(scene.stage, 'send-email', { customerId, data: late });
    const basket = await queueSend(scene.stage, 'send-email', { customerId, data: { category: 'basket' } });
    const sms = await queueSend(scene.stage, 'send-sms', { customerId, data: { category: 'news' } });
    await drainSender();
    const statuses = await Promise.all([first, again, basket, sms].map(statusOf));
    expect(statuses).toEqual(['done', 'queued', 'done', 'done']);
    expect((await writtenFor(scene.stage, first)).message).toMatchObject({
      category: 'news',
      kind: 'marketing',
    });
  });

  it('give the last place to the journey of the higher priority', async () => {
    await setRules(scene.stage, { caps: [oneADay] });
    const data = { maxLatenessHours: 72 };
    const low = await queueSend(scene.stage, 'send-email', { phone: '+420601000004', data });
    const { customerId } = low;
    const high = await queueSend(scene.stage, 'send-sms', { customerId, priority: 10 });
    await drainSender();
    expect([await statusOf(low), await statusOf(high)]).toEqual(['queued', 'done']);
  });

  it('leave a paused journey’s place to others', async () => {
    await setRules(scene.stage, { caps: [oneADay] });
    const high = await queueSend(scene.stage, 'send-email', { priority: 10 });
    await setJourneyState(scene.stage, 'paused');
    await drainSender();
    const { journeyId } = scene.stage;
    const other = await liveJourney(scene.stage.actor);
    expect(other.journeyId).not.toBe(journeyId);
    const low = await queueSend(other, 'send-email', { customerId: high.customerId });
    await drainSender();
    expect(await statusOf(low)).toBe('done');
  });
});

it('keeps marketing from the holdout, and nothing they asked for', async () => {
  await setRules(scene.stage, { holdoutPercent: 15 });
  const { workspaceId } = scene.stage.actor;
  const isOut = (email: string) =>
    isHeldOut({ percent: 15, draw: 1 }, { workspaceId, customerId: 'cus_any', email });
  const email = Array.from({ length: 200 }, (_, index) => `h${index}@shop.test`).find(isOut) ?? '';
  const news = await queueSend(scene.stage, 'send-email', { email });
  const receipt = await queueSend(scene.stage, 'send-email', {
    customerId: news.customerId,
    data: { kind: 'transactional' },
  });
  await drainSender();
  expect((await writtenFor(scene.stage, news)).codes).toEqual(['refused-holdout']);
  expect(await statusOf(receipt)).toBe('done');
});
