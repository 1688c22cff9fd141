// The journey that an experiment is drawn into. One that a newer release has saved leads to the page that says so.
import { redirect } from 'next/navigation';
import type { JourneyDetail } from '@/lib/core/api/journey';
import type { Id } from '@/lib/core/id';
import type { Actor } from '@/lib/server/actor';
import { findJourney } from '@/lib/server/journeys/find-journey';
import { refusingNewer } from '@/lib/server/journeys/read-stored';

export async function drawableJourney(actor: Actor, id: Id<'jrn'>): Promise<JourneyDetail | null> {
  const found = await refusingNewer(() => findJourney(actor, { id }));
  if (found.ok) return found.value;
  return found.refusal.code === 'newer-release' ? redirect(`/journeys/${id}`) : null;
}
