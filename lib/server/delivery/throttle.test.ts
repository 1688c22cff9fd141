// The speed limit of a channel: what is too much stays queued, the higher priority goes first.
import { expect, it } from 'vitest';
import { advanceClock } from '../clock';
import { drainSender } from './drain-sender';
import { queueSend, written, writtenFor } from './testing/queue-sends';
import { setRules } from './testing/set-rules';
import { setStage } from './testing/set-stage';

const scene = setStage();
const MINUTE = 60_000;

it('lets as many go as a minute allows, the higher priority first, and says nothing about the rest', async () => {
  await setRules(scene.stage, { throttles: { email: 3 } });
  const low = [];
  for (let index = 0; index < 5; index += 1) low.push(await queueSend(scene.stage, 'send-email'));
  const high = await queueSend(scene.stage, 'send-email', { priority: 5 });
  const hook = await queueSend(scene.stage, 'call-webhook');
  const sent = async () => {
    await drainSender();
    return (await written(scene.stage)).deliveries.length;
  };
  expect(await sent()).toBe(3 + 1);
  expect((await writtenFor(scene.stage, high)).row?.status).toBe('done');
  expect((await writtenFor(scene.stage, hook)).row?.status).toBe('done');
  expect((await written(scene.stage)).decisions.map(({ code }) => code)).toEqual(
    Array.from({ length: 4 }, () => 'send-started'),
  );
  expect(await sent()).toBe(4);
  advanceClock(MINUTE);
  expect(await sent()).toBe(7);
  advanceClock(MINUTE);
  const { outbox } = await written(scene.stage);
  expect(outbox.map(({ status }) => status)).toEqual(outbox.map(() => 'done'));
});
