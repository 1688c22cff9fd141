// One history through the real shell, with random batches, crashes and jumps of the clock, and through the naive model.
import type { CustomerEvent } from '@/lib/core/engine/customer-event';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { piecesOf } from '@/lib/core/testing/arbitrary-history';
import { NOON } from '@/lib/core/testing/build-event';
import { NaiveModel } from '@/lib/core/testing/naive-model';
import type { PublishedDrawing } from '@/lib/core/testing/published-drawing';
import { inWorkspace } from '../db/transaction';
import { storeEvents } from '../ingest/store-events';
import { runtime } from '../runtime';
import { serveThroughCrashes } from './crashes';
import { freezeClock } from './frozen-clock';
import { storedEvents } from './model-check';
import type { ModelHistory } from './model-histories';
import { addressed, goLive, type ModelShop, prepareModelShop } from './model-shop';
import type { Random } from './random';
import { differencesBetween, storedEnd } from './told';

type Step =
  | { readonly kind: 'publish'; readonly drawings: readonly PublishedDrawing[] }
  | { readonly kind: 'serve'; readonly messageIds: readonly string[]; readonly now: number };

export interface ModelRunReport {
  readonly crashes: number;
  readonly events: number;
  readonly decisions: number;
  readonly differences: readonly string[];
}

export async function modelRun(history: ModelHistory, random: Random): Promise<ModelRunReport> {
  freezeClock(NOON);
  const shop = await prepareModelShop(history.documents.length, random);
  const steps: Step[] = [];
  let crashes = 0;
  const serve = async (events: readonly CustomerEvent[], now: number) => {
    for (const event of events) await store(shop, event);
    freezeClock(now);
    crashes += await serveThroughCrashes(random, runtime().engine === 'pglite' ? 1 : 2);
    steps.push({ kind: 'serve', messageIds: events.map(({ messageId }) => messageId), now });
  };
  for (const [index, stretch] of history.stretches.entries()) {
    const { fresh, drawings } = drawingsAt(history, shop, index);
    for (const drawing of fresh) await goLive(shop.actor, drawing);
    if (fresh.length > 0) steps.push({ kind: 'publish', drawings });
    for (const piece of piecesOf(stretch)) {
      const last = piece.at(-1);
      if (last !== undefined) await serve(piece, last.receivedAt);
    }
    await serve([], stretch.now);
  }
  return { crashes, ...(await compare(shop, steps)) };
}

function drawingsAt({ documents, second, at }: ModelHistory, { journeyIds }: ModelShop, stretch: number) {
  const drawing = (document: JourneyDocument, index: number, version: number): PublishedDrawing[] => {
    const journeyId = journeyIds[index];
    const own = { version, document: addressed(document, journeyIds), isEnrolling: true };
    return journeyId === undefined ? [] : [{ journeyId, ...own }];
  };
  const first = documents.flatMap((document, index) => drawing(document, index, 1));
  // Publishing what is live already would make no new version.
  const isOther = JSON.stringify(documents[0]) !== JSON.stringify(second);
  if (stretch < at || at === 0 || !isOther) return { fresh: stretch === 0 ? first : [], drawings: first };
  const newest = drawing(second, 0, 2);
  // In the order in which the tables give rules: by journey, then by version.
  const drawings = first.flatMap((one, index) =>
    index === 0 ? [{ ...one, isEnrolling: false }, ...newest] : [one],
  );
  return { fresh: stretch === at ? newest : [], drawings };
}

async function store({ actor }: ModelShop, event: CustomerEvent): Promise<void> {
  const { type, name, messageId, customerId: userId, properties, traits, occurredAt, receivedAt } = event;
  freezeClock(receivedAt);
  const named = type === 'track' ? { event: name } : { name };
  const content = type === 'identify' ? { traits } : { ...named, properties };
  const timestamp = new Date(occurredAt).toISOString();
  const raw = { type, messageId, userId, timestamp, ...content };
  const { accepted } = await storeEvents(actor.workspaceId, 'model', [raw], new Date(receivedAt));
  if (accepted !== 1) throw new Error(`The event ${messageId} was not stored.`);
}

async function compare({ actor, segments, products }: ModelShop, steps: readonly Step[]) {
  const { events, found } = await inWorkspace(actor.workspaceId, async (tx) => ({
    events: await storedEvents(tx),
    found: await storedEnd(tx),
  }));
  const byId = new Map(events.map((event) => [event.messageId, event]));
  const model = new NaiveModel();
  Object.assign(model, { segments, products });
  for (const step of steps) {
    if (step.kind === 'publish') model.publish(step.drawings);
    else {
      for (const id of step.messageIds) {
        const event = byId.get(id);
        if (event) model.event(event);
      }
      model.tick(step.now);
    }
  }
  const differences = differencesBetween(model, found);
  return { events: events.length, decisions: found.decisions.length, differences };
}
