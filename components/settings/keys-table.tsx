// The keys of the workspace, each with its last trace; revoked ones stay, because somebody will ask.
'use client';

import { KeyRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useIsOwner } from '@/components/shell/role';
import { useAct } from '@/components/shell/use-act';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, HeaderCell, Row, Table, TableHead } from '@/components/ui/table';
import { toast } from '@/components/ui/toast';
import { revokeKey } from '@/lib/actions/keys';
import type { KeySummary } from '@/lib/core/api/key';

export function KeysTable({ keys }: { keys: readonly KeySummary[] }) {
  const t = useTranslations('settings.keys');
  const [revoking, setRevoking] = useState<KeySummary | null>(null);
  if (keys.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={<KeyRound aria-hidden />}
          title={t('empty.title')}
          description={t('empty.description')}
        />
      </Card>
    );
  }
  return (
    <Card>
      <Table>
        <TableHead>
          <Row>
            <HeaderCell>{t('columns.name')}</HeaderCell>
            <HeaderCell className="max-sm:hidden">{t('columns.key')}</HeaderCell>
            <HeaderCell className="max-sm:hidden">{t('columns.used')}</HeaderCell>
            <HeaderCell className="max-lg:hidden">{t('columns.created')}</HeaderCell>
            <HeaderCell>
              <span className="sr-only">{t('columns.actions')}</span>
            </HeaderCell>
          </Row>
        </TableHead>
        <tbody>
          {keys.map((key) => (
            <KeyRow key={key.id} entry={key} onRevoke={() => setRevoking(key)} />
          ))}
        </tbody>
      </Table>
      {revoking && <RevokeDialog entry={revoking} onClose={() => setRevoking(null)} />}
    </Card>
  );
}

function KeyRow({ entry, onRevoke }: { entry: KeySummary; onRevoke: () => void }) {
  const t = useTranslations('settings.keys');
  const isOwner = useIsOwner();
  const { kind, name, lastFour, createdAt, lastUsedAt, revokedAt } = entry;
  const shown = `${kind === 'write' ? 'wk' : 'sk'}_…${lastFour}`;
  return (
    <Row className={cn(revokedAt && 'text-muted')}>
      <Cell className="h-15 w-full max-w-0">
        <span className="flex items-center gap-2">
          <span className={cn('truncate font-medium', revokedAt && 'line-through')}>{name}</span>
          <Badge tone={kind === 'write' ? 'entry' : 'warning'}>{t(`kinds.${kind}`)}</Badge>
        </span>
        <code className="mt-0.5 block font-mono text-muted text-xs sm:hidden">{shown}</code>
      </Cell>
      <Cell className="whitespace-nowrap max-sm:hidden">
        <code className="font-mono text-xs">{shown}</code>
      </Cell>
      <Cell className="whitespace-nowrap text-muted max-sm:hidden">
        {lastUsedAt ? <RelativeTime at={lastUsedAt} /> : t('neverUsed')}
      </Cell>
      <Cell className="whitespace-nowrap text-muted max-lg:hidden">
        <RelativeTime at={createdAt} />
      </Cell>
      <Cell className="text-right">
        {revokedAt && <Badge>{t('revoked')}</Badge>}
        {!revokedAt && isOwner && (
          <Button variant="ghost" size="sm" aria-label={t('revokeNamed', { name })} onClick={onRevoke}>
            {t('revoke')}
          </Button>
        )}
      </Cell>
    </Row>
  );
}

function RevokeDialog({ entry: { id, name }, onClose }: { entry: KeySummary; onClose: () => void }) {
  const t = useTranslations('settings.keys');
  const router = useRouter();
  const { act, isPending } = useAct(revokeKey, () => {
    toast.success(t('revokedToast', { name }));
    onClose();
    router.refresh();
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('confirm.title', { name })}
      description={t('confirm.description')}
      action={t('confirm.action')}
      isPending={isPending}
      onConfirm={() => act({ id })}
    />
  );
}
