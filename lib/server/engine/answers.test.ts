// What steps ask for and wait for comes back to them once: coupons, tasks, answers of webhooks; whatever breaks in between.
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { couponPools, coupons, decisions, enrollments, outbox, tasks } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../actor';
import { advanceClock, now } from '../clock';
import { asSystem, inWorkspace } from '../db/transaction';
import { drainSender } from '../delivery/drain-sender';
import { plantFaults } from '../fault';
import { storeEvents } from '../ingest/store-events';
import { checkDraft } from '../journeys/check-draft';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { newId } from '../new-id';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { drainEngine } from './run-engine';

const HOUR = 3_600_000;

let actor: Actor;

beforeEach(async () => {
  // Rows that other suites left queued are nobody's business here.
  await asSystem((tx) => tx.execute(sql`update outbox set status = 'dead' where status = 'queued'`));
  ({ actor } = await freshWorkspace());
});
afterEach(() => plantFaults(undefined));

async function addPool(...codes: string[]): Promise<Id<'cpl'>> {
  const { workspaceId } = actor;
  const id = newId('cpl');
  await inWorkspace(workspaceId, async (tx) => {
    await tx.insert(couponPools).values({ workspaceId, id, name: 'Tea', pattern: null, createdAt: now() });
    for (const code of codes) {
      await tx.insert(coupons).values({ workspaceId, poolId: id, code, createdAt: now() });
    }
  });
  return id;
}

/** On the event: the step, then an e-mail behind its first exit and an end behind the others. */
async function publish(type: string, data: object, exits: readonly string[]): Promise<void> {
  const document = JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_start', type: 'event-trigger', data: { event: 'Ordered' } },
      { id: 'nod_step', type, data },
      { id: 'nod_mail', type: 'send-email', data: { subject: 'Yours', body: 'Take {{ saved.it }}' } },
      { id: 'nod_out', type: 'exit', data: { reason: 'None' } },
    ],
    edges: [
      { from: 'nod_start', exit: 'next', to: 'nod_step' },
      ...exits.map((exit, index) => ({ from: 'nod_step', exit, to: index === 0 ? 'nod_mail' : 'nod_out' })),
      ...(exits.length === 1 ? [{ from: 'nod_mail', exit: 'next', to: 'nod_out' }] : []),
    ],
    settings: { reentry: 'unlimited' },
  });
  const { id } = unwrap(await createJourney(actor, { name: 'Gifts', document }));
  unwrap(await publishJourney(actor, { id }));
}

async function order(...people: string[]): Promise<void> {
  const events = people.flatMap((userId) => [
    {
      type: 'identify',
      messageId: `i-${userId}`,
      userId,
      traits: { first_name: userId, email: `${userId}@x.test` },
    },
    { type: 'track', event: 'Ordered', messageId: `o-${userId}`, userId, properties: { total: 12 } },
  ]);
  await storeEvents(actor.workspaceId, 'test', events as never, now());
  await drainEngine();
}

const state = () =>
  inWorkspace(actor.workspaceId, async (tx) => ({
    inside: await tx.select().from(enrollments),
    codes: (await tx.select().from(decisions)).map(({ code }) => code),
    outbox: await tx.select().from(outbox),
    coupons: await tx.select().from(coupons),
    tasks: await tx.select().from(tasks),
  }));

it.each([
  ['issue-coupon', { poolId: 'cpl_gone' }, 'pool-missing'],
  ['start-journey', { journeyId: 'jrn_gone' }, 'journey-not-startable'],
])('%s: what it names must be there, in this workspace', async (type, data, code) => {
  const stranger = actor;
  ({ actor } = await freshWorkspace());
  const theirs = { 'issue-coupon': { poolId: await addPool('A') } };
  actor = stranger;
  for (const named of [data, ...(type === 'issue-coupon' ? [theirs[type]] : [])]) {
    const document = JourneyDocument.parse({
      format: 1,
      nodes: [
        { id: 'nod_start', type: 'event-trigger', data: { event: 'Ordered' } },
        { id: 'nod_step', type, data: named },
      ],
      edges: [{ from: 'nod_start', exit: 'next', to: 'nod_step' }],
      settings: { reentry: 'unlimited' },
    });
    const { id } = unwrap(await createJourney(actor, { name: 'Gifts', document }));
    const { problems } = unwrap(await checkDraft(actor, { id }));
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect((await publishJourney(actor, { id })).ok).toBe(false);
  }
});

it('starts another journey of the workspace that has an API trigger', async () => {
  const second = JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_api', type: 'api-trigger', data: {} },
      { id: 'nod_out', type: 'exit', data: {} },
    ],
    edges: [{ from: 'nod_api', exit: 'next', to: 'nod_out' }],
    settings: { reentry: 'unlimited' },
  });
  const { id: journeyId } = unwrap(await createJourney(actor, { name: 'Second', document: second }));
  unwrap(await publishJourney(actor, { id: journeyId }));
  await publish('start-journey', { journeyId }, ['next']);
  await order('ann');
  const { inside } = await state();
  expect(inside.find((one) => one.journeyId === journeyId)).toMatchObject({
    status: 'ended',
    trigger: { event: 'api-call', depth: 1, properties: { total: 12, journey_id: journeyId } },
  });
});

it('gives each customer a code of their own, keeps it for the message, and goes on without where none is left', async () => {
  await publish('issue-coupon', { poolId: await addPool('A', 'B'), saveAs: 'it' }, ['issued', 'none-left']);
  await order('ann', 'ben', 'cid');
  const { inside, codes, outbox: commands, coupons: taken } = await state();
  const mails = commands.filter(({ type }) => type === 'send-email');
  expect(mails.map(({ payload }) => payload.saved)).toEqual(
    expect.arrayContaining([{ it: 'A' }, { it: 'B' }]),
  );
  expect(mails).toHaveLength(2);
  expect(codes.filter((code) => code === 'coupon-none-left')).toHaveLength(1);
  expect(inside.map(({ status }) => status)).toEqual(['ended', 'ended', 'ended']);
  expect(new Set(taken.map(({ customerId }) => customerId)).size).toBe(2);
  expect(
    commands
      .filter(({ type }) => type === 'issue-coupon')
      .map(({ status }) => status)
      .sort(),
  ).toEqual(['done', 'done', 'refused']);
});

it.each([
  ['claim', 'before'],
  ['issue', 'after'],
  ['answer', 'before'],
  ['answer', 'after'],
  ['commit', 'after'],
] as const)(
  'a crash at requests.%s, %s it, costs no second code and leaves nobody waiting',
  async (point, side) => {
    await publish('issue-coupon', { poolId: await addPool('A', 'B', 'C'), saveAs: 'it' }, [
      'issued',
      'none-left',
    ]);
    let isCrashed = false;
    plantFaults((name) => {
      if (name !== `requests.${point}` || isCrashed) return undefined;
      const crash = () => {
        isCrashed = true;
        throw new Error('crash');
      };
      return side === 'before' ? { before: crash } : { after: crash };
    });
    await order('ann').catch(() => {});
    expect(isCrashed).toBe(true);
    await drainEngine();
    const { inside, coupons: all } = await state();
    expect(inside).toMatchObject([{ status: 'ended', saved: { it: expect.any(String) } }]);
    expect(all.filter(({ key }) => key !== null)).toHaveLength(1);
  },
);

it('hands a webhook’s answer to the step that waits for it, once', async () => {
  await publish('call-webhook', { url: 'https://shop.example/hook', capture: { saveAs: 'it' } }, [
    'next',
    'failed',
  ]);
  await order('ann');
  expect((await state()).inside).toMatchObject([{ status: 'waiting', nodeId: 'nod_step' }]);
  await drainSender();
  await drainEngine();
  const { inside, codes, outbox: commands } = await state();
  expect(codes).toEqual(expect.arrayContaining(['webhook-asked', 'webhook-answered', 'message-queued']));
  // Nothing is connected: the sandbox takes the call, and there is no answer to keep.
  expect(inside).toMatchObject([{ status: 'ended', saved: { it: { status: null, body: null } } }]);
  expect(commands.filter(({ type }) => type === 'send-email')).toHaveLength(1);
});

it('goes on by “failed” where no answer comes as long as a call is tried', async () => {
  await publish('call-webhook', { url: 'https://shop.example/hook', capture: { saveAs: 'it' } }, [
    'next',
    'failed',
  ]);
  await order('ann');
  advanceClock(76 * HOUR);
  await drainEngine();
  expect((await state()).codes).not.toContain('webhook-unanswered');
  advanceClock(2 * HOUR);
  await drainEngine();
  const { inside, codes } = await state();
  expect(codes).toContain('webhook-unanswered');
  expect(inside).toMatchObject([{ status: 'ended', endReason: 'exit-reached' }]);
});

it('gives a task to the team, its words filled in, once', async () => {
  const task = { team: 'sales', title: 'Call {{ customer.first_name }}', note: 'Spent {{ event.total }}' };
  await publish('create-task', task, ['next']);
  await order('ann');
  await drainEngine();
  const { tasks: given, codes, outbox: commands } = await state();
  expect(given).toMatchObject([{ team: 'sales', title: 'Call ann', note: 'Spent 12', status: 'open' }]);
  expect(given[0]?.dueAt?.getTime()).toBeGreaterThan(now().getTime() + 23 * HOUR);
  expect(codes).toContain('task-created');
  expect(commands.find(({ type }) => type === 'create-task')).toMatchObject({ status: 'done' });
});

it('gives a task in its own words where they cannot be filled in', async () => {
  const task = { title: '{% for i in (1..100000000) %}{% endfor %}Call', note: '' };
  await publish('create-task', task, ['next']);
  await order('ann');
  expect((await state()).tasks).toMatchObject([{ title: task.title }]);
});
