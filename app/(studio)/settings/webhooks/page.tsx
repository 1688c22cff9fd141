// What happens to webhooks.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SettingsSection } from '@/components/settings/settings-section';
import { WebhookForm } from '@/components/settings/webhook-form';
import { requireActor } from '@/lib/server/auth/require-actor';
import { findConnection } from '@/lib/server/channels/find-connection';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('webhooks') };
}

export default async function WebhooksPage() {
  const connection = await findConnection(await requireActor(), 'webhook');
  const t = await getTranslations('settings');
  return (
    <SettingsSection title={t('sections.webhooks')} description={t('webhooks.description')}>
      <WebhookForm connection={connection} />
    </SettingsSection>
  );
}
