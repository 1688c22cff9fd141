// A history through the naive model and through the engine in memory, without a database.
import { MemoryShell } from '@/lib/core/journey-test/memory-shell';
import { piecesOf } from '@/lib/core/testing/arbitrary-history';
import { liveVersions } from '@/lib/core/testing/live-versions';
import { NaiveModel } from '@/lib/core/testing/naive-model';
import type { PublishedDrawing } from '@/lib/core/testing/published-drawing';
import { type ModelHistory, modelHistories } from './model-histories';
import { differencesBetween } from './told';

function drawingsAt({ documents, second, at }: ModelHistory, stretch: number): PublishedDrawing[] {
  const first = documents.map((document, index): PublishedDrawing => {
    return { journeyId: `jrn_${index + 1}`, version: 1, document, isEnrolling: true };
  });
  if (stretch < at || at === 0) return first;
  const newest: PublishedDrawing = { journeyId: 'jrn_1', version: 2, document: second, isEnrolling: true };
  return [...first.map((drawing, index) => ({ ...drawing, isEnrolling: index > 0 })), newest];
}

function naively(history: ModelHistory): NaiveModel {
  const model = new NaiveModel();
  for (const [index, stretch] of history.stretches.entries()) {
    model.publish(drawingsAt(history, index));
    for (const piece of piecesOf(stretch)) {
      for (const event of piece) model.event(event);
      model.tick(piece.at(-1)?.receivedAt ?? 0);
    }
    model.tick(stretch.now);
  }
  return model;
}

function batched(history: ModelHistory): MemoryShell {
  const shell = new MemoryShell();
  for (const [index, stretch] of history.stretches.entries()) {
    shell.publish(liveVersions(drawingsAt(history, index)));
    for (const piece of piecesOf(stretch)) shell.batch(piece, piece.at(-1)?.receivedAt ?? 0);
    shell.batch([], stretch.now);
  }
  return shell;
}

/** Where the engine in memory ends elsewhere than the naive model. */
export function memoryViolations(count: number, seed: number): string[] {
  return modelHistories(count, seed).flatMap((history, index) =>
    differencesBetween(naively(history), batched(history)).map(
      (one) => `I15 in memory, history ${index}: ${one}`,
    ),
  );
}

/** So much must happen in a history that is worth a database: in half of those that chance draws, hardly anybody enters. */
const LIVELY = 15;
const CANDIDATES = 8;

/** Histories in which something happens, with the number by which `modelHistories` repeats them. */
export function livelyHistories(count: number, seed: number): (readonly [number, ModelHistory])[] {
  const drawn = [...modelHistories(count * CANDIDATES, seed).entries()];
  return drawn.filter(([, history]) => naively(history).decisions.length >= LIVELY).slice(0, count);
}
