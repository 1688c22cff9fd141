// Opens the tests of the journey, and says from afar whether one of them fails on the drawing.
'use client';

import { FlaskConical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import { TestsSheet } from './tests-sheet';
import { useTestRuns } from './use-test-runs';

export function TestsButton() {
  const t = useTranslations('journeyTests.panel');
  const [isOpen, setOpen] = useState(false);
  const { runs = [], failing } = useTestRuns();
  const state = t('state', { count: runs.length, failing: failing.length });
  return (
    <>
      <Tooltip content={state} side="bottom">
        <Button aria-description={state} onClick={() => setOpen(true)}>
          <FlaskConical aria-hidden />
          <span className="max-lg:sr-only">{t('title')}</span>
          {failing.length > 0 && (
            <span
              className="-mr-1 max-sm:-top-2 max-sm:-right-1 tabular rounded-xs bg-danger-soft max-sm:absolute px-1.5 text-danger-ink text-xs"
              aria-hidden
            >
              {t('failingCount', { count: failing.length })}
            </span>
          )}
        </Button>
      </Tooltip>
      <TestsSheet isOpen={isOpen} onOpenChange={setOpen} />
    </>
  );
}
