// A message as one real customer would get it now, before anything is sent or even published.
import { z } from 'zod';
import { idOf } from '../id';
import { JsonObjectSchema } from '../json';
import { textUpTo } from '../text';

export const PreviewMessage = z.strictObject({
  journeyId: idOf('jrn'),
  nodeId: idOf('nod'),
  type: z.enum(['send-email', 'send-sms']),
  /** The node's data as it is on screen. */
  data: JsonObjectSchema,
  /** The event that starts the journey: its last one supplies the customer and the properties. */
  event: textUpTo(200),
  /** Samples of what the steps before it keep, by name. */
  saved: JsonObjectSchema,
});
export type PreviewMessage = z.infer<typeof PreviewMessage>;

export const MessagePreview = z.object({
  /** Null where no customer is known yet. */
  customerLabel: z.string().nullable(),
  /** As in a message: email has subject and html, sms has text. */
  content: JsonObjectSchema,
});
export type MessagePreview = z.infer<typeof MessagePreview>;
