// One segment: who is in it, and whom it means.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { SegmentFaces } from '@/components/segments/segment-faces';
import { SegmentMenu } from '@/components/segments/segment-menu';
import { Page } from '@/components/shell/page';
import { SegmentRef } from '@/lib/core/api/segment';
import { requireActor } from '@/lib/server/auth/require-actor';
import { findSegment } from '@/lib/server/segments/find-segment';
import { listMembers } from '@/lib/server/segments/list-members';
import { pageOrEmpty } from '../../page-or-empty';
import { valueOrNotFound } from '../../value-or-not-found';
import { BackLink } from '../back-link';

interface Props {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string) => {
  const ref = SegmentRef.safeParse({ id });
  if (!ref.success) notFound();
  return valueOrNotFound(await findSegment(await requireActor(), ref.data));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).name };
}

export default async function SegmentPage({ params }: Props) {
  const segment = await load((await params).id);
  const members = pageOrEmpty(await listMembers(await requireActor(), { id: segment.id, limit: 50 }));
  return (
    <Page
      back={<BackLink />}
      title={segment.name}
      description={segment.description}
      actions={<SegmentMenu segment={segment} />}
    >
      <SegmentFaces initial={segment} members={members} />
    </Page>
  );
}
