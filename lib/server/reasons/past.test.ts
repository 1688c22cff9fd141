// What was known of a customer when an event was judged, told afterwards: exactly, or said not to be known any more.
import { describe, expect, it } from 'vitest';
import { segments } from '@/drizzle/schema';
import type { Condition } from '@/lib/core/condition/condition';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../actor';
import { advanceClock } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { saveProducts } from '../products/save-products';
import { setMembership } from '../segments/set-membership';
import { startFill } from '../segments/start-fill';
import { aSegment } from '../testing/a-segment';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { mailDrawing, publishDrawn, tell } from './testing/tell';
import { whyForCustomer } from './why-for-customer';

const plan = (value: string): Condition => ({
  type: 'test',
  subject: 'attribute',
  path: ['plan'],
  operator: 'equals',
  value,
});

/** On the event: the steps one after another. */
function steps(event: string, ...nodes: readonly { type: string; data: object }[]): JourneyDocument {
  const ids = ['nod_in', ...nodes.map((_, index) => `nod_${index}`)];
  const exitOf = (index: number) => (nodes[index - 1]?.type === 'wait-for-event' ? 'happened' : 'next');
  return JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_in', type: 'event-trigger', data: { event } },
      ...nodes.map((node, index) => ({ id: `nod_${index}`, ...node })),
    ],
    edges: ids.slice(1).map((to, index) => ({ from: ids[index], exit: exitOf(index), to })),
    settings: { reentry: 'unlimited' },
  });
}

const setPlan = (value: string) => ({ type: 'set-attribute', data: { attribute: 'plan', value } });

/** Of ada's occasions, newest first: the verdict, and what its tests found. */
async function found(actor: Actor, journeyId: `jrn_${string}`): Promise<string[]> {
  const { data } = unwrap(await whyForCustomer(actor, { id: 'ada', journeyId, limit: 50 }));
  return data.map(({ verdict, failed }) =>
    [verdict, ...failed.map(({ code, actual }) => `${code} ${actual}`)].join(': '),
  );
}

describe('attributes', () => {
  it('of events that share an instant with what woke somebody who waits', async () => {
    const { actor } = await freshWorkspace();
    const wait = { type: 'wait-for-event', data: { event: 'Woken', timeout: { amount: 9, unit: 'days' } } };
    await publishDrawn(actor, steps('Began', wait, setPlan('pro')));
    const journeyId = await publishDrawn(actor, mailDrawing({ filter: plan('gold') }));
    const asks = { event: 'Ordered' };
    await tell(
      actor,
      'ada',
      { event: 'Began' },
      asks,
      { event: 'Woken' },
      asks,
      { traits: { plan: 'new' } },
      asks,
    );
    await drainEngine();
    expect(await found(actor, journeyId)).toEqual([
      'filter-failed: failed new',
      'filter-failed: failed pro',
      'filter-failed: failed null',
    ]);
  });

  it('of what a journey made happen, between what it set before and what followed', async () => {
    const { actor } = await freshWorkspace();
    const emit = { type: 'emit-event', data: { name: 'Echo' } };
    await publishDrawn(actor, steps('Began', emit, setPlan('pro')));
    await publishDrawn(actor, steps('Echo', setPlan('gold')));
    const journeyId = await publishDrawn(actor, mailDrawing({ event: 'Echo', filter: plan('free') }));
    await tell(actor, 'ada', { event: 'Began' }, { event: 'Began' }, { traits: { plan: 'free' } });
    await drainEngine();
    expect(await found(actor, journeyId)).toEqual(['filter-failed: failed pro', 'filter-failed: failed pro']);
  });

  it('of an event that was accepted in the very moment in which a wait ended', async () => {
    const { actor } = await freshWorkspace();
    await publishDrawn(
      actor,
      steps('Began', { type: 'delay', data: { amount: 1, unit: 'hours' } }, setPlan('pro')),
    );
    const journeyId = await publishDrawn(actor, mailDrawing({ filter: plan('gold') }));
    await tell(actor, 'ada', { event: 'Began' });
    await drainEngine();
    advanceClock(3_600_000);
    await drainEngine();
    await tell(actor, 'ada', { event: 'Ordered' });
    await drainEngine();
    expect(await found(actor, journeyId)).toEqual(['filter-failed: failed pro']);
  });
});

describe('segments', () => {
  it('as they were, whoever has come and gone since', async () => {
    const { actor } = await freshWorkspace();
    const { workspaceId } = actor;
    const segmentId = 'seg_regulars';
    await inWorkspace(workspaceId, (tx) => tx.insert(segments).values(aSegment(workspaceId, segmentId)));
    const ada = await addCustomer(actor, { 'user-id': 'ada' });
    const filter: Condition = { type: 'segment', segmentId, isMember: false };
    const journeyId = await publishDrawn(actor, mailDrawing({ filter, reentry: 'unlimited' }));
    const change = (isIn: boolean) =>
      inWorkspace(workspaceId, (tx) =>
        setMembership(tx, workspaceId, { segmentId, entered: isIn ? [ada] : [], left: isIn ? [] : [ada] }),
      );
    await tell(actor, 'ada', { event: 'Ordered' });
    await change(true);
    await tell(actor, 'ada', { event: 'Ordered' });
    await change(false);
    await tell(actor, 'ada', { event: 'Ordered' });
    // All of it in one batch: what comes later must not count for what was before.
    await drainEngine();
    await change(true);
    await drainEngine();
    expect(await found(actor, journeyId)).toEqual(['entered', 'filter-failed: failed true', 'entered']);
  });

  it('as the engine kept them, at the event that brought somebody in and after time took them out', async () => {
    const { actor } = await freshWorkspace();
    const { workspaceId } = actor;
    const twice: Condition = {
      ...{ type: 'event', event: 'Ordered', where: [], operator: 'at-least', count: 2, sinceEntry: false },
      within: { amount: 1, unit: 'days' },
    };
    await inWorkspace(workspaceId, async (tx) => {
      await tx.insert(segments).values(aSegment(workspaceId, 'seg_twice', twice));
      await startFill(tx, workspaceId, 'seg_twice');
    });
    await drainEngine();
    const filter: Condition = { type: 'segment', segmentId: 'seg_twice', isMember: false };
    const journeyId = await publishDrawn(actor, mailDrawing({ filter, reentry: 'unlimited' }));
    await tell(actor, 'ada', { event: 'Ordered' }, { event: 'Ordered' }, { event: 'Ordered' });
    await drainEngine();
    advanceClock(2 * 86_400_000);
    await drainEngine();
    await tell(actor, 'ada', { event: 'Ordered' });
    await drainEngine();
    const isIn = 'filter-failed: failed true';
    expect(await found(actor, journeyId)).toEqual(['entered', isIn, isIn, 'entered']);
  });
});

describe('stock', () => {
  const inStock: Condition = {
    type: 'product',
    field: 'stock',
    sku: 'TEA',
    path: [],
    operator: 'at-least',
    value: 5,
  };
  const tea = (stock: number) => ({ sku: 'TEA', name: 'Tea', category: '', price: 100, stock, url: null });

  it('is known where it has not changed since, and otherwise said not to be known any more', async () => {
    const { actor } = await freshWorkspace();
    const journeyId = await publishDrawn(actor, mailDrawing({ filter: inStock }));
    unwrap(await saveProducts(actor, { products: [tea(3)] }));
    advanceClock(3_600_000);
    await tell(actor, 'ada', { event: 'Ordered' });
    await drainEngine();
    expect(await found(actor, journeyId)).toEqual(['filter-failed: failed 3']);
    unwrap(await saveProducts(actor, { products: [tea(9)] }));
    expect(await found(actor, journeyId)).toEqual(['filter-failed: not-known-any-more null']);
    const { data } = unwrap(await whyForCustomer(actor, { id: 'ada', journeyId, limit: 5 }));
    expect(data[0]?.reason).toBe(
      'Did not enter: the stock of TEA had to be at least 5; what it was then is not known any more.',
    );
  });

  it('is left out where what is known was to blame anyway', async () => {
    const { actor } = await freshWorkspace();
    const filter: Condition = { type: 'all', of: [inStock, plan('pro')] };
    const journeyId = await publishDrawn(actor, mailDrawing({ filter }));
    await tell(actor, 'ada', { event: 'Ordered' });
    await drainEngine();
    expect(await found(actor, journeyId)).toEqual(['filter-failed: failed null']);
  });
});
