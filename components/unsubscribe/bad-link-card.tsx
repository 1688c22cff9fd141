// A link that was cut off or changed: says so, and tells nothing about anybody.
import { Unlink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Notice } from './notice';

export function BadLinkCard() {
  const t = useTranslations('unsubscribe');
  return (
    <Notice icon={Unlink} tone="bad" title={t('badTitle')}>
      <p>{t('bad')}</p>
    </Notice>
  );
}
