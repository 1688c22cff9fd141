// The foot of a list that goes on: loads the next page when pressed, and says when there is no more.
'use client';

import { useTranslations } from 'next-intl';
import { Button } from './button';

interface LoadMoreProps {
  hasMore: boolean;
  isLoading: boolean;
  onLoadMore: () => void;
}

export function LoadMore({ hasMore, isLoading, onLoadMore }: LoadMoreProps) {
  const t = useTranslations('common');
  if (!hasMore) return null;
  return (
    <div className="flex justify-center border-t p-3">
      <Button variant="ghost" size="sm" isPending={isLoading} onClick={onLoadMore}>
        {t('loadMore')}
      </Button>
    </div>
  );
}
