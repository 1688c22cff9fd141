// A workspace with one of everything that has an id, for tests of who may reach it.
import { sql } from 'drizzle-orm';
import { holdoutSpans } from '@/drizzle/schema';
import type { Test } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import { now } from '../clock';
import { createCouponPool } from '../coupons/create-coupon-pool';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { listExperiments } from '../experiments/list-experiments';
import { createJourneyTest } from '../journey-tests/create-journey-test';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { saveDraft } from '../journeys/save-draft';
import { saveProducts } from '../products/save-products';
import { createSegment } from '../segments/create-segment';
import { createTasks, type NewTask } from '../tasks/create-tasks';
import { listTasks } from '../tasks/list-tasks';
import { bearer } from './call-api';
import { welcomeDrawing } from './drawings';
import { experimentDrawing } from './experiment-drawing';
import { freshWorkspace } from './fresh-workspace';
import { welcomeTest } from './journey-tests';
import { addCustomer, addDecision, addEnrollment, addEvent, addMessage } from './people';
import { letInBy } from './signal-journey';
import { unwrap } from './unwrap';

export const aKnownCustomer: Test = {
  type: 'test',
  subject: 'attribute',
  path: ['country'],
  operator: 'is-set',
};

function newTask(where: { customer: Id<'cus'>; journey: Id<'jrn'>; enrollmentId: Id<'enr'> }): NewTask {
  const { customer: customerId, journey: journeyId, enrollmentId } = where;
  const call = { key: 'k', team: 'sales', title: 'Call', note: '', dueAt: null } as const;
  return { ...call, customerId, journeyId, enrollmentId, nodeId: 'nod_mail', at: now() };
}

/** So long ago that others may be drawn. */
async function heldOutFor(tx: Tx, workspaceId: Id<'wsp'>): Promise<void> {
  const startedAt = new Date(now().getTime() - 100 * 86_400_000);
  await tx.insert(holdoutSpans).values({ workspaceId, span: 1, draw: 1, percent: 5, startedAt });
}

/** A workspace with one of everything. */
export async function furnishedWorkspace() {
  const { actor } = await freshWorkspace();
  const journey = unwrap(await createJourney(actor, { name: 'Welcome', document: welcomeDrawing() })).id;
  await publishJourney(actor, { id: journey });
  await saveDraft(actor, { id: journey, document: welcomeDrawing({ subject: 'Welcome again' }) });
  await publishJourney(actor, { id: journey });
  const test = unwrap(await createJourneyTest(actor, { id: journey, test: welcomeTest() })).id;
  const customer = await addCustomer(actor, { 'user-id': 'u-1', email: 'ada@shop.test' });
  const passage = { customer, journey, nodeId: 'nod_mail' as const };
  await addEvent(actor, customer, 'Signed Up');
  await addDecision(actor, { ...passage, code: 'entered' });
  const message = await addMessage(actor, passage);
  const enrollmentId = await addEnrollment(actor, { ...passage, isEnded: true });
  await inWorkspace(actor.workspaceId, (tx) =>
    createTasks(tx, actor.workspaceId, [newTask({ customer, journey, enrollmentId })]),
  );
  const task = unwrap(await listTasks(actor, { limit: 1 })).data[0]?.id ?? 'tsk_none';
  const entries = [
    { signal: 'api-call', nodeId: 'nod_api' },
    { signal: 'list-entry', nodeId: 'nod_list' },
  ] as const;
  await letInBy(actor, journey, ...entries);
  const sku = `SKU-${customer}`;
  const product = { sku, name: 'Tea', price: 900, stock: 3 };
  unwrap(await saveProducts(actor, { products: [product] }));
  const pool = unwrap(await createCouponPool(actor, { name: 'Tea', pattern: null })).id;
  const segment = unwrap(
    await createSegment(actor, {
      ...{ name: 'Regulars', description: '', template: null },
      condition: aKnownCustomer,
    }),
  ).id;
  const tried = { name: 'Tried', document: experimentDrawing() };
  await publishJourney(actor, { id: unwrap(await createJourney(actor, tried)).id });
  const experiment = unwrap(await listExperiments(actor, { limit: 1 })).data[0]?.id ?? 'exp_none';
  await inWorkspace(actor.workspaceId, (tx) => heldOutFor(tx, actor.workspaceId));
  // As if a worker had looked at everything, so that time travel has nothing to wait for.
  await inWorkspace(actor.workspaceId, (tx) => rows(tx, sql`update lanes set cursor = 1000000`));
  const key = await bearer(actor);
  return {
    actor,
    key,
    ids: {
      Journeys: journey,
      Tests: test,
      Customers: customer,
      Segments: segment,
      Messages: message,
      Tasks: task,
      Catalogue: sku,
      Coupons: pool,
      Experiments: experiment,
    },
  };
}
