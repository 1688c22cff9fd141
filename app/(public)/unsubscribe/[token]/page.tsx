// Where an unsubscribe link leads: one question and one button, for people who may have never heard of this product.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AskCard } from '@/components/unsubscribe/ask-card';
import { BadLinkCard } from '@/components/unsubscribe/bad-link-card';
import { DoneCard } from '@/components/unsubscribe/done-card';
import { findUnsubscribePage } from '@/lib/server/channels/unsubscribe';

export async function generateMetadata(): Promise<Metadata> {
  return { title: { absolute: (await getTranslations('unsubscribe'))('title') } };
}

export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const found = await findUnsubscribePage(token);
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center px-4 py-12">
      {found === null && <BadLinkCard />}
      {found && !found.isDone && <AskCard token={token} {...found} />}
      {found?.isDone && <DoneCard {...found} />}
    </main>
  );
}
