// Why, from the node: how often each reason was given, exactly, and to whom.
import { describe, expect, it } from 'vitest';
import { PersonAtNode, ReasonCounts, type ReasonPeople } from '@/lib/core/api/why';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { now } from '../clock';
import { drainEngine } from '../engine/run-engine';
import { pauseJourney } from '../journeys/pause-journey';
import { resumeJourney } from '../journeys/resume-journey';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { peopleAtNode } from './people-at-node';
import { atLeast, mailDrawing, publishDrawn, tell } from './testing/tell';
import { whyAtNode } from './why-at-node';

async function counted(actor: Actor, id: Id<'jrn'>, nodeId: Id<'nod'> = 'nod_start', from?: string) {
  const counts = unwrap(await whyAtNode(actor, { id, nodeId, from }));
  expect(ReasonCounts.parse(counts)).toEqual(counts);
  const plain = (list: typeof counts.decided) => list.map(({ code, count, people }) => [code, count, people]);
  return { decided: plain(counts.decided), derived: plain(counts.derived) };
}

/** Ada orders for little, twice, and once for much; Bea for much, twice; both once more while the journey is paused. */
async function shop() {
  const { actor } = await freshWorkspace();
  await tell(actor, 'early', { event: 'Ordered', properties: { total: 99 } });
  await drainEngine();
  const id = await publishDrawn(actor, mailDrawing({ filter: atLeast(50) }));
  const order = (who: string, total: number) => tell(actor, who, { event: 'Ordered', properties: { total } });
  for (const total of [10, 20, 60]) await order('ada', total);
  for (const total of [70, 80]) await order('bea', total);
  await tell(actor, 'bea', { event: 'Unrelated' });
  await drainEngine();
  await pauseJourney(actor, { id });
  await order('ada', 90);
  await order('bea', 1);
  await drainEngine();
  await resumeJourney(actor, { id });
  await order('cleo', 90);
  return { actor, id };
}

describe('whyAtNode', () => {
  it('counts what was decided at a trigger, and what became of all other events of its name', async () => {
    const { actor, id } = await shop();
    expect(await counted(actor, id)).toEqual({
      decided: [
        ['entered', 2, 2],
        ['entered-before', 1, 1],
      ],
      derived: [
        ['filter-failed', 2, null],
        ['was-paused', 2, null],
        ['event-pending', 1, null],
        ['was-not-live', 1, null],
      ],
    });
    await drainEngine();
    expect((await counted(actor, id)).decided[0]).toEqual(['entered', 3, 3]);
  });

  it('counts only decisions at any other node, and only in the time that is asked about', async () => {
    const { actor, id } = await shop();
    expect(await counted(actor, id, 'nod_mail')).toEqual({
      decided: [
        ['message-queued', 2, 2],
        ['path-ended', 2, 2],
      ],
      derived: [],
    });
    const later = new Date(now().getTime() + 1).toISOString();
    expect(await counted(actor, id, 'nod_start', later)).toEqual({ decided: [], derived: [] });
  });

  it('shows another workspace nothing', async () => {
    const { id } = await shop();
    const { actor: stranger } = await freshWorkspace();
    const missing = { ok: false, refusal: { code: 'not-found' } };
    expect(await whyAtNode(stranger, { id, nodeId: 'nod_start' })).toMatchObject(missing);
    const asked = { id, nodeId: 'nod_start', code: 'entered', limit: 5 } as const;
    expect(await peopleAtNode(stranger, asked)).toMatchObject(missing);
  });
});

describe('peopleAtNode', () => {
  async function readAll(actor: Actor, id: Id<'jrn'>, code: ReasonPeople['code']) {
    const lines: string[] = [];
    let cursor: string | undefined;
    do {
      const asked = { id, nodeId: 'nod_start', code, limit: 1, cursor } as const;
      const page = unwrap(await peopleAtNode(actor, asked));
      for (const person of page.data) {
        expect(PersonAtNode.parse(person)).toEqual(person);
        lines.push(`${person.customerLabel}: ${person.failed[0]?.actual ?? person.reason}`);
      }
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return lines;
  }

  it('names the people behind a count, newest first, with what each of them failed on', async () => {
    const { actor, id } = await shop();
    expect(await readAll(actor, id, 'filter-failed')).toEqual(['ada: 20', 'ada: 10']);
    expect(await readAll(actor, id, 'was-paused')).toEqual([
      'bea: Did not enter: the journey was paused.',
      'ada: Did not enter: the journey was paused.',
    ]);
    expect(await readAll(actor, id, 'entered')).toEqual([
      'bea: Entered the journey.',
      'ada: Entered the journey.',
    ]);
    expect(await readAll(actor, id, 'held-out')).toEqual([]);
  });
});
