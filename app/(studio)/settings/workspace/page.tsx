// The workspace's own settings, and the demo's live traffic.
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { LiveTrafficCard } from '@/components/settings/live-traffic-card';
import { SettingsSection } from '@/components/settings/settings-section';
import { WorkspaceForm } from '@/components/settings/workspace-form';
import { requireActor } from '@/lib/server/auth/require-actor';
import { findWorkspace } from '@/lib/server/workspace/find-workspace';
import { valueOrNotFound } from '../../value-or-not-found';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('workspace') };
}

export default async function WorkspacePage() {
  const workspace = valueOrNotFound(await findWorkspace(await requireActor()));
  const t = await getTranslations('settings');
  const nameOf = new Intl.DisplayNames(await getLocale(), { type: 'currency' });
  const currencies = Intl.supportedValuesOf('currency').map((code) => ({
    code,
    name: `${code} · ${nameOf.of(code)}`,
  }));
  const timeZones = [...new Set(['UTC', workspace.timeZone, ...Intl.supportedValuesOf('timeZone')])].sort();
  return (
    <SettingsSection title={t('sections.workspace')} description={t('workspace.description')}>
      <WorkspaceForm workspace={workspace} timeZones={timeZones} currencies={currencies} />
      <LiveTrafficCard isTrafficLive={workspace.isTrafficLive} />
    </SettingsSection>
  );
}
