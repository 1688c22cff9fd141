// The row at the foot of the canvas: what is wrong, and how much of the drawing is seen.
'use client';

import { useStore as useFlowStore, useReactFlow } from '@xyflow/react';
import { LayoutGrid, Maximize, Minus, Plus, Search } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import { apply, documentOf, isReadOnly } from './studio';
import { useChange, useStudio } from './studio-context';
import { Tool } from './tool';
import { fitOptions } from './use-viewport';

export function ZoomTools({ onFind }: { onFind: () => void }) {
  const t = useTranslations('canvas.tools');
  const format = useFormatter();
  const { zoomIn, zoomOut, zoomTo, fitView } = useReactFlow();
  const zoom = useFlowStore(({ transform }) => transform[2]);
  return (
    <div
      role="toolbar"
      aria-label={t('title')}
      className="flex items-center rounded-sm border bg-surface shadow-mid"
    >
      <Tool label={t('zoomOut')} icon={Minus} onClick={() => void zoomOut({ duration: 160 })} />
      <Tooltip content={t('actualSize')}>
        <Button
          variant="ghost"
          size="sm"
          className="w-13 px-0 tabular max-sm:hidden"
          onClick={() => void zoomTo(1, { duration: 160 })}
        >
          {format.number(zoom, { style: 'percent', maximumFractionDigits: 0 })}
        </Button>
      </Tooltip>
      <Tool label={t('zoomIn')} icon={Plus} onClick={() => void zoomIn({ duration: 160 })} />
      <Tool label={t('fit')} icon={Maximize} onClick={() => void fitView(fitOptions())} />
      <Tool label={t('find')} icon={Search} onClick={onFind} />
      <TidyTool />
    </div>
  );
}

/** Only there while some card stands off its automatic place. */
function TidyTool() {
  const t = useTranslations('canvas.tools');
  const change = useChange();
  const isNudged = useStudio((studio) => documentOf(studio).nodes.some(({ nudge }) => nudge !== undefined));
  const isStill = useStudio(isReadOnly);
  if (!isNudged || isStill) return null;
  return <Tool label={t('tidy')} icon={LayoutGrid} onClick={() => change(apply({ kind: 'tidy' }))} />;
}
