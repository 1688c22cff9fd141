// The API keys of the workspace.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReferenceLink } from '@/components/reference/reference-link';
import { CreateKeyButton } from '@/components/settings/create-key-button';
import { KeysTable } from '@/components/settings/keys-table';
import { SettingsSection } from '@/components/settings/settings-section';
import { requireActor } from '@/lib/server/auth/require-actor';
import { listKeys } from '@/lib/server/keys/list-keys';
import { valueOrNotFound } from '../../value-or-not-found';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('keys') };
}

export default async function KeysPage() {
  const keys = valueOrNotFound(await listKeys(await requireActor()));
  const t = await getTranslations('settings.keys');
  const actions = (
    <div className="flex shrink-0 flex-wrap gap-2">
      <ReferenceLink />
      <CreateKeyButton />
    </div>
  );
  return (
    <SettingsSection title={t('title')} description={t('description')} actions={actions}>
      <KeysTable keys={keys} />
    </SettingsSection>
  );
}
