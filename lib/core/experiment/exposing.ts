// The marks of an experiment on a message in the outbox, read back at the border.
import { z } from 'zod';
import { idOf } from '../id';
import type { JsonObject } from '../json';

const Marks = z.object({
  exposes: z.array(z.strictObject({ nodeId: idOf('nod'), phase: z.number(), arm: z.string() })).default([]),
  isHeldOut: z.boolean().default(false),
});

/** Whom handing it over makes count, and whether it only stands for a message to somebody who is held out. */
export function marksOf(payload: JsonObject): z.infer<typeof Marks> {
  return Marks.parse({ exposes: payload.exposes, isHeldOut: payload.isHeldOut });
}
