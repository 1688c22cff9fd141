// Drawings and tests as they come back from the database. After a downgrade there may be some that a newer release has saved:
// whoever comes upon one is told by that name, what was begun is rolled back, and what is stored stays as it is.
import type { z } from 'zod';
import type { Refusal, Result } from '@/lib/core/result';
import { log } from '../log';
import { type CodedRefusal, refusal } from '../refusal';

class NewerRelease extends Error {
  constructor(readonly issue: z.core.$ZodIssue) {
    super(`${issue.path.join('.')}: ${issue.message}`);
  }
}

/** Throws what `refusingNewer` turns into a refusal. */
export function readStored<Schema extends z.ZodType>(schema: Schema, stored: unknown): z.output<Schema> {
  const parsed = schema.safeParse(stored);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw issue ? new NewerRelease(issue) : parsed.error;
}

export async function refusingNewer<Value, No extends Refusal>(
  work: () => Promise<Result<Value, No>>,
): Promise<Result<Value, No | CodedRefusal>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NewerRelease)) throw error;
    const part = error.issue.path.join('.');
    // A later format says so itself; anything else may as well be a defect of ours.
    if (part !== 'format')
      log.error({ error }, 'What is stored cannot be read; a newer release may have saved it');
    return refusal('newer-release', { kind: part === 'format' ? 'format' : 'part', part, field: part });
  }
}
