// One message in full, opened by its id in the address.
'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ListFailure } from '@/components/shell/list-failure';
import { Sheet } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { messageQuery } from '@/lib/queries/messages';
import { titleOf } from './content';
import { MessageFaces } from './message-faces';
import { MessageFacts } from './message-facts';
import { StatusBadge } from './status-badge';

export function MessageSheet({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const t = useTranslations('messages');
  const {
    data: message,
    error,
    refetch,
  } = useQuery({ ...messageQuery(id ?? ''), enabled: id !== undefined });
  const title = message ? titleOf(message) || t('noSubject') : t('detail.title');
  return (
    <Sheet
      open={id !== undefined}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={<span className="line-clamp-2">{title}</span>}
      description={message && <StatusBadge status={message.status} />}
    >
      {error && <ListFailure error={error} onRetry={() => refetch()} />}
      {!message && !error && <SheetSkeleton />}
      {message && (
        <>
          <MessageFacts message={message} />
          <MessageFaces message={message} />
        </>
      )}
    </Sheet>
  );
}

function SheetSkeleton() {
  return (
    <div className="flex flex-col gap-3 p-5">
      <Skeleton className="h-3.5 w-3/5" />
      <Skeleton className="h-3.5 w-2/5" />
      <Skeleton className="mt-4 h-80" />
    </div>
  );
}
