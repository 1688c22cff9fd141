// The plus at an exit that leads nowhere: click it to add a step, drag it onto a card to lead there.
'use client';

import { Handle, type NodeProps, Position } from '@xyflow/react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { cn } from '@/components/ui/cn';
import type { OpenExitNode as OpenExitShape } from './flow';
import { PlusButton } from './plus-button';
import { isReadOnly } from './studio';
import { useStudio } from './studio-context';
import { wayId } from './ways';

function OpenExit({ data: { from, exit } }: NodeProps<OpenExitShape>) {
  const t = useTranslations('canvas.openExit');
  const isStill = useStudio(isReadOnly);
  return (
    <div className="flex h-full flex-col items-center gap-1">
      <Handle type="target" position={Position.Top} isConnectable={false} className="card-source" />
      {isStill ? (
        <span className="size-2 rounded-full bg-line-strong" />
      ) : (
        <Handle type="source" position={Position.Bottom} className="exit-handle" isConnectableEnd={false}>
          <PlusButton way={wayId(from, exit.id)} from={from} exit={exit.id} isOpenExit />
        </Handle>
      )}
      <span className={cn('text-2xs', exit.required ? 'text-danger-ink' : 'text-faint')}>
        {exit.required ? t('required') : t('ends')}
      </span>
    </div>
  );
}

export const OpenExitNode = memo(OpenExit);
