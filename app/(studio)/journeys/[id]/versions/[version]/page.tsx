// An old version of a journey, as it was published: the studio without a pen.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { JourneyStudio } from '@/components/canvas/journey-studio';
import { VersionRef } from '@/lib/core/api/version';
import { requireActor } from '@/lib/server/auth/require-actor';
import { findJourney } from '@/lib/server/journeys/find-journey';
import { findVersion } from '@/lib/server/journeys/find-version';
import { studioActions } from '../../studio-actions';

interface Props {
  params: Promise<{ id: string; version: string }>;
}

const load = cache(async (id: string, version: string) => {
  const actor = await requireActor();
  const ref = VersionRef.safeParse({ id, version });
  if (!ref.success) notFound();
  const journey = await findJourney(actor, { id: ref.data.id });
  const found = await findVersion(actor, ref.data);
  if (!journey.ok || !found.ok) notFound();
  return { journey: journey.value, version: found.value };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, version } = await params;
  const { journey } = await load(id, version);
  return { title: `${journey.name} (${version})` };
}

export default async function VersionPage({ params }: Props) {
  const { id, version: number } = await params;
  const { journey, version } = await load(id, number);
  const { document } = version;
  // A revision that no draft has: what the server finds wrong with the draft is not said about this drawing.
  const shown = { ...journey, document, draftRevision: 0 };
  return (
    <JourneyStudio
      key={version.version}
      journey={shown}
      live={document}
      canEdit={false}
      actions={studioActions}
      opened={version.version}
    />
  );
}
