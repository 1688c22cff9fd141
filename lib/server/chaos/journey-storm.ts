// Fifty people publish, pause, resume and redraw one journey at the same moment, while customers come in and workers work:
// what comes of it is a history that could have happened one by one, and everybody inside is whole.

import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../actor';
import { advanceClock } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { freshShop, type IngestServer, serveIngest } from '../ingest/testing/serve-ingest';
import { createJourney } from '../journeys/create-journey';
import { findJourney } from '../journeys/find-journey';
import { pauseJourney } from '../journeys/pause-journey';
import { publishJourney } from '../journeys/publish-journey';
import { resumeJourney } from '../journeys/resume-journey';
import { saveDraft } from '../journeys/save-draft';
import { unwrap } from '../testing/unwrap';
import { type ClientLog, deliver } from './client';
import { type CrewPlan, untilWorked, withCrew } from './engine-crew';
import { type Random, seeded } from './random';
import { AFTER, stormViolations } from './storm-judge';
import type { SuiteReport } from './suite';
import { pick } from './zoned-customers';

const DAY = 86_400_000;
const POSTS = 10;
const GUSTS = 3;

/** All at once, and then as many again in gusts between which workers come to work. */
const gustsOf = (changes: number) => [changes, ...Array<number>(GUSTS).fill(Math.ceil(changes / GUSTS))];

/** Each has another wait, so that each that is published is a version of its own. */
function drawing(minutes: number): JourneyDocument {
  return JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_start', type: 'event-trigger', data: { event: 'Order', key: ['order'] } },
      { id: 'nod_wait', type: 'delay', data: { amount: minutes, unit: 'minutes' } },
      { id: 'nod_exit', type: 'exit', data: {} },
    ],
    edges: [
      { from: 'nod_start', exit: 'next', to: 'nod_wait' },
      { from: 'nod_wait', exit: 'next', to: 'nod_exit' },
    ],
    settings: { reentry: 'unlimited' },
  });
}

export async function journeyStorm(changes: number, crew: CrewPlan, seed: number): Promise<SuiteReport> {
  const random = seeded(seed);
  const { actor, writeKey } = await freshShop();
  const { id } = unwrap(await createJourney(actor, { name: 'Storm', document: drawing(1) }));
  unwrap(await publishJourney(actor, { id }));
  const server = await serveIngest();
  const refused: string[] = [];
  const { waited, failures } = await withCrew(crew, async () => {
    for (const [gust, size] of gustsOf(changes).entries()) {
      const posts = Array.from({ length: POSTS }, (_, index) => order(server, writeKey, `${gust}-${index}`));
      const storm = Array.from({ length: size }, () => change(actor, id, random, refused));
      await Promise.all([...posts, ...storm]);
      await untilWorked();
    }
  });
  unwrap(await resumeJourney(actor, { id }));
  await order(server, writeKey, AFTER);
  await server.close();
  advanceClock(DAY);
  await drainEngine();
  const { versions, violations } = await inWorkspace(actor.workspaceId, stormViolations);
  const stale = refused.filter((code) => code === 'stale-draft').length;
  const other = refused.filter((code) => code !== 'stale-draft');
  return {
    figures: { changes, versions, conflictsRefused: stale, waited },
    violations: [...failures, ...violations, ...other.map((code) => `A change was refused: ${code}`)],
  };
}

async function order(server: IngestServer, writeKey: string, place: string): Promise<void> {
  const log: ClientLog = { accepted: new Set(), refused: new Map() };
  const one = (number: number) => ({
    type: 'track',
    event: 'Order',
    messageId: `order-${place}-${number}`,
    userId: `user-${place.slice(-1)}`,
    properties: { order: `${place}-${number}` },
  });
  for (let number = 0; number < 5; number += 1) await deliver(server.url, writeKey, [one(number)], log);
}

/** Who redraws says what they have seen; who overwrites does not look. */
const kinds = ['publish', 'pause', 'resume', 'redraw', 'redraw', 'overwrite', 'overwrite'] as const;

async function change(actor: Actor, id: Id<'jrn'>, random: Random, refused: string[]): Promise<void> {
  const kind = pick(kinds, random);
  const minutes = 2 + Math.floor(random() * 500);
  const result = await changeBy(kind, actor, id, minutes);
  if (!result.ok) refused.push(result.refusal.code);
}

async function changeBy(kind: (typeof kinds)[number], actor: Actor, id: Id<'jrn'>, minutes: number) {
  if (kind === 'publish') return publishJourney(actor, { id });
  if (kind === 'pause') return pauseJourney(actor, { id });
  if (kind === 'resume') return resumeJourney(actor, { id });
  const { draftRevision } = unwrap(await findJourney(actor, { id }));
  const seen = kind === 'redraw' ? { draftRevision } : {};
  const redrawn = await saveDraft(actor, { id, ...seen, document: drawing(minutes) });
  return redrawn.ok ? publishJourney(actor, { id }) : redrawn;
}
