// An address that leads nowhere.
import { Compass } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export function NotFound() {
  const t = useTranslations('common.notFound');
  return (
    <EmptyState
      className="min-h-[70dvh] justify-center"
      icon={<Compass aria-hidden />}
      heading="h1"
      title={t('title')}
      description={t('description')}
      action={
        <Button asChild variant="primary">
          <Link href="/journeys">{t('action')}</Link>
        </Button>
      }
    />
  );
}
