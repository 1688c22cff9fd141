// A worker that dies in the middle of batches: at a random point the transaction is rolled back, and the batch comes again.
import { serveBatch } from '../engine/serve-batch';
import { plantFaults } from '../fault';
import type { Random } from './random';

class Crash extends Error {}

/** The named points of a batch, in their order; behind `engine.commit` the commit holds and only its answer is lost. */
const POINTS = [
  ...[
    'claim',
    'events',
    'rules',
    'revision',
    'due',
    'appointments',
    'segment-dues',
    'open',
    'customers',
    'entered',
    'facts',
  ],
  ...[
    'attributes',
    'moment-seqs',
    'progress',
    'beginnings',
    'moments',
    'outbox',
    'emitted',
    'arranged',
    'members',
    'segments-arranged',
    'counts',
    'cursors',
    'commit',
  ],
].map((point) => `engine.${point}`);

function plantOne(random: Random): void {
  const point = POINTS[Math.floor(random() * POINTS.length)];
  const when = random() < 0.5 ? 'before' : 'after';
  let isOver = false;
  plantFaults((name) => {
    if (isOver || name !== point) return undefined;
    isOver = true;
    const crash = () => {
      throw new Crash(`${when} ${name}`);
    };
    return { [when]: crash };
  });
}

/**
 * Works until nothing is pending or due, by several workers at once, of which one dies now and then.
 * @returns how often one died
 */
export async function serveThroughCrashes(random: Random, workers: number): Promise<number> {
  let crashes = 0;
  const serve = () =>
    serveBatch().catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
      crashes += 1;
      return true;
    });
  for (let isWorked = true; isWorked; ) {
    if (random() < 0.3) plantOne(random);
    const worked = await Promise.all(Array.from({ length: workers }, serve));
    plantFaults(undefined);
    isWorked = worked.includes(true);
  }
  return crashes;
}
