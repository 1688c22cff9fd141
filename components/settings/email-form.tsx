// How e-mails leave: through nothing (the sandbox), a server given here, or the operator's; and who they come from.
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
import { DkimFields } from './dkim-fields';
import { type EmailWay, emailInput, emailSettings } from './email-settings';
import { FormCard } from './form-card';
import { SenderFields } from './sender-fields';
import { ServerFields } from './server-fields';

interface EmailFormProps {
  connection: ConnectionDetail;
  /** Whether the operator has set SMTP_URL. */
  hasOperatorServer: boolean;
}

export function EmailForm({ connection, hasOperatorServer }: EmailFormProps) {
  const t = useTranslations('settings.email');
  const router = useRouter();
  const isOwner = useIsOwner();
  const settings = emailSettings(connection);
  const [way, setWay] = useState<EmailWay>(settings.way);
  const { act, isPending, errorOf } = useAct(saveConnection, () => {
    toast.success(t('saved'));
    router.refresh();
  });
  return (
    <FormCard
      title={t('delivery.title')}
      submit={t('save')}
      isPending={isPending}
      isEditable={isOwner}
      onSubmit={(text) => act(emailInput(way, text))}
    >
      <WayChoice way={way} onWay={setWay} hasOperatorServer={hasOperatorServer} isEditable={isOwner} />
      {way === 'server' && (
        <ServerFields
          server={settings.server}
          hasPassword={connection.secrets.includes('password')}
          errorOf={errorOf}
        />
      )}
      <SenderFields
        sender={settings.sender}
        errorOf={(name) => errorOf(way === 'sandbox' ? `config.sender.${name}` : `config.${name}`)}
      />
      {way !== 'sandbox' && (
        <DkimFields
          dkim={settings.dkim}
          hasKey={connection.secrets.includes('dkimPrivateKey')}
          errorOf={errorOf}
        />
      )}
    </FormCard>
  );
}

interface WayChoiceProps {
  way: EmailWay;
  onWay: (way: EmailWay) => void;
  hasOperatorServer: boolean;
  isEditable: boolean;
}

function WayChoice({ way, onWay, hasOperatorServer, isEditable }: WayChoiceProps) {
  const t = useTranslations('settings.email.delivery');
  const ways: EmailWay[] = hasOperatorServer ? ['sandbox', 'server', 'operator'] : ['sandbox', 'server'];
  return (
    <ChoiceCards
      label={t('way')}
      value={way}
      onValueChange={onWay}
      disabled={!isEditable}
      options={ways.map((value) => ({ value, label: t(`ways.${value}`), hint: t(`wayHints.${value}`) }))}
    />
  );
}
