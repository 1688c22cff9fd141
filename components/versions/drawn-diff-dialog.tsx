// Two drawings compared on one canvas, and beside it the list of all that differs, each line leading to its card.
'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { drawnDiff, isSameDrawing } from '@/lib/core/journey/drawn-diff';
import { DiffCanvas } from './diff-canvas';
import { DiffView } from './diff-view';

interface DrawnDiffDialogProps {
  /** What the two drawings are called. */
  from: string;
  to: string;
  /** Undefined while they are fetched. */
  before: JourneyDocument | undefined;
  after: JourneyDocument | undefined;
  hasFailed?: boolean;
  onClose: () => void;
}

export function DrawnDiffDialog({ from, to, before, after, hasFailed, onClose }: DrawnDiffDialogProps) {
  const t = useTranslations('versions.diff');
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        className="sm:top-[4vh] sm:max-w-[min(84rem,calc(100%-2rem))]"
        title={t('sides', { from, to })}
        description={t('legend')}
      >
        {hasFailed && <p role="alert">{t('failed')}</p>}
        {!hasFailed && before && after && <Comparison before={before} after={after} />}
        {!hasFailed && !(before && after) && (
          <p role="status">
            <span className="sr-only">{t('loading')}</span>
            <Skeleton className="h-[60dvh] w-full" />
          </p>
        )}
      </DialogContent>
    </Dialog>
  );
}

function Comparison({ before, after }: { before: JourneyDocument; after: JourneyDocument }) {
  const t = useTranslations('versions.diff');
  const drawn = useMemo(() => drawnDiff(before, after), [before, after]);
  const [shown, setShown] = useState<string | null>(null);
  if (isSameDrawing(drawn)) return <p role="status">{t('nothing')}</p>;
  return (
    <div className="grid gap-4 sm:h-[76dvh] sm:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="overflow-hidden rounded-md border bg-page max-sm:h-[40dvh]">
        <DiffCanvas drawn={drawn} shown={shown} onShow={setShown} />
      </div>
      <div className="sm:overflow-y-auto">
        <DiffView diff={drawn.diff} nodes={drawn.document.nodes} shown={shown} onShow={setShown} />
      </div>
    </div>
  );
}
