// A workspace with keys and live journeys, made through the ordinary verbs.
import type { Id } from '@/lib/core/id';
import type { JourneyDocument } from '@/lib/core/journey/document';
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
  readonly owner: Actor;
  readonly journeyIds: readonly Id<'jrn'>[];
}

interface Drawn {
  readonly name: string;
  readonly document: JourneyDocument;
}

/** Before the server under test starts: opens its database and closes it again. */
export async function prepareShop(
  env: Record<string, string>,
  journeys: readonly Drawn[] = chaosJourneys,
): Promise<Shop> {
  const runtime = await startRuntime(env);
  try {
    return await makeShop(journeys);
  } finally {
    await runtime.close();
  }
}

let made = 0;

/** In the runtime of this process. */
export async function makeShop(journeys: readonly Drawn[]): Promise<Shop> {
  made += 1;
  const email = `owner-${process.pid}-${made}@shop.test`;
  const owner = { email, name: 'Owner', passwordHash: 'nobody signs in here' };
  const { workspaceId, ownerId } = await createWorkspace({ name: 'Chaos', owner });
  const actor: Actor = { workspaceId, id: ownerId, name: 'Owner', role: 'owner' };
  const journeyIds: Id<'jrn'>[] = [];
  for (const journey of journeys) {
    const created = accept(await createJourney(actor, journey));
    accept(await publishJourney(actor, { id: created.id }));
    journeyIds.push(created.id);
  }
  const writeKey = accept(await createKey(actor, { kind: 'write', name: 'chaos' })).key;
  const secretKey = accept(await createKey(actor, { kind: 'secret', name: 'chaos' })).key;
  return { workspaceId, writeKey, secretKey, owner: actor, journeyIds };
}

export function accept<Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value {
  if (!result.ok) throw new Error(`The shop could not be prepared: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
