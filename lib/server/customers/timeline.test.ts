// The timeline and the reason trail: one order, no entry twice, none missing, nothing of anybody else.
import { describe, expect, it } from 'vitest';
import { TimelineEntry } from '@/lib/core/api/timeline';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { welcomeDrawing } from '../testing/drawings';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addDecision, addEvent, addMessage } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { customerDecisions } from './customer-decisions';
import { customerTimeline } from './customer-timeline';

async function story() {
  const { actor } = await freshWorkspace();
  const journey = unwrap(await createJourney(actor, { name: 'Welcome', document: welcomeDrawing() })).id;
  await publishJourney(actor, { id: journey });
  const customer = await addCustomer(actor, { 'user-id': 'u-1', email: 'ada@shop.test' });
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));
  const passage = { customer, journey, nodeId: 'nod_mail' as const };
  await addMessage(actor, { ...passage, at: at(1) });
  await addDecision(actor, { ...passage, code: 'entered', at: at(1) });
  await addDecision(actor, { ...passage, code: 'message-queued', at: at(1) });
  await addEvent(actor, customer, 'Signed Up', { at: at(1) });
  await addEvent(actor, customer, 'Order Completed', { at: at(3) });
  await addDecision(actor, { ...passage, code: 'path-ended', at: at(2) });
  return { actor, journey, customer };
}

function lineOf(entry: TimelineEntry): string {
  if (entry.kind === 'event') return entry.event.name;
  return entry.kind === 'decision' ? entry.decision.code : 'message';
}

async function readAll(actor: Actor, id: Id<'cus'>, limit: number): Promise<string[]> {
  const lines: string[] = [];
  let cursor: string | undefined;
  do {
    const page = unwrap(await customerTimeline(actor, { id, limit, cursor }));
    for (const entry of page.data) {
      expect(TimelineEntry.parse(entry)).toEqual(entry);
      lines.push(lineOf(entry));
    }
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return lines;
}

describe('customerTimeline', () => {
  it.each([1, 2, 3, 4, 50])('tells the story newest first, %i entries a page', async (limit) => {
    const { actor, customer } = await story();
    expect(await readAll(actor, customer, limit)).toEqual([
      'Order Completed',
      'path-ended',
      'message',
      'message-queued',
      'entered',
      'Signed Up',
    ]);
  });

  it('names people and journeys, and gives reasons as sentences', async () => {
    const { actor } = await story();
    const page = unwrap(await customerTimeline(actor, { id: 'u-1', limit: 50 }));
    expect(page.data[0]).toMatchObject({ kind: 'event', event: { customerLabel: 'ada@shop.test' } });
    expect(page.data[1]).toMatchObject({
      kind: 'decision',
      decision: { journeyName: 'Welcome', reason: 'Left the journey: no further step follows.' },
    });
    expect(page.data[2]).toMatchObject({
      kind: 'message',
      message: { status: 'sent', content: { subject: 'Hi' } },
    });
  });

  it('shows another workspace nothing', async () => {
    const { customer } = await story();
    const { actor: stranger } = await freshWorkspace();
    const missing = { ok: false, refusal: { code: 'not-found' } };
    expect(await customerTimeline(stranger, { id: customer, limit: 50 })).toMatchObject(missing);
    expect(await customerDecisions(stranger, { id: customer, limit: 50 })).toMatchObject(missing);
  });

  it('refuses a cursor that is not its own', async () => {
    const { actor, customer } = await story();
    const cursor = Buffer.from('["x"]').toString('base64url');
    const refused = await customerTimeline(actor, { id: customer, limit: 5, cursor });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'bad-cursor' } });
  });
});

describe('customerDecisions', () => {
  it('pages through the trail, and keeps to one journey when asked', async () => {
    const { actor, customer, journey } = await story();
    const first = unwrap(await customerDecisions(actor, { id: customer, limit: 2 }));
    const second = unwrap(
      await customerDecisions(actor, { id: customer, limit: 2, cursor: first.next ?? '' }),
    );
    const codes = [...first.data, ...second.data].map(({ code }) => code);
    expect(codes).toEqual(['path-ended', 'message-queued', 'entered']);
    expect(unwrap(await customerDecisions(actor, { id: customer, limit: 9, journey })).data).toHaveLength(3);
    expect(
      unwrap(await customerDecisions(actor, { id: customer, limit: 9, journey: 'jrn_other' })).data,
    ).toEqual([]);
  });
});
