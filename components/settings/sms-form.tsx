// How text messages leave: through nothing (the sandbox), or Twilio.
'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useIsOwner } from '@/components/shell/role';
import { useAct } from '@/components/shell/use-act';
import { ChoiceCards } from '@/components/ui/choice-cards';
import { toast } from '@/components/ui/toast';
import { saveConnection } from '@/lib/actions/connections';
import type { ConnectionDetail } from '@/lib/core/api/connection';
import type { ConnectionInput } from './email-settings';
import { FormCard } from './form-card';
import { TwilioFields } from './twilio-fields';

type SmsWay = 'sandbox' | 'twilio';
const ways = ['sandbox', 'twilio'] as const satisfies SmsWay[];

export function SmsForm({ connection }: { connection: ConnectionDetail }) {
  const t = useTranslations('settings.sms');
  const router = useRouter();
  const isOwner = useIsOwner();
  const [way, setWay] = useState<SmsWay>(connection.provider === 'twilio' ? 'twilio' : 'sandbox');
  const { act, isPending, errorOf } = useAct(saveConnection, () => {
    toast.success(t('saved'));
    router.refresh();
  });
  return (
    <FormCard
      title={t('title')}
      submit={t('save')}
      isPending={isPending}
      isEditable={isOwner}
      onSubmit={(text) => act(smsInput(way, text))}
    >
      <ChoiceCards
        label={t('way')}
        value={way}
        onValueChange={setWay}
        disabled={!isOwner}
        options={ways.map((value) => ({ value, label: t(`ways.${value}`), hint: t(`wayHints.${value}`) }))}
      />
      {way === 'twilio' && <TwilioFields connection={connection} errorOf={errorOf} />}
    </FormCard>
  );
}

/** An empty token keeps the stored one. */
function smsInput(way: SmsWay, text: (name: string) => string): ConnectionInput {
  if (way === 'sandbox') return { provider: 'sandbox', channel: 'sms', config: {} };
  const authToken = text('authToken');
  return {
    provider: 'twilio',
    channel: 'sms',
    config: {
      accountSid: text('accountSid').trim(),
      from: text('from').trim(),
      messagingServiceSid: text('messagingServiceSid').trim(),
      baseUrl: text('baseUrl').trim() || null,
    },
    ...(authToken && { secret: { authToken } }),
  };
}
