// Asks a live journey to let one customer in. The request becomes a signal in the customer's lane: the engine judges it in
// its turn, like everything else that happens to them.
import type { Entered, EnterJourney } from '@/lib/core/api/entry';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { resolveCustomer } from '../customers/resolve-customer';
import { inWorkspace } from '../db/transaction';
import { checkValue } from '../ingest/check-value';
import { type CodedRefusal, refusal } from '../refusal';
import { sendSignals } from '../signals/send-signals';
import { wake } from '../wake';
import { findEntry } from './find-entry';
import { findPeople, type Named } from './find-people';

export async function enterJourney(
  actor: Actor,
  input: EnterJourney,
): Promise<Result<Entered, CodedRefusal>> {
  const { id: journeyId, properties, key, idempotencyKey } = input;
  const checked = checkValue(properties);
  if (!checked.ok) {
    return refusal('invalid-field', {
      detail: `properties: ${checked.refusal.message}`,
      field: 'properties',
    });
  }
  const entered = await inWorkspace(actor.workspaceId, async (tx) => {
    const entry = await findEntry(tx, actor, { journeyId, signal: 'api-call', nodeId: input.nodeId });
    if (!entry.ok) return entry;
    const named = nameOf(input);
    const [found] = await findPeople(tx, actor.workspaceId, [named]);
    const customerId = found ? await resolveCustomer(tx, actor, found) : null;
    if (customerId === null)
      return refusal('unknown-person', { field: fieldOf[named.kind], name: fieldOf[named.kind] });
    const target = { ...(key === undefined ? {} : { key }), journey_id: journeyId, node_id: entry.value };
    const sent = await sendSignals(tx, actor.workspaceId, [
      {
        ...{ customerId, name: 'api-call', properties: { ...properties, ...target } },
        messageId: `api-call:${journeyId}:${idempotencyKey}`,
      },
    ]);
    const isRepeat = sent.size === 0;
    if (!isRepeat) await audit(tx, actor, 'journey.entry-asked', journeyId, { customerId });
    return ok({ customerId, nodeId: entry.value, isRepeat });
  });
  if (entered.ok) wake('engine');
  return entered;
}

const fieldOf = { any: 'person', 'customer-id': 'customerId', 'user-id': 'userId', email: 'email' } as const;

function nameOf({ userId, customerId, email }: EnterJourney): Named {
  if (userId !== undefined) return { kind: 'user-id', value: userId };
  if (customerId !== undefined) return { kind: 'customer-id', value: customerId };
  return { kind: 'email', value: email ?? '' };
}
