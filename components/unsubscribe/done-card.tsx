// The answer: it is done, also for those who come back to the link.
import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Notice } from './notice';

interface DoneCardProps {
  brand: string;
  channel: 'email' | 'sms';
  address: string;
}

export function DoneCard({ brand, channel, address }: DoneCardProps) {
  const t = useTranslations('unsubscribe');
  return (
    <Notice icon={CircleCheck} tone="done" brand={brand} title={t('doneTitle')}>
      <p>{t('done', { brand, channel, address })}</p>
      <p>{t('doneHint')}</p>
    </Notice>
  );
}
