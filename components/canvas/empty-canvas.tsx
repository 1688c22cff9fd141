// An empty drawing says how to begin.
'use client';

import { Zap } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { NodeMark } from '@/components/nodes/node-mark';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { NodeType } from '@/lib/core/nodes/registry';
import { addStep } from './steps';
import { isReadOnly } from './studio';
import { useChange, useStudio } from './studio-context';

/** What most journeys begin with; the list of steps has the rest. */
const common: readonly NodeType[] = ['event-trigger', 'segment-trigger', 'date-trigger', 'schedule-trigger'];

export function EmptyCanvas() {
  const t = useTranslations('canvas.empty');
  const names = useTranslations('nodes');
  const change = useChange();
  const isStill = useStudio(isReadOnly);
  return (
    <div className="pointer-events-none absolute inset-0 flex items-center justify-center">
      <EmptyState
        className="pointer-events-auto rounded-lg bg-page/80"
        icon={<Zap aria-hidden />}
        title={t('title')}
        description={t('description')}
        action={
          !isStill && (
            <ul className="flex flex-wrap justify-center gap-2" aria-label={t('common')}>
              {common.map((type) => (
                <li key={type}>
                  <Button onClick={() => change(addStep(type, null))}>
                    <NodeMark type={type} size="sm" />
                    {names(`${type}.name`)}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      />
    </div>
  );
}
