// Every figure of a results page against a recount from the rows: people behind each, segments, delivery, secondary ones.
import { expect, it } from 'vitest';
import { messages, outbox, segmentMembers, segments } from '@/drizzle/schema';
import { FindExperiment, ListExposed } from '@/lib/core/api/experiment';
import type { Id } from '@/lib/core/id';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { newId } from '../new-id';
import { experimentDrawing } from '../testing/experiment-drawing';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { breakDownExperiment } from './break-down-experiment';
import { listExposed } from './list-exposed';
import { setExperiment } from './testing/set-experiment';

const { scene, live, crowd, happens, optOut, daysLater, found } = setExperiment();

const ask = () => FindExperiment.parse({ id: scene.id });

async function countOf(filter: object, cursor?: string): Promise<number> {
  const asked = { ...ListExposed.parse({ limit: 20, look: 1, ...filter }), id: scene.id, cursor };
  const { data, next } = unwrap(await listExposed(scene.actor, asked));
  return data.length + (next === null ? 0 : await countOf(filter, next));
}

async function inSegment(
  people: readonly Id<'cus'>[],
  name = 'Loyal',
  archivedAt: Date | null = null,
): Promise<Id<'seg'>> {
  const { workspaceId } = scene.actor;
  const segmentId = newId('seg');
  const at = { createdAt: now(), updatedAt: now() };
  await inWorkspace(workspaceId, async (tx) => {
    await tx.insert(segments).values({ workspaceId, id: segmentId, name, archivedAt, ...at });
    await tx
      .insert(segmentMembers)
      .values(people.map((customerId) => ({ workspaceId, segmentId, customerId, enteredAt: now() })));
  });
  return segmentId;
}

async function reach(people: readonly Id<'cus'>[], arm: string, status: 'sent' | 'refused'): Promise<void> {
  const { actor, journeyId } = scene;
  const { workspaceId } = actor;
  const at = new Date(now().getTime() + 3_600_000);
  const of = { workspaceId, journeyId, version: 1, nodeId: 'nod_plain' as const };
  const rows = people.map((customerId) => ({ customerId, outboxId: newId('obx') }));
  await inWorkspace(workspaceId, async (tx) => {
    await tx.insert(outbox).values(
      rows.map(({ customerId, outboxId }) => ({
        ...{
          ...of,
          id: outboxId,
          customerId,
          enrollmentId: newId('enr'),
          key: outboxId,
          type: 'send-email' as const,
        },
        ...{ payload: { exposes: [{ nodeId: 'nod_test', phase: 1, arm }] }, status: 'done' as const },
        ...{ dueAt: at, createdAt: at },
      })),
    );
    await tx.insert(messages).values(
      rows.map(({ customerId, outboxId }) => ({
        ...{
          ...of,
          id: newId('msg'),
          outboxId,
          customerId,
          channel: 'email' as const,
          address: 'a@shop.test',
        },
        ...{ content: {}, provider: 'test', status, createdAt: at, updatedAt: at },
      })),
    );
  });
}

it('every figure leads to as many people as it says', async () => {
  await live(experimentDrawing({ holdoutPercent: 10 }));
  const a = await crowd({ arm: 'a', people: 45, buyers: 9 });
  const b = await crowd({ arm: 'b', people: 42, buyers: 12, total: 20 });
  await crowd({ arm: 'holdout', people: 9, buyers: 1 });
  await optOut(a.slice(0, 3));
  await happens(b.slice(0, 2), 'Email Marked as Spam');
  await happens(b.slice(5, 9), 'Email Bounced');
  const loyal = await inSegment([...a.slice(0, 36), ...b.slice(0, 33)]);
  await inSegment([...a.slice(0, 36), ...b.slice(0, 33)], 'Given up', now());
  await reach(a, 'a', 'sent');
  await reach(b.slice(0, 39), 'b', 'sent');
  await reach(b.slice(39), 'b', 'refused');
  await daysLater(7);
  await crowd({ arm: 'a', people: 11, buyers: 5 });
  const { report } = await found();
  for (const figures of report?.arms ?? []) {
    const { arm, guardrails } = figures;
    expect(await countOf({ arm })).toBe(figures.exposed);
    expect(await countOf({ arm, who: 'assigned' })).toBe(figures.assigned);
    expect(await countOf({ arm, who: 'converted' })).toBe(figures.converted);
    expect(await countOf({ arm, who: 'matured' })).toBe(figures.matured);
    for (const [who, count] of Object.entries(guardrails)) expect(await countOf({ arm, who })).toBe(count);
  }
  expect(report?.arms.map(({ guardrails }) => Object.values(guardrails).join())).toEqual([
    '3,0,0',
    '0,2,4',
    '0,0,0',
  ]);
  const second = report?.secondary.filter(({ arm }) => arm === 'b').map(({ key, value }) => [key, value]);
  expect(second).toEqual([
    ['revenue', (12 * 20) / 42],
    ['order-value', 20],
  ]);

  const { segments: told, delivered, look } = unwrap(await breakDownExperiment(scene.actor, ask()));
  expect(look).toBe(1);
  expect(told.map(({ id, name, isThin }) => [id, name, isThin])).toEqual([[loyal, 'Loyal', true]]);
  for (const { arm, counted, converted } of told[0]?.arms ?? []) {
    expect(await countOf({ arm, segment: loyal })).toBe(counted);
    expect(await countOf({ arm, segment: loyal, who: 'converted' })).toBe(converted);
  }
  expect(told[0]?.arms.map(({ counted, converted }) => [counted, converted])).toEqual([
    [36, 9],
    [33, 12],
  ]);
  expect(delivered?.balance).toEqual([
    { arm: 'a', people: 45, reached: 45 },
    { arm: 'b', people: 42, reached: 35 },
  ]);
  expect(await countOf({ arm: 'b', who: 'delivered' })).toBe(35);
  expect(delivered?.p).toBeLessThan(0.01);
  expect(delivered?.arms[1]).toMatchObject({ counted: 35, converted: 8 });
  const { actor } = await freshWorkspace();
  expect(await breakDownExperiment(actor, ask())).toMatchObject({ ok: false });
});

it('has words for nobody and for everybody', async () => {
  await live(experimentDrawing({ percents: [0, 100], waitHours: 2 }));
  expect(unwrap(await breakDownExperiment(scene.actor, ask()))).toMatchObject({
    look: null,
    segments: [],
    delivered: null,
  });
  await crowd({ arm: 'b', people: 50, buyers: 50 });
  await daysLater(3);
  const { report } = await found();
  expect([report?.verdict.kind, report?.unmet[0]]).toEqual(['unhealthy', 'arms']);
  expect(JSON.stringify(report)).not.toContain('NaN');
  expect(report?.arms.map(({ value }) => value)).toEqual([0, 1]);
});
