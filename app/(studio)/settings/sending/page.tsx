// The sending rules: caps, quiet hours, speed and holdout, and whom quiet hours cannot place.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { SendingForm } from '@/components/sending/sending-form';
import { ZonesNotice } from '@/components/sending/zones-notice';
import { SettingsSection } from '@/components/settings/settings-section';
import { requireActor } from '@/lib/server/auth/require-actor';
import { now } from '@/lib/server/clock';
import { findDelivery } from '@/lib/server/delivery/find-delivery';
import { unknownZones } from '@/lib/server/delivery/unknown-zones';
import { findDraw } from '@/lib/server/holdout/find-draw';
import { valueOrNotFound } from '../../value-or-not-found';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('sending') };
}

export default async function SendingPage() {
  const actor = await requireActor();
  const rules = valueOrNotFound(await findDelivery(actor));
  const { percent, drawnAt, redrawFrom } = valueOrNotFound(await findDraw(actor));
  const isDrawn = percent > 0 && drawnAt !== null && redrawFrom !== null;
  const draw = isDrawn ? { drawnAt, redrawFrom, mayRedraw: Date.parse(redrawFrom) <= now().getTime() } : null;
  const t = await getTranslations('sending');
  return (
    <SettingsSection title={t('title')} description={t('description')}>
      {rules.quietHours.isOn && (
        <Suspense>
          <UnknownZones />
        </Suspense>
      )}
      <SendingForm rules={rules} draw={draw} />
    </SettingsSection>
  );
}

/** Reads every customer once, so the form does not wait for it. */
async function UnknownZones() {
  return <ZonesNotice {...valueOrNotFound(await unknownZones(await requireActor()))} />;
}
