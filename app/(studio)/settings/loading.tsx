// The shape of a settings form, at once.
import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';

export default function SettingsLoading() {
  const t = useTranslations('common');
  return (
    <div className="flex flex-col gap-4">
      <span role="status" className="sr-only">
        {t('loading')}
      </span>
      <Skeleton className="h-5 w-40" />
      <Card className="flex flex-col gap-5 p-5">
        <Skeleton className="h-3.5 w-24" />
        <Skeleton className="h-8.5" />
        <Skeleton className="h-3.5 w-32" />
        <Skeleton className="h-8.5" />
        <Skeleton className="h-3.5 w-20" />
        <Skeleton className="h-8.5" />
      </Card>
    </div>
  );
}
