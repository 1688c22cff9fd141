// Who acts for the demo shop: its owner, as if they had done it by hand.
import { and, eq } from 'drizzle-orm';
import { users } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';

export async function ownerOf(workspaceId: Id<'wsp'>): Promise<Actor> {
  const [owner] = await inWorkspace(workspaceId, (tx) =>
    tx
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(and(eq(users.workspaceId, workspaceId), eq(users.role, 'owner'))),
  );
  if (!owner) throw new Error('The demo workspace has no owner.');
  return { workspaceId, ...owner, role: 'owner' };
}
