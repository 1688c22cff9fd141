// The filters of the messages list.
'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Toolbar } from '@/components/shell/toolbar';
import { Button } from '@/components/ui/button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Select } from '@/components/ui/select';
import type { Channel, MessageStatus } from '@/lib/core/api/message';
import type { MessagesFilter } from '@/lib/queries/messages';

const channels = ['email', 'sms', 'webhook'] as const satisfies Channel[];
const statuses = [
  'sandboxed',
  'held',
  'sending',
  'sent',
  'delivered',
  'failed',
  'unknown',
  'refused',
] as const satisfies MessageStatus[];

export const channelOf = (value: string | undefined) => channels.find((channel) => channel === value);
export const statusOf = (value: string | undefined) => statuses.find((status) => status === value);

interface MessagesToolbarProps {
  filter: MessagesFilter;
  onChange: (changes: Record<string, string | undefined>) => void;
}

export function MessagesToolbar({ filter, onChange }: MessagesToolbarProps) {
  const t = useTranslations('messages');
  const channelNames = useTranslations('common.channels');
  return (
    <Toolbar>
      <SegmentedControl
        label={t('filterChannel')}
        value={filter.channel ?? 'all'}
        onValueChange={(value) => onChange({ channel: value === 'all' ? undefined : value })}
        options={[
          { value: 'all', label: t('allChannels') },
          ...channels.map((value) => ({ value, label: channelNames(value) })),
        ]}
      />
      <Select
        aria-label={t('filterStatus')}
        className="w-44"
        value={filter.status ?? 'any'}
        onValueChange={(value) => onChange({ status: value === 'any' ? undefined : value })}
        options={[
          { value: 'any', label: t('allStatuses') },
          ...statuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
        ]}
      />
      {filter.customer && (
        <Button variant="soft" onClick={() => onChange({ customer: undefined })}>
          {t('onlyCustomer')}
          <X aria-label={t('clearFilter')} />
        </Button>
      )}
      {filter.journey && (
        <Button variant="soft" onClick={() => onChange({ journey: undefined })}>
          {t('onlyJourney')}
          <X aria-label={t('clearFilter')} />
        </Button>
      )}
    </Toolbar>
  );
}
