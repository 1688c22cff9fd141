// A workspace of its own for every test, so that tests never meet.

import type { Actor } from '../actor';
import { createWorkspace } from '../workspace/create-workspace';

let made = 0;

export async function freshWorkspace(): Promise<{ workspaceId: Actor['workspaceId']; actor: Actor }> {
  made += 1;
  const { workspaceId, ownerId } = await createWorkspace({
    name: `Test shop ${made}`,
    owner: {
      email: `owner-${process.pid}-${made}@shop.test`,
      name: 'Olive Owner',
      passwordHash: 'not-a-password',
    },
  });
  return { workspaceId, actor: { workspaceId, id: ownerId, name: 'Olive Owner', role: 'owner' } };
}
