// An old version of a journey, as it was published: the studio without a pen. Of one that a newer release has published,
// what can be told.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { JourneyStudio } from '@/components/canvas/journey-studio';
import { NewerVersion } from '@/components/versions/newer-version';
import { VersionRef } from '@/lib/core/api/version';
import { requireActor } from '@/lib/server/auth/require-actor';
import { findJourneySummary } from '@/lib/server/journeys/find-journey-summary';
import { findNewerVersion } from '@/lib/server/journeys/find-newer-version';
import { findVersion } from '@/lib/server/journeys/find-version';
import { refusingNewer } from '@/lib/server/journeys/read-stored';
import { valueOrNotFound } from '../../../../value-or-not-found';
import { studioActions } from '../../studio-actions';

interface Props {
  params: Promise<{ id: string; version: string }>;
}

const load = cache(async (id: string, version: string) => {
  const actor = await requireActor();
  const ref = VersionRef.safeParse({ id, version });
  if (!ref.success) notFound();
  const journey = valueOrNotFound(await findJourneySummary(actor, { id: ref.data.id }));
  const found = await refusingNewer(() => findVersion(actor, ref.data));
  if (found.ok) return { kind: 'known' as const, journey, version: found.value };
  if (found.refusal.code !== 'newer-release') notFound();
  const newer = valueOrNotFound(await findNewerVersion(actor, ref.data));
  return { kind: 'newer' as const, journey, version: newer, part: found.refusal.field };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, version } = await params;
  const { journey } = await load(id, version);
  return { title: `${journey.name} (${version})` };
}

export default async function VersionPage({ params }: Props) {
  const { id, version: number } = await params;
  const loaded = await load(id, number);
  const { journey } = loaded;
  if (loaded.kind === 'newer') {
    return <NewerVersion journeyName={journey.name} version={loaded.version} part={loaded.part} />;
  }
  const { version } = loaded;
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
