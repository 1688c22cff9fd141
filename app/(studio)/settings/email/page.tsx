// How e-mails leave, and from whom.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmailForm } from '@/components/settings/email-form';
import { SettingsSection } from '@/components/settings/settings-section';
import { TestCard } from '@/components/settings/test-card';
import { requireSession } from '@/lib/server/auth/require-actor';
import { findConnection } from '@/lib/server/channels/find-connection';
import { runtime } from '@/lib/server/runtime';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('email') };
}

export default async function EmailPage() {
  const { actor, email } = await requireSession();
  const connection = await findConnection(actor, 'email');
  const t = await getTranslations('settings');
  return (
    <SettingsSection title={t('sections.email')} description={t('email.description')}>
      <EmailForm connection={connection} hasOperatorServer={runtime().env.smtpUrl !== null} />
      {connection.provider !== 'sandbox' && <TestCard channel="email" to={email} />}
    </SettingsSection>
  );
}
