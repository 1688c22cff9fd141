// A line of a comparison: where it runs, the name of its exit, and a sign where it is new or gone.
'use client';

import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { ExitChip } from '@/components/canvas/exit-chip';
import { corners, pathThrough } from '@/components/canvas/route';
import { cn } from '@/components/ui/cn';
import { RoundSign } from '@/components/ui/round-sign';
import type { DiffMark } from '@/lib/core/journey/drawn-diff';
import type { DiffWay as DiffWayShape } from './diff-flow';
import { markLooks } from './diff-mark';

const looks = {
  added: { line: 'way-added', sign: 'bg-success text-surface' },
  removed: { line: 'way-removed', sign: 'bg-danger text-surface' },
  changed: { line: '', sign: '' },
} as const;

function Way({ data }: EdgeProps<DiffWayShape>) {
  if (!data) return null;
  // By the layout, not by measured handles: the dialog may still be growing while they are measured.
  const { start, end, course, node, exit, mark, isNamed, isOpen } = data;
  const path = pathThrough(corners(start, end, course));
  return (
    <>
      <BaseEdge
        path={path}
        interactionWidth={0}
        className={cn('way', isOpen && 'way-open', mark && looks[mark].line)}
      />
      <EdgeLabelRenderer>
        <div
          className="absolute top-0 left-0 flex max-w-39 flex-col items-center gap-2"
          style={{ transform: `translate(${course.label.x}px, ${course.label.y}px) translate(-50%, -50%)` }}
        >
          {isNamed && <ExitChip node={node} exit={exit.id} />}
          {mark && <Sign mark={mark} />}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}

function Sign({ mark }: { mark: DiffMark }) {
  const t = useTranslations('versions.diff');
  return (
    <RoundSign
      icon={markLooks[mark].icon}
      label={t(mark === 'added' ? 'newLine' : 'goneLine')}
      className={cn('pointer-events-auto', looks[mark].sign)}
    />
  );
}

export const DiffWay = memo(Way);
