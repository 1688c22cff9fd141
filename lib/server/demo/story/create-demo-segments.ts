// The segments a marketer of the demo shop works with: the ready ones with the shop's own bounds, and three made by hand.
import { and, eq, inArray } from 'drizzle-orm';
import { segments } from '@/drizzle/schema';
import type { CreateSegment } from '@/lib/core/api/segment';
import { type Condition, EventTest, SequenceTest } from '@/lib/core/condition/condition';
import en from '@/lib/i18n/en/segments.json';
import type { Actor } from '../../actor';
import { inWorkspace } from '../../db/transaction';
import { createSegment } from '../../segments/create-segment';
import { listReadySegments } from '../../segments/list-ready-segments';
import { attribute } from '../journeys/drawing';

const did = (event: string, days: number): Condition =>
  EventTest.parse({ type: 'event', event, within: { amount: days, unit: 'days' } });

const byHand: readonly Pick<CreateSegment, 'name' | 'description' | 'condition'>[] = [
  {
    name: 'Left a basket this week',
    description: 'Began a checkout and did not order within a day.',
    condition: SequenceTest.parse({
      type: 'sequence',
      first: { event: 'Checkout Started' },
      next: { event: 'Order Completed' },
      isFollowed: false,
      within: { amount: 1, unit: 'days' },
      lookBack: { amount: 7, unit: 'days' },
    }),
  },
  {
    name: 'Waiting for an answer',
    description: 'A complaint of theirs is open: help first, sell later.',
    condition: attribute('open_complaints', 'greater-than', 0),
  },
  {
    name: 'Reads our letters, buys nothing',
    description: 'Opened a letter in the last 30 days and has not ordered for 60.',
    condition: {
      type: 'all',
      of: [did('Email Opened', 30), { type: 'none', of: [did('Order Completed', 60)] }],
    },
  },
];

/** What is there already stays. */
export async function createDemoSegments(owner: Actor): Promise<void> {
  const ready = await readySegments(owner);
  const wanted = [...ready, ...byHand.map((one) => ({ ...one, template: null }))];
  const there = await inWorkspace(owner.workspaceId, (tx) =>
    tx
      .select({ name: segments.name })
      .from(segments)
      .where(
        and(
          eq(segments.workspaceId, owner.workspaceId),
          inArray(
            segments.name,
            wanted.map(({ name }) => name),
          ),
        ),
      ),
  );
  for (const one of wanted.filter(({ name }) => !there.some((known) => known.name === name))) {
    const created = await createSegment(owner, one);
    if (!created.ok) throw new Error(`The demo segment ${one.name} was refused: ${created.refusal.message}`);
  }
}

async function readySegments(owner: Actor): Promise<CreateSegment[]> {
  const found = await listReadySegments(owner);
  if (!found.ok) throw new Error(`The ready segments were refused: ${found.refusal.message}`);
  return found.value.segments.map(({ family, key, condition }) => ({
    ...{ name: names.get(key) ?? key, description: hints.get(key) ?? '' },
    ...{ condition, template: `${family}/${key}` },
  }));
}

const names = new Map(Object.entries(en.ready.names));
const hints = new Map(Object.entries(en.ready.hints));
