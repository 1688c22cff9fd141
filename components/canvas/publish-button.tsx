// Publish: says what stands in the way, then what is new, then which version is live.
'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Tooltip } from '@/components/ui/tooltip';
import { PublishNews } from './publish-news';
import { isReadOnly, isUnpublished } from './studio';
import { useStudio } from './studio-context';
import { useStanding } from './use-standing';

export function PublishButton() {
  const t = useTranslations('canvas.publish');
  const [isAsking, setAsking] = useState(false);
  const { run, isPending } = useStanding();
  const errors = useStudio((studio) => studio.problems.counts.error);
  const hasNews = useStudio(isUnpublished);
  const version = useStudio((studio) => (studio.standing.liveVersion ?? 0) + 1);
  const isStill = useStudio(isReadOnly);
  if (isStill) return null;
  const hint = errors > 0 ? t('blocked', { count: errors }) : t(hasNews ? 'hint' : 'upToDate');
  return (
    <Dialog open={isAsking} onOpenChange={setAsking}>
      <Tooltip content={hint} side="bottom">
        <span>
          <Button
            variant="primary"
            disabled={errors > 0 || !hasNews}
            aria-description={hint}
            onClick={() => setAsking(true)}
          >
            {t('action')}
            {errors > 0 && (
              <span className="-mr-1 rounded-xs bg-white/20 px-1.5 text-xs tabular">
                {t('errors', { count: errors })}
              </span>
            )}
          </Button>
        </span>
      </Tooltip>
      <DialogContent
        title={t('title', { version })}
        description={t(version === 1 ? 'first' : 'next')}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t('notYet')}</Button>
            <Button
              variant="primary"
              isPending={isPending}
              onClick={() => run('publish', () => setAsking(false))}
            >
              {t('confirm')}
            </Button>
          </>
        }
      >
        <PublishNews />
      </DialogContent>
    </Dialog>
  );
}
