// A row for a segment, for tests that put it straight into the table. Without a condition its members are named one by one.
import type { segments } from '@/drizzle/schema';
import type { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { now } from '../clock';

export function aSegment(
  workspaceId: Id<'wsp'>,
  id: Id<'seg'>,
  condition: Condition | null = null,
): typeof segments.$inferInsert {
  const at = now();
  // A condition is plain data; its type has no index signature.
  const stored = condition as unknown as JsonObject | null;
  return { workspaceId, id, name: id, condition: stored, createdAt: at, updatedAt: at };
}
