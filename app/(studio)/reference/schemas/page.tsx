// The schemas of the API reference, by name.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReferenceFrame } from '@/components/reference/reference-frame';
import { Schemas } from '@/components/reference/schemas';
import { openApi } from '@/lib/server/api/open-api';
import { requireActor } from '@/lib/server/auth/require-actor';
import { runtime } from '@/lib/server/runtime';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reference.schemas'))('title') };
}

export default async function SchemasPage() {
  await requireActor();
  const api = openApi(runtime().env.publicUrl);
  return (
    <ReferenceFrame api={api} chapter="schemas">
      <Schemas api={api} />
    </ReferenceFrame>
  );
}
