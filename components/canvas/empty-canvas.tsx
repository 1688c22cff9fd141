// An empty drawing says how to begin.
'use client';

import { Zap } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { addStep } from './steps';
import { isReadOnly } from './studio';
import { useChange, useStudio } from './studio-context';

export function EmptyCanvas() {
  const t = useTranslations('canvas.empty');
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
            <Button variant="primary" onClick={() => change(addStep('event-trigger', null))}>
              {t('action')}
            </Button>
          )
        }
      />
    </div>
  );
}
