// The same message from two hundred requests at once, half of them with another body: stored once, worked once, and said so.
import { sql } from 'drizzle-orm';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';
import { freshShop, serveIngest } from '../ingest/testing/serve-ingest';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { welcomeDrawing } from '../testing/drawings';
import { unwrap } from '../testing/unwrap';
import { post, type Reply } from './client';
import { type CrewPlan, withCrew } from './engine-crew';
import type { SuiteReport } from './suite';

export async function sameMessage(posts: number, crew: CrewPlan): Promise<SuiteReport> {
  const { actor, writeKey } = await freshShop();
  const { id } = unwrap(await createJourney(actor, { name: 'Welcome', document: welcomeDrawing() }));
  unwrap(await publishJourney(actor, { id }));
  const server = await serveIngest();
  const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
  const replies: (Reply | null)[] = [];
  const { failures } = await withCrew(crew, async () => {
    const one = async (index: number) => {
      const event = { type: 'track', event: 'Signed Up', messageId: 'same', userId: 'ada' };
      const batch = [{ ...event, properties: { half: index % 2 } }];
      replies.push(await post(`${server.url}/v1/batch`, authorization, JSON.stringify({ batch })));
    };
    await Promise.all(Array.from({ length: posts }, (_, index) => one(index)));
  });
  await server.close();
  return judge(posts, replies, await storedIn(actor), failures);
}

interface Stored {
  readonly events: number;
  readonly entered: number;
  readonly refused: number;
}

async function storedIn({ workspaceId }: Actor): Promise<Stored | undefined> {
  const [found] = await inWorkspace(workspaceId, (tx) =>
    rows<Stored>(
      tx,
      sql`
        select (select count(*)::int from events) as events,
          (select count(*)::int from enrollments) as entered,
          (select count(*)::int from decisions where code = 'already-in-journey') as refused`,
    ),
  );
  return found;
}

function judge(
  posts: number,
  replies: readonly (Reply | null)[],
  found: Stored | undefined,
  failures: readonly string[],
): SuiteReport {
  const codes = replies.flatMap((reply) => reply?.results.map(({ code = '' }) => code) ?? []);
  const of = (code: string) => codes.filter((one) => one === code).length;
  const unanswered = replies.filter((reply) => reply === null).length;
  const figures = { posts, duplicates: of('duplicate'), otherBodies: of('duplicate-with-other-body') };
  const isOnce = found?.events === 1 && found.entered === 1 && found.refused === 0;
  const isSaid = figures.duplicates === posts / 2 - 1 && figures.otherBodies === posts / 2;
  return {
    figures,
    violations: [
      ...failures,
      ...(isOnce ? [] : [`P3 the same message came to ${JSON.stringify(found)}`]),
      ...(isSaid ? [] : [`P3 ${posts} posts were answered with ${JSON.stringify(figures)}`]),
      ...(unanswered === 0 ? [] : [`P2 ${unanswered} posts were not answered`]),
    ],
  };
}
