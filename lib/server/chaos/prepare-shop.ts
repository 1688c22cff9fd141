// A workspace with keys and live journeys, made through the ordinary verbs before the server under test starts.
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { createKey } from '../keys/create-key';
import { startRuntime } from '../start-runtime';
import { createWorkspace } from '../workspace/create-workspace';
import { chaosJourneys } from './journeys';

export interface Shop {
  readonly workspaceId: Id<'wsp'>;
  readonly writeKey: string;
  readonly secretKey: string;
}

export async function prepareShop(env: Record<string, string>): Promise<Shop> {
  const runtime = await startRuntime(env as NodeJS.ProcessEnv);
  try {
    const owner = { email: 'owner@shop.test', name: 'Owner', passwordHash: 'nobody signs in here' };
    const { workspaceId, ownerId } = await createWorkspace({ name: 'Chaos', owner });
    const actor: Actor = { workspaceId, id: ownerId, name: 'Owner', role: 'owner' };
    for (const journey of chaosJourneys) {
      const created = accept(await createJourney(actor, journey));
      accept(await publishJourney(actor, { id: created.id }));
    }
    const writeKey = accept(await createKey(actor, { kind: 'write', name: 'chaos' })).key;
    const secretKey = accept(await createKey(actor, { kind: 'secret', name: 'chaos' })).key;
    return { workspaceId, writeKey, secretKey };
  } finally {
    await runtime.close();
  }
}

function accept<Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value {
  if (!result.ok) throw new Error(`The shop could not be prepared: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
