// A workspace for one run of the model check: what its drawings speak of, the drawings themselves, live, and the people.
import { couponPools, products, segmentMembers, segments } from '@/drizzle/schema';
import type { Product } from '@/lib/core/condition/evaluate';
import type { Id } from '@/lib/core/id';
import { compile } from '@/lib/core/journey/compile';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { CUSTOMERS } from '@/lib/core/testing/arbitrary-history';
import type { PublishedDrawing } from '@/lib/core/testing/published-drawing';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { createJourney } from '../journeys/create-journey';
import { lockJourney } from '../journeys/lock-journey';
import { lockPassages } from '../journeys/lock-passages';
import { publishVersion } from '../journeys/publish-version';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import type { Random } from './random';

const SEGMENTS = ['seg_a', 'seg_b'] as const;
const SKUS = ['p', 'q', '1', 'TEA-1'];

export interface ModelShop {
  readonly actor: Actor;
  readonly journeyIds: readonly Id<'jrn'>[];
  readonly segments: ReadonlyMap<string, ReadonlySet<string>>;
  readonly products: ReadonlyMap<string, Product>;
}

export async function prepareModelShop(journeys: number, random: Random): Promise<ModelShop> {
  const { actor } = await freshWorkspace();
  const journeyIds: Id<'jrn'>[] = [];
  while (journeyIds.length < journeys) {
    journeyIds.push(unwrap(await createJourney(actor, { name: 'Model' })).id);
  }
  const few = () => Math.floor(random() * 3);
  const stocked = SKUS.filter(() => random() < 0.7).map(
    (sku) => [sku, { stock: few(), price: few() }] as const,
  );
  const people = new Map<Id<'cus'>, ReadonlySet<string>>();
  for (const name of CUSTOMERS) {
    const id = await addCustomer(actor, { 'user-id': name });
    people.set(id, new Set(SEGMENTS.filter(() => random() < 0.5)));
  }
  await stock(actor, stocked, people);
  return { actor, journeyIds, segments: people, products: new Map(stocked) };
}

async function stock(
  { workspaceId }: Actor,
  stocked: readonly (readonly [string, Product])[],
  people: ReadonlyMap<Id<'cus'>, ReadonlySet<string>>,
): Promise<void> {
  const at = now();
  const about = { workspaceId, createdAt: at };
  const goods = stocked.map(([sku, has]) => ({
    ...has,
    workspaceId,
    sku,
    name: sku,
    category: '',
    updatedAt: at,
  }));
  const members = [...people].flatMap(([customerId, ids]) =>
    SEGMENTS.filter((id) => ids.has(id)).map((segmentId) => ({
      workspaceId,
      segmentId,
      customerId,
      enteredAt: at,
    })),
  );
  await inWorkspace(workspaceId, async (tx) => {
    await tx.insert(couponPools).values({ ...about, id: 'cpl_1', name: 'Pool' });
    await tx.insert(segments).values(SEGMENTS.map((id) => ({ ...about, id, name: id, updatedAt: at })));
    if (goods.length > 0) await tx.insert(products).values(goods);
    if (members.length > 0) await tx.insert(segmentMembers).values(members);
  });
}

/** The drawing with the real ids of the journeys it starts. */
export function addressed(document: JourneyDocument, journeyIds: readonly Id<'jrn'>[]): JourneyDocument {
  const nodes = document.nodes.map((node) => {
    if (node.type !== 'start-journey' || node.data.journeyId === null) return node;
    const journeyId = journeyIds[Number(node.data.journeyId.slice('jrn_'.length)) - 1] ?? node.data.journeyId;
    return { ...node, data: { ...node.data, journeyId } };
  });
  return { ...document, nodes };
}

/** Makes it the version that enrolls. Drawings by chance start journeys that cannot be, so nobody judges them here. */
export async function goLive(actor: Actor, { journeyId, document }: PublishedDrawing): Promise<void> {
  const judged = { program: compile(document).program, problems: [] };
  const answer = await inWorkspace(actor.workspaceId, async (tx) => {
    await lockPassages(tx, actor);
    const journey = await lockJourney(tx, actor, journeyId);
    if (journey === null) throw new Error(`The journey ${journeyId} is gone.`);
    return publishVersion(tx, actor, journey, { document, judged }, {});
  });
  unwrap(answer);
}
