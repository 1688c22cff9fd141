// One schema of the API reference.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReferenceFrame } from '@/components/reference/reference-frame';
import { Schema } from '@/components/reference/schemas';
import { openApi } from '@/lib/server/api/open-api';
import { requireActor } from '@/lib/server/auth/require-actor';
import { runtime } from '@/lib/server/runtime';

interface Props {
  params: Promise<{ name: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) };
}

export default async function SchemaPage({ params }: Props) {
  await requireActor();
  const name = decodeURIComponent((await params).name);
  const api = openApi(runtime().env.publicUrl);
  const schema = Object.hasOwn(api.components.schemas, name) ? api.components.schemas[name] : undefined;
  return (
    <ReferenceFrame api={api} chapter="schemas">
      <Schema name={name} schema={schema ?? notFound()} />
    </ReferenceFrame>
  );
}
