// A step that waits for another system's answer, against a real web server: what comes back is used, and whatever ends the
// question ends the wait at once, with the true reason.
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { outbox } from '@/drizzle/schema';
import { advanceClock } from '../clock';
import { inWorkspace } from '../db/transaction';
import { plantFaults } from '../fault';
import { setNow } from '../testing/clock';
import { ann, asked, publishAsking, work } from './testing/asking-journey';
import { answerWith, type ScriptedReceiver, startScriptedReceiver } from './testing/scripted-receiver';
import { connectHooks, connectMail, mailsTo, setStage } from './testing/set-stage';

const MINUTE = 60_000;
const scene = setStage();
let receiver: ScriptedReceiver | undefined;

beforeEach(() => connectHooks(scene));
afterEach(async () => {
  vi.useRealTimers();
  await receiver?.close();
  receiver = undefined;
});

async function asks(webhook: object, ...script: Parameters<typeof startScriptedReceiver>): Promise<void> {
  receiver = await startScriptedReceiver(...script);
  await publishAsking(scene.stage.actor, webhook);
  await ann(scene.stage.actor, receiver.host);
}

describe('an answer', () => {
  it('steers the branch behind it and stands in the message', async () => {
    await connectMail(scene);
    const body = '{"who": "{{ customer.first_name }}"}';
    await asks({ body }, answerWith(200, '{"tier":"gold","offer":"A free teapot"}'));
    await work();
    expect(receiver?.calls).toEqual(['{"who": "Ann"}']);
    const { inside, reasons } = await asked(scene.stage.actor);
    expect(inside).toMatchObject({
      status: 'ended',
      nodeId: 'nod_gold',
      saved: { it: { status: 200, body: { tier: 'gold', offer: 'A free teapot' } } },
    });
    expect(reasons).toContain('webhook-answered');
    expect(mailsTo(scene, 'ann@shop.test').at(-1)?.email.text).toContain('A free teapot');
  });

  it('that is 500 first is asked for again, under the same passage, and kept once it comes', async () => {
    await asks({}, answerWith(500, '{"tier":"gold"}'), answerWith(200, '{"tier":"tin"}'));
    await work();
    const waiting = await asked(scene.stage.actor);
    expect(waiting).toMatchObject({ inside: { status: 'waiting', nodeId: 'nod_ask' } });
    setNow(waiting.question?.dueAt ?? '');
    await work();
    expect(receiver?.calls).toHaveLength(2);
    const { inside, reasons } = await asked(scene.stage.actor);
    expect(inside).toMatchObject({ nodeId: 'nod_plain', saved: { it: { body: { tier: 'tin' } } } });
    expect(reasons.filter((reason) => reason.startsWith('webhook-'))).toEqual([
      'webhook-asked',
      'webhook-answered',
    ]);
  });

  it.each([
    ['is not JSON', '<html>gold</html>'],
    ['is larger than what is kept', JSON.stringify({ tier: 'gold', more: 'x'.repeat(70_000) })],
  ])('that %s still is an answer, with nothing in it', async (_, body) => {
    await asks({}, answerWith(200, body));
    await work();
    const { inside, reasons } = await asked(scene.stage.actor);
    expect(inside).toMatchObject({ nodeId: 'nod_plain', saved: { it: { status: 200, body: null } } });
    expect(reasons).toContain('webhook-answered: The answer is no JSON of at most 64 KB');
  });

  it('that never ends is given up after 15 seconds and asked for again', async () => {
    let arrived = () => {};
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    await asks({}, () => arrived(), answerWith(200, '{"tier":"tin"}'));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const working = work();
    await arrival;
    vi.advanceTimersByTime(15_000);
    await working;
    vi.useRealTimers();
    const { question, inside } = await asked(scene.stage.actor);
    expect(question).toMatchObject({ status: 'queued', lastError: 'No answer in time' });
    expect(inside).toMatchObject({ status: 'waiting' });
    setNow(question?.dueAt ?? '');
    await work();
    expect((await asked(scene.stage.actor)).inside).toMatchObject({ nodeId: 'nod_plain' });
  });
});

describe('a question that ends without an answer', () => {
  async function expectFailed(reason: string, { calls = 0, status = 'dead' } = {}): Promise<void> {
    const { inside, question, reasons } = await asked(scene.stage.actor);
    expect(question?.status).toBe(status);
    expect(inside).toMatchObject({ nodeId: 'nod_failed', saved: { it: { body: null } } });
    expect(reasons).toContain(`webhook-failed: ${reason}`);
    expect(receiver?.calls ?? []).toHaveLength(calls);
  }

  /** Leaves the question one try. */
  async function spendTries(): Promise<void> {
    await inWorkspace(scene.stage.actor.workspaceId, (tx) =>
      tx.update(outbox).set({ attempts: 9 }).where(eq(outbox.type, 'call-webhook')),
    );
  }

  it.each([
    ['10.0.0.1', 'dead', '10.0.0.1 is not on the public internet.'],
    ['user@shop.example', 'refused', 'A web address must not hold a user name or password.'],
    ['shop example', 'refused', 'This is not a web address.'],
  ])('is refused before its call to %s', async (host, status, reason) => {
    await publishAsking(scene.stage.actor, {});
    await ann(scene.stage.actor, host);
    await work();
    await expectFailed(reason, { status });
  });

  it('is refused where its address is not on the public internet', async () => {
    await publishAsking(scene.stage.actor, { url: 'https://{{ customer.host }}/hook' });
    await ann(scene.stage.actor, '169.254.169.254');
    await work();
    await expectFailed('169.254.169.254 is not on the public internet.');
  });

  it('is refused where it cannot be put together', async () => {
    await asks({ body: '{"n": {{ customer.none }}}' }, answerWith(200));
    await work();
    await expectFailed('The body is not JSON for this customer', { status: 'refused' });
  });

  it('is over at a final refusal of the receiver', async () => {
    await asks({}, answerWith(410));
    await work();
    await expectFailed('Answered 410', { calls: 1 });
  });

  it('is over after the last try', async () => {
    await asks({}, answerWith(503));
    await spendTries();
    await work();
    await expectFailed('Answered 503', { calls: 1 });
  });

  it('is over when the tries are, days after it was asked', async () => {
    const asked20HoursLater = answerWith(503, '', { 'retry-after': String(20 * 3_600) });
    await asks({}, asked20HoursLater);
    for (let tries = 1; tries < 4; tries += 1) {
      await work();
      const { question, inside } = await asked(scene.stage.actor);
      expect({ status: question?.status, nodeId: inside?.nodeId }).toEqual({
        status: 'queued',
        nodeId: 'nod_ask',
      });
      setNow(question?.dueAt ?? '');
    }
    await work();
    await expectFailed('Answered 503', { calls: 4 });
  });

  it('is over where the sender died in the last try', async () => {
    await asks({}, answerWith(200, '{"tier":"gold"}'));
    await spendTries();
    plantFaults((name) => (name === 'sender.finish' ? { before: crash } : undefined));
    await work().catch(() => {});
    plantFaults(undefined);
    expect((await asked(scene.stage.actor)).question).toMatchObject({ status: 'started' });
    advanceClock(MINUTE);
    await work();
    await expectFailed('The sender stopped before it learnt how this ended', { calls: 1 });
  });

  it('is over where it cannot be stored', async () => {
    await asks({}, answerWith(200));
    plantFaults((name) => (name === 'sender.start' ? { before: refuseData } : undefined));
    await work();
    await expectFailed('It cannot be stored');
  });

  it('is heard once, though the sender stops right after it was refused', async () => {
    await asks({ body: '{' }, answerWith(200));
    plantFaults((name) => (name === 'sender.start' ? { after: crash } : undefined));
    await work().catch(() => {});
    plantFaults(undefined);
    await work();
    const { reasons } = await asked(scene.stage.actor);
    expect(reasons.filter((reason) => reason.startsWith('webhook-failed'))).toHaveLength(1);
    await expectFailed('The body is not JSON for this customer', { status: 'refused' });
  });
});

function crash(): never {
  throw new Error('crash');
}

/** What the database says of a value it cannot hold. */
function refuseData(): never {
  const cause = Object.assign(new Error('unsupported Unicode escape'), { code: '22P05' });
  throw new Error('Failed query', { cause });
}
