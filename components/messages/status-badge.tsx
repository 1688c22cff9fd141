// How far a message got, in a word and a colour.
'use client';

import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { MessageStatus } from '@/lib/core/api/message';

const tones: Record<MessageStatus, BadgeTone> = {
  held: 'warning',
  sending: 'info',
  sandboxed: 'flow',
  sent: 'success',
  delivered: 'success',
  failed: 'danger',
  unknown: 'warning',
  refused: 'neutral',
};

export function StatusBadge({ status }: { status: MessageStatus }) {
  const t = useTranslations('messages');
  return (
    <Badge tone={tones[status]} dot title={t(`statusHints.${status}`)}>
      {t(`statuses.${status}`)}
    </Badge>
  );
}
