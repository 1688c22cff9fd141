// Who is signed in, and their password.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LanguageCard } from '@/components/settings/language-card';
import { PasswordForm } from '@/components/settings/password-form';
import { SettingsSection } from '@/components/settings/settings-section';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { isLanguageChoice } from '@/lib/i18n/locales';
import { requireSession } from '@/lib/server/auth/require-actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('account') };
}

export default async function AccountPage() {
  const { actor, email } = await requireSession();
  const t = await getTranslations('settings');
  const roles = await getTranslations('shell.roles');
  const facts = [
    { term: t('account.name'), value: actor.name },
    { term: t('account.email'), value: email },
    { term: t('account.role'), value: roles(actor.role) },
  ];
  return (
    <SettingsSection title={t('sections.account')} description={t('account.description')}>
      <Card aria-label={t('account.profile')}>
        <CardHeader title={t('account.profile')} />
        <CardBody>
          <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-y-2 text-sm">
            {facts.map(({ term, value }) => (
              <div key={term} className="contents">
                <dt className="text-muted">{term}</dt>
                <dd className="wrap-anywhere">{value}</dd>
              </div>
            ))}
          </dl>
        </CardBody>
      </Card>
      {isLanguageChoice && <LanguageCard />}
      <PasswordForm />
    </SettingsSection>
  );
}
