// Why somebody did, or did not, get it: from the customer.
import { describe, expect, it } from 'vitest';
import { Occasion } from '@/lib/core/api/why';
import type { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { advanceClock } from '../clock';
import { drainEngine } from '../engine/run-engine';
import { archiveJourney } from '../journeys/archive-journey';
import { pauseJourney } from '../journeys/pause-journey';
import { resumeJourney } from '../journeys/resume-journey';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { customerJourneys } from './customer-journeys';
import { atLeast, mailDrawing, publishAgain, publishDrawn, tell } from './testing/tell';
import { whyForCustomer } from './why-for-customer';

async function verdicts(actor: Actor, journeyId: Id<'jrn'>, id = 'ada'): Promise<string[]> {
  const { data } = unwrap(await whyForCustomer(actor, { id, journeyId, limit: 50 }));
  for (const occasion of data) expect(Occasion.parse(occasion)).toEqual(occasion);
  return data.map(({ verdict }) => verdict).reverse();
}

describe('whyForCustomer', () => {
  it('says which test of the filter failed, and on which value', async () => {
    const { actor } = await freshWorkspace();
    const journeyId = await publishDrawn(actor, mailDrawing({ filter: atLeast(50) }));
    await tell(actor, 'ada', { event: 'Ordered', properties: { total: 42 } });
    await drainEngine();
    const { data } = unwrap(await whyForCustomer(actor, { id: 'ada', journeyId, limit: 50 }));
    expect(data).toMatchObject([
      {
        verdict: 'filter-failed',
        nodeId: 'nod_start',
        nodeName: 'Order',
        version: 1,
        event: { name: 'Ordered', properties: { total: 42 } },
        reason: 'Did not enter: the event’s total was 42; it must be at least 50.',
        failed: [{ code: 'failed', name: 'property.total', operator: 'at-least', expected: 50, actual: 42 }],
        passage: null,
      },
    ]);
  });

  it('tells the whole story of who entered', async () => {
    const { actor } = await freshWorkspace();
    const journeyId = await publishDrawn(actor, mailDrawing({ filter: atLeast(50) }));
    await tell(actor, 'ada', { event: 'Ordered', properties: { total: 60 } });
    await drainEngine();
    const { data } = unwrap(await whyForCustomer(actor, { id: 'ada', journeyId, limit: 50 }));
    expect(data).toMatchObject([{ verdict: 'entered', reason: 'Entered the journey.', failed: [] }]);
    expect(data[0]?.passage?.decisions.map(({ code, nodeName }) => [code, nodeName])).toEqual([
      ['entered', 'Order'],
      ['message-queued', 'E-mail'],
      ['path-ended', 'E-mail'],
    ]);
  });

  it('knows what was in force when the event was worked, not when somebody asks', async () => {
    const { actor } = await freshWorkspace();
    const order = async () => {
      await tell(actor, 'ada', { event: 'Ordered', properties: { total: 42 } });
      await drainEngine();
    };
    await order();
    const journeyId = await publishDrawn(actor, mailDrawing({ filter: atLeast(50) }));
    await order();
    await pauseJourney(actor, { id: journeyId });
    await order();
    await resumeJourney(actor, { id: journeyId });
    await publishAgain(actor, journeyId, mailDrawing({ filter: atLeast(40) }));
    await order();
    await order();
    await archiveJourney(actor, { id: journeyId });
    await order();
    await tell(actor, 'ada', { event: 'Ordered' });
    expect(await verdicts(actor, journeyId)).toEqual([
      'was-not-live',
      'filter-failed',
      'was-paused',
      'entered',
      'entered-before',
      'was-archived',
      'event-pending',
    ]);
  });

  it('an event that was sent before a publish and worked after it met the new version', async () => {
    const { actor } = await freshWorkspace();
    const journeyId = await publishDrawn(actor, mailDrawing({ filter: atLeast(50) }));
    await tell(actor, 'ada', { event: 'Ordered', properties: { total: 42 } });
    await publishAgain(actor, journeyId, mailDrawing({ filter: atLeast(40) }));
    await drainEngine();
    expect(await verdicts(actor, journeyId)).toEqual(['entered']);
  });

  it('judges by the attributes the customer had then', async () => {
    const { actor } = await freshWorkspace();
    const filter: Condition = {
      type: 'test',
      subject: 'attribute',
      path: ['plan'],
      operator: 'equals',
      value: 'pro',
    };
    const journeyId = await publishDrawn(actor, mailDrawing({ filter }));
    await tell(actor, 'ada', { event: 'Ordered' }, { traits: { plan: 'free' } }, { event: 'Ordered' });
    await drainEngine();
    await tell(actor, 'ada', { traits: { plan: 'trial' } });
    await drainEngine();
    const { data } = unwrap(await whyForCustomer(actor, { id: 'ada', journeyId, limit: 50 }));
    expect(data.map(({ failed }) => [failed[0]?.actual, failed[0]?.code])).toEqual([
      ['free', 'failed'],
      [null, 'failed'],
    ]);
    expect(data[1]?.reason).toBe('Did not enter: the customer’s plan was not known; it must be “pro”.');
  });

  it('pages without gap or doubt', async () => {
    const { actor } = await freshWorkspace();
    const journeyId = await publishDrawn(actor, mailDrawing({ filter: atLeast(50) }));
    const orders = [1, 2, 3, 4, 5, 6, 7].map((total) => ({ event: 'Ordered', properties: { total } }));
    await tell(actor, 'ada', ...orders.slice(0, 4));
    advanceClock(1000);
    await tell(actor, 'ada', ...orders.slice(4));
    await drainEngine();
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = unwrap(await whyForCustomer(actor, { id: 'ada', journeyId, limit: 2, cursor }));
      seen.push(...page.data.map(({ event }) => event?.properties.total));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it('leads from a merged profile to who remains', async () => {
    const { actor } = await freshWorkspace();
    const journeyId = await publishDrawn(actor, mailDrawing({}));
    const winner = await addCustomer(actor, { 'user-id': 'ada' });
    const loser = await addCustomer(actor, {}, { mergedInto: winner });
    await tell(actor, 'ada', { event: 'Ordered' });
    await drainEngine();
    expect(await verdicts(actor, journeyId, loser)).toEqual(['entered']);
  });

  it('shows another workspace nothing, and refuses what is not there', async () => {
    const { actor } = await freshWorkspace();
    const journeyId = await publishDrawn(actor, mailDrawing({}));
    await tell(actor, 'ada', { event: 'Ordered' });
    const { actor: stranger } = await freshWorkspace();
    const missing = { ok: false, refusal: { code: 'not-found' } };
    const asked = { id: 'ada', journeyId, limit: 5 };
    expect(await whyForCustomer(stranger, asked)).toMatchObject(missing);
    expect(await whyForCustomer(actor, { ...asked, id: 'bea' })).toMatchObject(missing);
    expect(await whyForCustomer(actor, { ...asked, journeyId: 'jrn_none' })).toMatchObject(missing);
    const cursor = Buffer.from('["x"]').toString('base64url');
    expect(await whyForCustomer(actor, { ...asked, cursor })).toMatchObject({
      refusal: { code: 'bad-cursor' },
    });
  });
});

describe('customerJourneys', () => {
  it('says in one sentence where a customer stands with every journey', async () => {
    const { actor } = await freshWorkspace();
    await publishDrawn(actor, mailDrawing({ filter: atLeast(50) }));
    await publishDrawn(actor, mailDrawing({ filter: atLeast(40) }));
    await publishDrawn(actor, mailDrawing({ event: 'Returned' }));
    await tell(actor, 'ada', { event: 'Ordered', properties: { total: 42 } });
    await drainEngine();
    const { data } = unwrap(await customerJourneys(actor, { id: 'ada' }));
    expect(data.map(({ standing, answer }) => `${standing}: ${answer}`).sort()).toEqual([
      'left: Left the journey: no further step follows.',
      'never-entered: Did not enter: the event’s total was 42; it must be at least 50.',
      'no-occasion: Never entered: nothing happened that this journey starts with.',
    ]);
    const { actor: stranger } = await freshWorkspace();
    expect(await customerJourneys(stranger, { id: 'ada' })).toMatchObject({ ok: false });
  });
});
