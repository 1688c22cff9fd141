// Who calls an endpoint: a secret key, or a signed-in person's cookie. The workspace follows from that and nothing else.
import type { Endpoint } from '@/lib/core/api/endpoint';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { actorOfRequest } from '../auth/actor-of-request';
import { isOurOrigin } from '../auth/is-our-origin';
import { inWorkspace } from '../db/transaction';
import { findKey } from '../keys/find-key';
import { type CodedRefusal, refusal } from '../refusal';

type Caller = Promise<Result<Actor, CodedRefusal>>;

export function callerOf(request: Request, endpoint: Endpoint): Caller {
  const authorization = request.headers.get('authorization');
  return authorization === null ? personOf(request, endpoint) : keyHolderOf(authorization);
}

async function keyHolderOf(authorization: string): Caller {
  const [, key] = /^bearer +(\S+)$/i.exec(authorization.trim()) ?? [];
  if (!key) return refusal('no-credentials');
  const found = await findKey(key);
  if (!found) return refusal('unknown-key');
  if (found.kind === 'write') return refusal('write-key-not-allowed');
  const { workspaceId, id, name } = found;
  return ok({ workspaceId, id, name, role: 'editor' });
}

/** A browser sends its cookie along whoever wrote the page, so a change must come from a page of ours. */
async function personOf(request: Request, endpoint: Endpoint): Caller {
  const actor = await actorOfRequest(request);
  if (!actor) return refusal('no-credentials');
  if (endpoint.access === 'read') return ok(actor);
  const { headers } = request;
  if (!isOurOrigin(headers.get('origin'), headers.get('host'))) return refusal('foreign-origin');
  if (actor.role !== 'viewer') return ok(actor);
  await inWorkspace(actor.workspaceId, (tx) => audit(tx, actor, 'action.refused', endpoint.name));
  return refusal('role-not-allowed');
}
