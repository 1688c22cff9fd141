// Fetches the two sides of a comparison, to show them as one drawing.
'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useStudio } from '@/components/canvas/studio-context';
import { drawingQuery } from '@/lib/queries/versions';
import type { Sides } from './compare';
import { DrawnDiffDialog } from './drawn-diff-dialog';

export function CompareDrawings({ sides, onClose }: { sides: Sides; onClose: () => void }) {
  const t = useTranslations('versions');
  const id = useStudio((studio) => studio.id);
  const before = useQuery(drawingQuery(id, sides.from));
  const after = useQuery(drawingQuery(id, sides.to));
  const nameOf = (side: string) =>
    side === 'draft' ? t('diff.draft') : t('panel.version', { version: Number(side) });
  return (
    <DrawnDiffDialog
      from={nameOf(sides.from)}
      to={nameOf(sides.to)}
      before={before.data}
      after={after.data}
      hasFailed={before.isError || after.isError}
      onClose={onClose}
    />
  );
}
