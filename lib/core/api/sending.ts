// The order of journeys, as the API and the studio set it. The sending rules themselves are in core/policy.
import { z } from 'zod';
import { idOf } from '../id';

export const Priority = z
  .number()
  .int()
  .min(-100)
  .max(100)
  .describe('Where two journeys want the same customer’s attention, the higher one sends first.');

export const SetPriority = z.strictObject({ id: idOf('jrn'), priority: Priority });
export type SetPriority = z.infer<typeof SetPriority>;

export const JourneyPriority = z.object({ id: idOf('jrn'), priority: Priority });
export type JourneyPriority = z.infer<typeof JourneyPriority>;
