// One version: what it is, who is in it, and what can be done with it.
'use client';

import { Ellipsis, Eye, GitCompare, RotateCcw, Undo2, Upload } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { isReadOnly } from '@/components/canvas/studio';
import { useStudio } from '@/components/canvas/studio-context';
import { useUndoPublish } from '@/components/canvas/use-undo-publish';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { RelativeTime } from '@/components/ui/relative-time';
import type { VersionSummary } from '@/lib/core/api/version';
import { useRestoreVersion } from './use-restore-version';

interface VersionRowProps {
  version: VersionSummary;
  onCompare: () => void;
  onPublish: () => void;
}

export function VersionRow({ version, onCompare, onPublish }: VersionRowProps) {
  const t = useTranslations('versions.panel');
  const { version: number, note, publishedBy, publishedAt, isLive, people, moves, undoneAt } = version;
  const hasMoved = moves !== null && moves.moved + moves.retimed + moves.exited > 0;
  return (
    <li className="flex items-start gap-3 px-5 py-3.5 max-sm:px-4">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold text-sm">{t('version', { version: number })}</span>
          {isLive && <Badge tone="success">{t('live')}</Badge>}
          {undoneAt && <Badge>{t('undone')}</Badge>}
        </p>
        {note && <p className="mt-0.5 break-words text-sm">{note}</p>}
        <p className="mt-0.5 text-muted text-xs">
          {t.rich('by', { who: publishedBy, when: () => <RelativeTime key="when" at={publishedAt} /> })}
        </p>
        <p className="tabular mt-0.5 text-muted text-xs">{t('people', { count: people })}</p>
        {hasMoved && <p className="tabular mt-0.5 text-muted text-xs">{t('moves', { ...moves })}</p>}
        {version.undoUntil && <Undo until={version.undoUntil} />}
      </div>
      <Actions number={number} onCompare={onCompare} onPublish={onPublish} />
    </li>
  );
}

function Undo({ until }: { until: string }) {
  const t = useTranslations('versions.undo');
  const format = useFormatter();
  const isStill = useStudio(isReadOnly);
  const { undo, isPending } = useUndoPublish();
  if (isStill) return null;
  return (
    <p className="mt-2 flex items-center gap-2.5">
      <Button size="sm" isPending={isPending} onClick={undo}>
        <Undo2 aria-hidden />
        {t('action')}
      </Button>
      <span className="text-muted text-xs">
        {t('until', { time: format.dateTime(new Date(until), 'shortTime') })}
      </span>
    </p>
  );
}

function Actions({ number, onCompare, onPublish }: { number: number } & Omit<VersionRowProps, 'version'>) {
  const t = useTranslations('versions.panel');
  const id = useStudio((studio) => studio.id);
  const isStill = useStudio(isReadOnly);
  const { restore } = useRestoreVersion();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={t('actions', { version: number })}>
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuItem asChild>
          <Link href={`/journeys/${id}/versions/${number}`}>
            <Eye aria-hidden />
            {t('openVersion')}
          </Link>
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={onCompare}>
          <GitCompare aria-hidden />
          {t('compare')}
        </DropdownMenuItem>
        {!isStill && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem onSelect={() => restore(number)}>
              <RotateCcw aria-hidden />
              {t('restore')}
            </DropdownMenuItem>
            <DropdownMenuItem onSelect={() => restore(number, onPublish)}>
              <Upload aria-hidden />
              {t('restorePublish')}
            </DropdownMenuItem>
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
