// A shop with the mail journey, two live segments that ask what the product writes down, and a journey of those who leave one.
import { JourneyTest, MessageTest } from '@/lib/core/condition/condition';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../actor';
import { drainEngine } from '../engine/run-engine';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { createSegment } from '../segments/create-segment';
import { mailJourney } from './mail-journey';
import { accept, makeShop, type Shop } from './prepare-shop';

const leaving = (segmentId: string) =>
  JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_left', type: 'segment-trigger', data: { segmentId, on: 'left' } },
      { id: 'nod_end', type: 'exit', data: {} },
    ],
    edges: [{ from: 'nod_left', exit: 'next', to: 'nod_end' }],
    settings: { reentry: 'unlimited' },
  });

/** Before anything is broken: the segments are filled. */
export async function mailShop(): Promise<Shop> {
  const shop = await makeShop([mailJourney]);
  const { owner, journeyIds } = shop;
  const [journeyId = null] = journeyIds;
  const inside = JourneyTest.parse({ type: 'journey', journeyId });
  const got = MessageTest.parse({ type: 'message' });
  const { id } = accept(await createSegment(owner, named('Inside', inside)));
  accept(await createSegment(owner, named('Got a mail', got)));
  await publish(owner, leaving(id));
  await drainEngine();
  return shop;
}

const named = (name: string, condition: JourneyTest | MessageTest) => ({
  ...{ name, condition, description: '', template: null },
});

async function publish(owner: Actor, document: JourneyDocument): Promise<void> {
  const { id } = accept(await createJourney(owner, { name: 'Whoever leaves', document }));
  accept(await publishJourney(owner, { id }));
}
