// Signals land in the lane of whoever remains, once each, and never in another workspace.
import { asc, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { events } from '@/drizzle/schema';
import { laneOf } from '@/lib/core/hash';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import { type Signal, sendSignals } from './send-signals';

let actor: Actor;

beforeEach(async () => {
  ({ actor } = await freshWorkspace());
});

const send = (signals: Signal[], workspaceId = actor.workspaceId) =>
  inWorkspace(workspaceId, (tx) => sendSignals(tx, workspaceId, signals));

const stored = () =>
  inWorkspace(actor.workspaceId, (tx) =>
    tx.select().from(events).where(eq(events.workspaceId, actor.workspaceId)).orderBy(asc(events.seq)),
  );

it('writes each signal once, in its customer’s lane and in the order given', async () => {
  const customers = [await addCustomer(actor, { email: 'a@x.test' }), await addCustomer(actor, {})];
  const signals = customers.map((customerId, index) => ({
    ...{ customerId, name: 'list-entry', properties: { index }, messageId: `m-${index}` },
  }));
  expect(await send(signals)).toEqual(new Set(['m-0', 'm-1']));
  expect(await send([...signals, ...signals])).toEqual(new Set());
  expect(await stored()).toMatchObject(
    signals.map((signal) => ({
      ...signal,
      ...{ type: 'signal', source: 'throughline', lane: laneOf(signal.customerId), traits: {}, context: {} },
    })),
  );
});

it('tells the customer who remains after merges', async () => {
  const last = await addCustomer(actor, { 'user-id': 'u' });
  const middle = await addCustomer(actor, {}, { mergedInto: last });
  const first = await addCustomer(actor, {}, { mergedInto: middle });
  await send([{ customerId: first, name: 'api-call', properties: {}, messageId: 'm' }]);
  expect(await stored()).toMatchObject([{ customerId: last, lane: laneOf(last) }]);
});

it('does not reach a customer of another workspace', async () => {
  const { actor: stranger } = await freshWorkspace();
  const customerId = await addCustomer(actor, {});
  const signal = { customerId, name: 'api-call', properties: {}, messageId: 'm' };
  expect(await send([signal], stranger.workspaceId)).toEqual(new Set());
  expect(await stored()).toEqual([]);
});
