// Tasks: given once, listed by team and state, finished once by somebody who may, and never seen from another workspace.
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditLog, events, tasks } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { welcomeDrawing } from '../testing/drawings';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addEnrollment } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { createTasks, type NewTask } from './create-tasks';
import { findTask } from './find-task';
import { finishTask } from './finish-task';
import { listTasks } from './list-tasks';

let actor: Actor;
let customerId: Id<'cus'>;
let passage: Pick<NewTask, 'customerId' | 'journeyId' | 'enrollmentId' | 'nodeId'>;

beforeEach(async () => {
  ({ actor } = await freshWorkspace());
  customerId = await addCustomer(actor, { 'user-id': 'u-1', email: 'ada@shop.test' });
  const drawing = { name: 'Fittings', document: welcomeDrawing() };
  const { id: journeyId } = unwrap(await createJourney(actor, drawing));
  unwrap(await publishJourney(actor, { id: journeyId }));
  const nodeId = 'nod_wait' as const;
  const enrollmentId = await addEnrollment(actor, { customer: customerId, journey: journeyId, nodeId });
  passage = { customerId, journeyId, enrollmentId, nodeId };
});

function give(...given: (Partial<NewTask> & { key: string })[]): Promise<void> {
  const call = { team: 'store', title: 'Offer a fitting', note: '', dueAt: null, at: now() } as const;
  return inWorkspace(actor.workspaceId, (tx) =>
    createTasks(
      tx,
      actor.workspaceId,
      given.map((task) => ({ ...call, ...passage, ...task })),
    ),
  );
}

const titles = async (filter: object = {}) =>
  unwrap(await listTasks(actor, { limit: 9, ...filter })).data.map(({ title }) => title);
const only = async () => unwrap(await listTasks(actor, { limit: 1 })).data[0]?.id ?? 'tsk_none';

describe('createTasks', () => {
  it('gives the same task once, whoever repeats it', async () => {
    await give({ key: 'a', title: 'First' }, { key: 'a', title: 'Second' });
    await give({ key: 'a', title: 'Third' }, { key: 'b', title: 'Other' });
    expect((await titles()).sort()).toEqual(['First', 'Other']);
  });
});

describe('listTasks', () => {
  it('lists newest first, by team, state and customer', async () => {
    await give({ key: 'a', title: 'Sell', team: 'sales', dueAt: new Date('2030-01-01T09:00:00Z') });
    await give({ key: 'b', title: 'Fit' });
    await finishTask(actor, { id: await only(), outcome: 'done' });
    expect(await titles()).toEqual(['Fit', 'Sell']);
    expect(await titles({ team: 'sales' })).toEqual(['Sell']);
    expect(await titles({ status: 'done' })).toEqual(['Fit']);
    expect(await titles({ customer: 'u-1', status: 'open' })).toEqual(['Sell']);
    expect(await titles({ customer: 'nobody' })).toEqual([]);
    const first = unwrap(await listTasks(actor, { limit: 1 }));
    const second = unwrap(await listTasks(actor, { limit: 1, cursor: first.next ?? '' }));
    expect(second).toMatchObject({
      data: [{ title: 'Sell', customerLabel: 'ada@shop.test', journeyName: 'Fittings' }],
      next: null,
    });
  });
});

describe('finishTask', () => {
  it('closes it under a name and tells the customer’s journeys, once', async () => {
    await give({ key: 'a' });
    const id = await only();
    const finished = unwrap(await finishTask(actor, { id, outcome: 'done' }));
    expect(finished).toMatchObject({ status: 'done', endedBy: 'Olive Owner', endedAt: expect.any(String) });
    const again = await finishTask(actor, { id, outcome: 'cancelled' });
    expect(again).toMatchObject({ ok: false, refusal: { code: 'task-finished' } });
    const signals = await inWorkspace(actor.workspaceId, (tx) =>
      tx.select().from(events).where(eq(events.type, 'signal')),
    );
    expect(signals).toMatchObject([
      {
        customerId,
        name: 'task-done',
        properties: { task_id: id, enrollment_id: passage.enrollmentId, team: 'store', outcome: 'done' },
      },
    ]);
    const trail = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(auditLog));
    expect(trail.filter(({ action }) => action === 'task.finished')).toMatchObject([{ target: id }]);
  });

  it('goes to one of those who finish it at the same time', async () => {
    await give({ key: 'a' });
    const id = await only();
    const all = await Promise.all(
      (['done', 'cancelled', 'done'] as const).map((outcome) => finishTask(actor, { id, outcome })),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('leads nowhere from another workspace', async () => {
    await give({ key: 'a' });
    const id = await only();
    const { actor: stranger } = await freshWorkspace();
    const nothing = { ok: false, refusal: { code: 'not-found' } };
    expect(await findTask(stranger, { id })).toMatchObject(nothing);
    expect(await finishTask(stranger, { id, outcome: 'done' })).toMatchObject(nothing);
    expect(unwrap(await listTasks(stranger, { limit: 9 })).data).toEqual([]);
    expect(await inWorkspace(actor.workspaceId, (tx) => tx.select().from(tasks))).toMatchObject([
      { status: 'open' },
    ]);
  });
});
