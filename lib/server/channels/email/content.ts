// A rendered e-mail as it is stored, shown and sent.
import { z } from 'zod';

export const EmailContent = z.object({
  from: z.object({ name: z.string(), address: z.string() }),
  replyTo: z.string().nullable(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  /** Extra header lines, each name once. */
  headers: z.record(z.string(), z.string()),
});
export type EmailContent = z.infer<typeof EmailContent>;
