// What the sender refuses, each with its reason: consent, suppression, address, lateness, the journey's state.
import { describe, expect, it } from 'vitest';
import { advanceClock } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainSender } from './drain-sender';
import { optOut } from './opt-out';
import { queueSend, setJourneyState, writtenFor } from './testing/queue-sends';
import { setStage } from './testing/set-stage';

const HOUR = 3_600_000;
const scene = setStage();

describe('policy', () => {
  const optOutOf = (
    channel: 'email' | 'sms',
    address: string,
    reason: 'unsubscribed' | 'stop' = 'unsubscribed',
  ) => {
    const { workspaceId } = scene.stage.actor;
    const wish = { workspaceId, channel, address, customerId: null, reason, source: 'test', proof: {} };
    return inWorkspace(workspaceId, (tx) => optOut(tx, wish));
  };

  it('stops marketing after an opt-out, whenever it was queued, and lets receipts through', async () => {
    const before = await queueSend(scene.stage, 'send-email', { email: 'bea@shop.test' });
    const customerId = before.customerId;
    const receipt = await queueSend(scene.stage, 'send-email', {
      customerId,
      data: { kind: 'transactional' },
    });
    expect(await optOutOf('email', 'bea@shop.test')).toEqual({ isNew: true, cancelled: 1 });
    const after = await queueSend(scene.stage, 'send-email', { customerId });
    await drainSender();
    expect(await writtenFor(scene.stage, before)).toMatchObject({
      row: { status: 'refused' },
      codes: ['refused-opted-out'],
    });
    expect(await writtenFor(scene.stage, after)).toMatchObject({
      row: { status: 'refused' },
      message: { status: 'refused', reason: 'refused-opted-out' },
      codes: ['refused-opted-out'],
    });
    expect(await writtenFor(scene.stage, receipt)).toMatchObject({
      row: { status: 'done' },
      message: { status: 'sandboxed' },
    });
  });

  it('says nothing at all to a number that texted STOP', async () => {
    const phone = '+420601000001';
    const queued = await queueSend(scene.stage, 'send-sms', { phone, data: { kind: 'transactional' } });
    expect(await optOutOf('sms', phone, 'stop')).toEqual({ isNew: true, cancelled: 1 });
    expect(await optOutOf('sms', phone, 'stop')).toEqual({ isNew: false, cancelled: 0 });
    const { customerId } = queued;
    const later = await queueSend(scene.stage, 'send-sms', { customerId, data: { kind: 'transactional' } });
    await drainSender();
    expect((await writtenFor(scene.stage, later)).codes).toEqual(['refused-suppressed']);
    expect((await writtenFor(scene.stage, queued)).message).toBeUndefined();
  });

  it('refuses what has no address, comes too late, or cannot be rendered, each with its reason', async () => {
    const noAddress = await queueSend(scene.stage, 'send-sms');
    const late = await queueSend(scene.stage, 'send-email', { data: { maxLatenessHours: 2 } });
    const broken = await queueSend(scene.stage, 'send-email', { data: { subject: '{{ a | nope }}' } });
    const unreadable = await queueSend(scene.stage, 'send-email', {
      data: { body: 7, maxLatenessHours: 100 },
    });
    advanceClock(2 * HOUR + 1000);
    const inTime = await queueSend(scene.stage, 'send-email');
    await drainSender();
    const codes = await Promise.all(
      [noAddress, late, broken, unreadable, inTime].map(
        async (one) => (await writtenFor(scene.stage, one)).codes,
      ),
    );
    expect(codes).toEqual([
      ['refused-no-address'],
      ['refused-expired'],
      ['refused-render-failed'],
      ['refused-render-failed'],
      ['send-started'],
    ]);
    expect((await writtenFor(scene.stage, broken)).row?.lastError).toContain('undefined filter: nope');
  });

  it('keeps sends of a paused journey queued, says so once, and sends them when it goes on', async () => {
    const queued = await queueSend(scene.stage, 'send-email');
    await setJourneyState(scene.stage, 'paused');
    await drainSender();
    await drainSender();
    expect(await writtenFor(scene.stage, queued)).toMatchObject({
      row: { status: 'queued', attempts: 0, leaseUntil: null },
      codes: ['refused-journey-paused'],
    });
    await setJourneyState(scene.stage, 'live');
    await drainSender();
    expect(await writtenFor(scene.stage, queued)).toMatchObject({
      row: { status: 'done', lastError: null },
      codes: ['refused-journey-paused', 'send-started'],
    });
  });

  it('refuses sends of an archived journey', async () => {
    const queued = await queueSend(scene.stage, 'send-email');
    await setJourneyState(scene.stage, 'archived');
    await drainSender();
    expect((await writtenFor(scene.stage, queued)).codes).toEqual(['journey-archived']);
  });
});
