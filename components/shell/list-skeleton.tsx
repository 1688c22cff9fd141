// A list that is on its way.
import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { Page } from './page';

const widths = ['w-48', 'w-64', 'w-40', 'w-56', 'w-44', 'w-60', 'w-52', 'w-36'] as const;

export function ListRowsSkeleton() {
  return (
    <div aria-hidden>
      {widths.map((width) => (
        <div key={width} className="flex h-14 items-center gap-4 border-b px-4 last:border-b-0">
          <Skeleton className={`h-3.5 max-w-[60%] ${width}`} />
          <Skeleton className="ml-auto h-3.5 w-16" />
          <Skeleton className="h-3.5 w-20 max-sm:hidden" />
        </div>
      ))}
    </div>
  );
}

/** The whole page, while the server reads it. */
export function ListPageSkeleton() {
  const t = useTranslations('common');
  return (
    <Page
      title={<Skeleton className="mt-1.5 h-6 w-36" />}
      description={<Skeleton className="mt-2 h-3.5 w-80 max-w-full" />}
    >
      <span role="status" className="sr-only">
        {t('loading')}
      </span>
      <Skeleton className="mb-3 h-8.5 w-72 max-w-full" />
      <Card>
        <ListRowsSkeleton />
      </Card>
    </Page>
  );
}
