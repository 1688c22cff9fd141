// What happens to webhooks, and the secret they are signed with.
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
import { FormCard } from './form-card';
import { SecretDialog } from './secret-dialog';

type WebhookWay = 'sandbox' | 'http';
const ways = ['sandbox', 'http'] as const satisfies WebhookWay[];

export function WebhookForm({ connection }: { connection: ConnectionDetail }) {
  const t = useTranslations('settings.webhooks');
  const router = useRouter();
  const isOwner = useIsOwner();
  const [way, setWay] = useState<WebhookWay>(connection.provider === 'http' ? 'http' : 'sandbox');
  const [secret, setSecret] = useState<string | null>(null);
  const { act, isPending } = useAct(saveConnection, ({ signingSecret }) => {
    if (signingSecret) setSecret(signingSecret);
    else toast.success(t('saved'));
    router.refresh();
  });
  const hasSecret = connection.secrets.includes('signingSecret');
  return (
    <>
      <FormCard
        title={t('title')}
        submit={t('save')}
        isPending={isPending}
        isEditable={isOwner}
        onSubmit={() => act({ provider: way, channel: 'webhook', config: {} })}
      >
        <ChoiceCards
          label={t('way')}
          value={way}
          onValueChange={setWay}
          disabled={!isOwner}
          options={ways.map((value) => ({ value, label: t(`ways.${value}`), hint: t(`wayHints.${value}`) }))}
        />
        {way === 'http' && (
          <p className="text-sm">
            <span className="font-medium">{t('secret')}</span>{' '}
            <span className="text-muted">{t(hasSecret ? 'secretStored' : 'secretNone')}</span>
          </p>
        )}
      </FormCard>
      {secret && <MadeSecret secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}

function MadeSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useTranslations('settings.webhooks.made');
  return (
    <SecretDialog
      title={t('title')}
      description={t('description')}
      done={t('done')}
      secret={secret}
      onClose={onClose}
    />
  );
}
