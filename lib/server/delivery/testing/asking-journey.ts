// A journey that asks another system and goes on by what it answers, with the sender and the engine behind it.
import { sql } from 'drizzle-orm';
import { decisions, enrollments, outbox } from '@/drizzle/schema';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../../actor';
import { now } from '../../clock';
import { inWorkspace } from '../../db/transaction';
import { drainEngine } from '../../engine/run-engine';
import { storeEvents } from '../../ingest/store-events';
import { createJourney } from '../../journeys/create-journey';
import { publishJourney } from '../../journeys/publish-journey';
import { unwrap } from '../../testing/unwrap';
import { drainSender } from '../drain-sender';

const vip = {
  type: 'test',
  subject: 'saved',
  path: ['it', 'body', 'tier'],
  operator: 'equals',
  value: 'gold',
};

/** Asks, writes with the answer to whom it calls gold, and lets everybody else out by the way they came. */
export async function publishAsking(actor: Actor, webhook: object = {}): Promise<void> {
  const url = 'http://{{ customer.host }}/hook';
  const out = (id: string) => ({ id, type: 'exit', data: { reason: id } });
  const document = JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_in', type: 'event-trigger', data: { event: 'Asked' } },
      { id: 'nod_ask', type: 'call-webhook', data: { url, capture: { saveAs: 'it' }, ...webhook } },
      { id: 'nod_branch', type: 'branch', data: { branches: [{ id: 'gold', condition: vip }] } },
      { id: 'nod_mail', type: 'send-email', data: { subject: 'For you', body: '{{ saved.it.body.offer }}' } },
      ...['nod_failed', 'nod_plain', 'nod_gold'].map(out),
    ],
    edges: [
      { from: 'nod_in', exit: 'next', to: 'nod_ask' },
      { from: 'nod_ask', exit: 'next', to: 'nod_branch' },
      { from: 'nod_ask', exit: 'failed', to: 'nod_failed' },
      { from: 'nod_branch', exit: 'gold', to: 'nod_mail' },
      { from: 'nod_branch', exit: 'otherwise', to: 'nod_plain' },
      { from: 'nod_mail', exit: 'next', to: 'nod_gold' },
    ],
    settings: { reentry: 'unlimited' },
  });
  const { id } = unwrap(await createJourney(actor, { name: 'Asking', document }));
  unwrap(await publishJourney(actor, { id }));
}

/** Ann comes in; the question is queued and not yet sent. @param host where her question goes */
export async function ann({ workspaceId }: Actor, host: string): Promise<void> {
  const traits = { email: 'ann@shop.test', first_name: 'Ann', host };
  const events = [
    { type: 'identify', messageId: 'i', userId: 'ann', traits },
    { type: 'track', event: 'Asked', messageId: 't', userId: 'ann' },
  ];
  await storeEvents(workspaceId, 'test', events, now());
  await drainEngine();
}

export async function work(): Promise<void> {
  await drainSender();
  await drainEngine();
  await drainSender();
}

/** The one passage, the one question, and what was decided about them. */
export function asked({ workspaceId }: Actor) {
  return inWorkspace(workspaceId, async (tx) => {
    const [inside] = await tx.select().from(enrollments);
    const [question] = await tx.select().from(outbox).where(sql`type = 'call-webhook'`);
    const told = await tx.select().from(decisions).orderBy(decisions.seq);
    const reasons = told.map(({ code, inputs }) => (inputs.reason ? `${code}: ${inputs.reason}` : code));
    return { inside, question, reasons };
  });
}
