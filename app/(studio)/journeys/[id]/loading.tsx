// The shape of the studio while a journey loads.
import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';

const rows = ['trigger', 'wait', 'message'];

export default function Loading() {
  const t = useTranslations('common');
  return (
    <div role="status" aria-label={t('loading')} className="flex h-full flex-col">
      <div className="flex items-center gap-3 border-b bg-surface px-4 py-3">
        <Skeleton className="h-6 w-56" />
        <Skeleton className="h-6 w-16" />
        <Skeleton className="ml-auto h-8 w-24" />
      </div>
      <div className="flex flex-1 flex-col items-center gap-14 pt-20">
        {rows.map((row) => (
          <Skeleton key={row} className="h-21 w-66 rounded-lg" />
        ))}
      </div>
    </div>
  );
}
