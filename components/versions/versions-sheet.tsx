// The versions of the journey that is open: the list of them, and what differs between any two.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useStudio } from '@/components/canvas/studio-context';
import { ListFailure } from '@/components/shell/list-failure';
import { ListRowsSkeleton } from '@/components/shell/list-skeleton';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadMore } from '@/components/ui/load-more';
import { Sheet } from '@/components/ui/sheet';
import { versionsQuery } from '@/lib/queries/versions';
import { Compare, type Sides } from './compare';
import { VersionRow } from './version-row';

interface VersionsSheetProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Asks about publishing the draft. */
  onPublish: () => void;
}

export function VersionsSheet({ isOpen, onOpenChange, onPublish }: VersionsSheetProps) {
  const t = useTranslations('versions.panel');
  return (
    <Sheet open={isOpen} onOpenChange={onOpenChange} title={t('title')} description={t('description')}>
      {isOpen && (
        <Versions
          onPublish={() => {
            onOpenChange(false);
            onPublish();
          }}
        />
      )}
    </Sheet>
  );
}

function Versions({ onPublish }: { onPublish: () => void }) {
  const t = useTranslations('versions.panel');
  const id = useStudio((studio) => studio.id);
  const live = useStudio((studio) => studio.standing.liveVersion);
  const query = useInfiniteQuery(versionsQuery(id));
  const [sides, setSides] = useState<Sides>({ from: String(live ?? 'draft'), to: 'draft' });
  if (query.isPending) return <ListRowsSkeleton />;
  if (query.isError) return <ListFailure error={query.error} onRetry={() => query.refetch()} />;
  const versions = query.data.pages.flatMap((page) => page.data);
  if (versions.length === 0) return <EmptyState title={t('emptyTitle')} description={t('empty')} />;
  return (
    <>
      <ul className="divide-y border-b">
        {versions.map((version) => (
          <VersionRow
            key={version.version}
            version={version}
            onCompare={() => setSides({ from: String(version.version), to: 'draft' })}
            onPublish={onPublish}
          />
        ))}
      </ul>
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoadMore={() => query.fetchNextPage()}
      />
      <Compare versions={versions.map(({ version }) => version)} sides={sides} onSides={setSides} />
    </>
  );
}
