// What is written down of the people of a property test: consents, passages, messages, arms.
import { consents, enrollments, experiments, exposures, journeys, messages, outbox } from '@/drizzle/schema';
import { laneOf } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../../db/transaction';
import { newId } from '../../new-id';
import type { Person } from './store-people';

const AT = new Date(0);
const JOURNEYS = ['jrn_1', 'jrn_2'] as const;

export async function storeJourneys(tx: Tx, workspaceId: Id<'wsp'>): Promise<void> {
  const when = { createdAt: AT, updatedAt: AT };
  await tx
    .insert(journeys)
    .values(
      JOURNEYS.map((id) => ({ workspaceId, id, name: id, state: 'draft' as const, draft: {}, ...when })),
    );
  await tx.insert(experiments).values(
    JOURNEYS.map((journeyId) => ({
      ...{ workspaceId, journeyId, id: experimentOf(journeyId), nodeId: 'nod_1' as const, createdAt: AT },
    })),
  );
}

const experimentOf = (journeyId: string) => `exp_${journeyId}` as const;

/** Of each consent an older one that says the opposite. */
function storeConsents(tx: Tx, workspaceId: Id<'wsp'>, { id: customerId, facts }: Person) {
  const rows = Object.entries(facts.records?.consents ?? {}).flatMap(([channel, state]) => {
    const own = { workspaceId, customerId, channel: channel === 'sms' ? 'sms' : 'email' } as const;
    const more = { source: 'form', proof: {} };
    const before = state === 'opted-in' ? 'opted-out' : 'opted-in';
    return [
      { ...own, ...more, id: newId('cns'), state: before, at: AT } as const,
      { ...own, ...more, id: newId('cns'), state: state ?? before, at: new Date(1) } as const,
    ];
  });
  return rows.length > 0 ? tx.insert(consents).values(rows) : null;
}

function storePassages(tx: Tx, workspaceId: Id<'wsp'>, { id: customerId, facts }: Person) {
  const dateOf = (instant: number | null) => (instant === null ? null : new Date(instant));
  const rows = (facts.records?.passages ?? []).map((passage) => ({
    ...{ workspaceId, customerId, version: 1, lane: laneOf(customerId), key: '', visits: 1, trigger: {} },
    ...{ id: newId('enr'), journeyId: passage.journeyId, status: passage.status, arrivedAt: AT },
    ...{ enteredAt: new Date(passage.enteredAt), convertedAt: dateOf(passage.convertedAt) },
    ...{ endedAt: dateOf(passage.endedAt), endReason: passage.endReason },
  }));
  return rows.length > 0 ? tx.insert(enrollments).values(rows) : null;
}

async function storeMessages(tx: Tx, workspaceId: Id<'wsp'>, { id: customerId, facts }: Person) {
  for (const { journeyId, channel, status, at } of facts.records?.messages ?? []) {
    const outboxId = newId('obx');
    const own = {
      workspaceId,
      customerId,
      journeyId,
      version: 1,
      nodeId: 'nod_1',
      createdAt: new Date(at),
    } as const;
    await tx.insert(outbox).values({
      ...{ ...own, id: outboxId, key: outboxId, type: 'send-email', enrollmentId: newId('enr') },
      ...{ payload: {}, status: 'done', dueAt: AT },
    });
    await tx.insert(messages).values({
      ...{
        ...own,
        id: newId('msg'),
        outboxId,
        address: 'a',
        content: {},
        provider: 'sandbox',
        updatedAt: AT,
      },
      // Drawn from the statuses and channels that there are.
      ...{ status: status as 'sent', channel: channel as 'email' },
    });
  }
}

function storeArms(tx: Tx, workspaceId: Id<'wsp'>, { id: customerId, facts }: Person) {
  const rows = (facts.records?.arms ?? []).map(({ journeyId, arm }) => ({
    ...{ workspaceId, customerId, arm, experimentId: experimentOf(journeyId), phase: 1, assignedAt: AT },
  }));
  return rows.length > 0 ? tx.insert(exposures).values(rows) : null;
}

export async function storeRecords(tx: Tx, workspaceId: Id<'wsp'>, people: readonly Person[]): Promise<void> {
  for (const person of people) {
    await storeConsents(tx, workspaceId, person);
    await storePassages(tx, workspaceId, person);
    await storeMessages(tx, workspaceId, person);
    await storeArms(tx, workspaceId, person);
  }
}
