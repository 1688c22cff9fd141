// Publishes the live drawing once more, because what its experiments deal has changed. People inside stay on their version.

import { parseProgram } from '@/lib/core/engine/parse-program';
import type { Program } from '@/lib/core/engine/program';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../actor';
import { audit } from '../audit';
import type { Tx } from '../db/transaction';
import { changeState } from './change-state';
import type { LockedJourney } from './lock-journey';
import { addVersion, dealtProgram } from './publish-version';
import { readStored } from './read-stored';
import { liveVersionOf } from './standing';

/** The caller holds all lanes and the journey. A journey that is not live or paused is left as it is. */
export async function republish(tx: Tx, actor: Actor, journey: LockedJourney, note: string): Promise<void> {
  const { state } = journey;
  if (state !== 'live' && state !== 'paused') return;
  const live = await liveVersionOf(tx, journey);
  const stored: Program | null = live && parseProgram(live.program);
  if (!live || !stored) return;
  const document = readStored(JourneyDocument, live.document);
  const program = await dealtProgram(tx, journey, document, stored);
  const version = await addVersion(tx, actor, journey, { document, program, note });
  await changeState(tx, journey, { state, liveVersion: version });
  await audit(tx, actor, 'journey.published', journey.id, { version, note });
}
