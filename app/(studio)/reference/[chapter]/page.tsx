// One chapter of the API reference.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Chapter } from '@/components/reference/chapter';
import { chapterAddress } from '@/components/reference/chapter-address';
import { ReferenceFrame } from '@/components/reference/reference-frame';
import { openApi } from '@/lib/server/api/open-api';
import { requireActor } from '@/lib/server/auth/require-actor';
import { runtime } from '@/lib/server/runtime';

interface Props {
  params: Promise<{ chapter: string }>;
}

async function load({ params }: Props) {
  await requireActor();
  const { chapter } = await params;
  const api = openApi(runtime().env.publicUrl);
  const found = api.tags.find(({ name }) => chapterAddress(name) === `/reference/${chapter}`);
  return { api, chapter: found ?? notFound() };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { chapter } = await load(props);
  return { title: `${chapter.name} · ${(await getTranslations('reference'))('title')}` };
}

export default async function ChapterPage(props: Props) {
  const { api, chapter } = await load(props);
  return (
    <ReferenceFrame api={api} chapter={chapter.name}>
      <Chapter api={api} {...chapter} />
    </ReferenceFrame>
  );
}
