// The reference of the management API, for whoever automates this workspace: how to begin, and every endpoint by name.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Chapters } from '@/components/reference/chapters';
import { GettingStarted, SendEvents } from '@/components/reference/getting-started';
import { ReferenceFrame } from '@/components/reference/reference-frame';
import { openApi } from '@/lib/server/api/open-api';
import { requireActor } from '@/lib/server/auth/require-actor';
import { runtime } from '@/lib/server/runtime';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reference'))('title') };
}

export default async function ReferencePage() {
  await requireActor();
  const { publicUrl } = runtime().env;
  const api = openApi(publicUrl);
  return (
    <ReferenceFrame api={api}>
      <GettingStarted server={publicUrl} />
      <SendEvents server={publicUrl} />
      <Chapters api={api} />
    </ReferenceFrame>
  );
}
