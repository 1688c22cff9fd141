// What can be done with a segment besides changing it: a copy, and putting it away.
'use client';

import { Archive, Copy, Ellipsis } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMayWrite } from '@/components/shell/role';
import { useAct } from '@/components/shell/use-act';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { toast } from '@/components/ui/toast';
import { archiveSegment, duplicateSegment } from '@/lib/actions/segments';
import type { SegmentDetail } from '@/lib/core/api/segment';

export function SegmentMenu({ segment: { id, name, isArchived } }: { segment: SegmentDetail }) {
  const t = useTranslations('segments');
  const router = useRouter();
  const [isArchiving, setArchiving] = useState(false);
  const duplicate = useAct(duplicateSegment, (copy) => {
    toast.success(t('copied', { name: copy.name }));
    router.push(`/segments/${copy.id}`);
  });
  const archive = useAct(archiveSegment, () => {
    toast.success(t('archived', { name }));
    router.push('/segments');
  });
  if (!useMayWrite() || isArchived) return null;
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button size="icon" aria-label={t('menu', { name })}>
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuItem onSelect={() => duplicate.act({ id, name: t('copyOf', { name }) })}>
            <Copy aria-hidden />
            {t('duplicate')}
          </DropdownMenuItem>
          <DropdownMenuItem variant="danger" onSelect={() => setArchiving(true)}>
            <Archive aria-hidden />
            {t('archive')}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <ConfirmDialog
        open={isArchiving}
        onOpenChange={setArchiving}
        title={t('archiveConfirm.title', { name })}
        description={t('archiveConfirm.description')}
        action={t('archiveConfirm.action')}
        isPending={archive.isPending}
        onConfirm={() => {
          setArchiving(false);
          archive.act({ id });
        }}
      />
    </>
  );
}
