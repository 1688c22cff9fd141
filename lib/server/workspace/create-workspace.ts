// A new brand: the workspace, its owner and its lanes, in one transaction.
import { lanes, users, workspaces } from '@/drizzle/schema';
import { LANES } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import { audit } from '../audit';
import { now } from '../clock';
import { asSystem, type Tx } from '../db/transaction';
import { newId } from '../new-id';

export interface NewWorkspace {
  readonly name: string;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly owner: { readonly email: string; readonly name: string; readonly passwordHash: string };
}

export interface CreatedWorkspace {
  readonly workspaceId: Id<'wsp'>;
  readonly ownerId: Id<'usr'>;
}

export function createWorkspace(input: NewWorkspace): Promise<CreatedWorkspace> {
  return asSystem((tx) => addWorkspace(tx, input));
}

/** The same within a transaction of the owner that goes on to fill the workspace. */
export async function addWorkspace(tx: Tx, input: NewWorkspace): Promise<CreatedWorkspace> {
  const workspaceId = newId('wsp');
  const ownerId = newId('usr');
  const createdAt = now();
  const { owner, ...workspace } = input;
  await tx.insert(workspaces).values({ ...workspace, workspaceId, createdAt });
  await tx.insert(users).values({ ...owner, workspaceId, id: ownerId, role: 'owner', createdAt });
  const all = Array.from({ length: LANES }, (_, lane) => ({ workspaceId, lane, servedAt: createdAt }));
  await tx.insert(lanes).values(all);
  const actor = { workspaceId, id: ownerId, name: owner.name, role: 'owner' } as const;
  await audit(tx, actor, 'workspace.created', workspaceId);
  return { workspaceId, ownerId };
}
