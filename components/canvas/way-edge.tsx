// A line of the journey: where it runs, the name of its exit, the plus on it, and the cut that takes it away.
'use client';

import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { Unlink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { cn } from '@/components/ui/cn';
import { labelSize } from './card-size';
import { ExitChip } from './exit-chip';
import type { WayData, WayEdge as WayEdgeShape } from './flow';
import { PlusButton } from './plus-button';
import { corners, follow, pathThrough } from './route';
import { apply, isReadOnly, nodeAt } from './studio';
import { useChange, useStudio } from './studio-context';
import { wayId } from './ways';

function Way({ data, sourceX, sourceY, targetX, targetY }: EdgeProps<WayEdgeShape>) {
  const isLit = useStudio(
    ({ selected }) => selected !== null && (selected === data?.from || selected === data?.to),
  );
  if (!data) return null;
  const start = { x: sourceX, y: sourceY };
  const end = { x: targetX, y: targetY };
  const course = follow(data.course, { from: data.start, to: start }, { from: data.end, to: end });
  return (
    <>
      <BaseEdge
        path={pathThrough(corners(start, end, course))}
        interactionWidth={0}
        className={cn('way', data.isOpen && 'way-open', isLit && 'way-lit')}
      />
      <EdgeLabelRenderer>
        <div
          className="absolute top-0 left-0"
          style={{ transform: `translate(${course.label.x}px, ${course.label.y}px) translate(-50%, -50%)` }}
        >
          <WayLabel data={data} />
        </div>
      </EdgeLabelRenderer>
    </>
  );
}

function WayLabel({ data: { from, exit, isOpen, isNamed } }: { data: WayData }) {
  const isStill = useStudio(isReadOnly);
  const node = useStudio((studio) => nodeAt(studio, from));
  const { width } = labelSize(isNamed, isOpen);
  return (
    <div
      className="group/way pointer-events-auto relative flex flex-col items-center gap-2"
      style={{ width }}
    >
      {isNamed && <ExitChip node={node} exit={exit.id} />}
      {!isOpen && !isStill && (
        <div className="relative">
          <PlusButton way={wayId(from, exit.id)} from={from} exit={exit.id} />
          <CutButton from={from} exit={exit.id} />
        </div>
      )}
    </div>
  );
}

function CutButton({ from, exit }: { from: WayData['from']; exit: string }) {
  const t = useTranslations('canvas');
  const change = useChange();
  return (
    <span className="absolute top-0 left-full pl-1.5 opacity-0 transition-opacity focus-within:opacity-100 group-hover/way:opacity-100">
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('cut')}
        title={t('cut')}
        className="nodrag nopan flex size-6 items-center justify-center rounded-full border bg-surface text-muted shadow-low hover:border-danger hover:text-danger-ink"
        onClick={() => change(apply({ kind: 'disconnect', from, exit }))}
      >
        <Unlink className="size-3.5" aria-hidden />
      </button>
    </span>
  );
}

export const WayEdge = memo(Way);
