// Stands for the defect in the engine that nobody knows yet: it fails on events whose messageId says so.
import { z } from 'zod';
import type { FaultAction } from '../fault';

export const POISON = 'poison';

const Loaded = z.array(
  z.object({ messageId: z.string(), traits: z.record(z.string(), z.unknown()) }).loose(),
);

/** What to do at a point besides breaking it: undefined but where events are loaded. */
export function poisoning(point: string): FaultAction | undefined {
  if (point !== 'engine.events') return undefined;
  return {
    after: (rows) => {
      if (!Array.isArray(rows) || !Loaded.safeParse(rows).success) return;
      for (const row of rows)
        if (row.messageId.startsWith(POISON)) row.traits = new Proxy(row.traits, { get: fail });
    },
  };
}

function fail(): never {
  throw new Error('a defect');
}
