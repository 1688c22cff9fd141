// The sender's loop: woken by a nudge, carries on after a failure, and ends with nothing left half done.
import { afterEach, expect, it } from 'vitest';
import { plantFaults } from '../fault';
import { wake } from '../wake';
import { runSender } from './run-sender';
import { queueSend, writtenFor } from './testing/queue-sends';
import { connectMail, mailsTo, setStage } from './testing/set-stage';

const scene = setStage();
let stop = new AbortController();
let ended: Promise<void> = Promise.resolve();

function start(): void {
  stop = new AbortController();
  ended = runSender(stop.signal);
}

afterEach(async () => {
  stop.abort();
  await ended;
});

it('sends what it is woken for', async () => {
  await connectMail(scene);
  start();
  const queued = await queueSend(scene.stage, 'send-email', { email: 'woken@shop.test' });
  const before = scene.inbox.messages.length;
  wake('sender');
  await scene.inbox.mail(before);
  stop.abort();
  await ended;
  expect(await writtenFor(scene.stage, queued)).toMatchObject({
    row: { status: 'done' },
    message: { status: 'sent' },
  });
});

it('goes on after a pass that failed', async () => {
  await connectMail(scene);
  let failures = 0;
  plantFaults((name) => {
    if (name !== 'sender.find' || failures > 2) return undefined;
    failures += 1;
    return { before: () => Promise.reject(new Error('the database is away')) };
  });
  const before = scene.inbox.messages.length;
  await queueSend(scene.stage, 'send-email', { email: 'patient@shop.test' });
  start();
  await scene.inbox.mail(before);
  expect(failures).toBe(3);
});

it('carries what was started to its end before it stops', async () => {
  await connectMail(scene);
  const queued = await queueSend(scene.stage, 'send-email', { email: 'last@shop.test' });
  let go = () => {};
  const inFlight = new Promise<void>((resolve) => {
    plantFaults((name) =>
      name === 'sender.send'
        ? {
            before: () =>
              new Promise<void>((release) => {
                go = release;
                resolve();
              }),
          }
        : undefined,
    );
  });
  start();
  await inFlight;
  stop.abort();
  go();
  await ended;
  expect((await writtenFor(scene.stage, queued)).row?.status).toBe('done');
  expect(mailsTo(scene, 'last@shop.test')).toHaveLength(1);
});
