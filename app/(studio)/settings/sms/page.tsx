// How text messages leave.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SettingsSection } from '@/components/settings/settings-section';
import { SmsForm } from '@/components/settings/sms-form';
import { TestCard } from '@/components/settings/test-card';
import { requireActor } from '@/lib/server/auth/require-actor';
import { findConnection } from '@/lib/server/channels/find-connection';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('sms') };
}

export default async function SmsPage() {
  const connection = await findConnection(await requireActor(), 'sms');
  const t = await getTranslations('settings');
  return (
    <SettingsSection title={t('sections.sms')} description={t('sms.description')}>
      <SmsForm connection={connection} />
      {connection.provider !== 'sandbox' && <TestCard channel="sms" to="" />}
    </SettingsSection>
  );
}
