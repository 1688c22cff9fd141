// A new brand: the workspace, its owner and its lanes, in one transaction.
import { lanes, users, workspaces } from '@/drizzle/schema';
import { LANES } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import { audit } from '../audit';
import { now } from '../clock';
import { asSystem } from '../db/transaction';
import { newId } from '../new-id';

export interface NewWorkspace {
  readonly name: string;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly owner: { readonly email: string; readonly name: string; readonly passwordHash: string };
}

export async function createWorkspace(
  input: NewWorkspace,
): Promise<{ workspaceId: Id<'wsp'>; ownerId: Id<'usr'> }> {
  const workspaceId = newId('wsp');
  const ownerId = newId('usr');
  const createdAt = now();
  const { owner, ...workspace } = input;
  await asSystem(async (tx) => {
    await tx.insert(workspaces).values({ ...workspace, workspaceId, createdAt });
    await tx.insert(users).values({ ...owner, workspaceId, id: ownerId, role: 'owner', createdAt });
    const all = Array.from({ length: LANES }, (_, lane) => ({ workspaceId, lane, servedAt: createdAt }));
    await tx.insert(lanes).values(all);
    await audit(
      tx,
      { workspaceId, id: ownerId, name: owner.name, role: 'owner' },
      'workspace.created',
      workspaceId,
    );
  });
  return { workspaceId, ownerId };
}
