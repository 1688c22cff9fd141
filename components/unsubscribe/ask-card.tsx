// The question. The button is a plain form, so that it works without JavaScript and for nobody who only follows links.
import { MailX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from './notice';

interface AskCardProps {
  token: string;
  brand: string;
  channel: 'email' | 'sms';
  address: string;
}

export function AskCard({ token, brand, channel, address }: AskCardProps) {
  const t = useTranslations('unsubscribe');
  return (
    <Notice icon={MailX} tone="ask" brand={brand} title={t('question', { brand, channel })}>
      <p>{t('address', { address })}</p>
      <p>{t('explanation')}</p>
      <form method="post" action={`/u/${token}`} className="mt-3">
        <input type="hidden" name="from" value="page" />
        <Button type="submit" variant="primary" size="lg" className="w-full">
          {t('button')}
        </Button>
      </form>
    </Notice>
  );
}
