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
  const errors = useStudio((studio) => studio.problems.counts.error);
  const hasNews = useStudio(isUnpublished);
  const isStill = useStudio(isReadOnly);
  if (isStill) return null;
  const hint = errors > 0 ? t('blocked', { count: errors }) : t(hasNews ? 'hint' : 'upToDate');
  return (
    <>
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
              <span className="-mr-1 tabular rounded-xs bg-on-accent/20 px-1.5 text-xs">
                {t('errors', { count: errors })}
              </span>
            )}
          </Button>
        </span>
      </Tooltip>
      <PublishQuestion isAsking={isAsking} onOpenChange={setAsking} />
    </>
  );
}

interface PublishQuestionProps {
  isAsking: boolean;
  onOpenChange: (isAsking: boolean) => void;
}

function PublishQuestion({ isAsking, onOpenChange }: PublishQuestionProps) {
  const t = useTranslations('canvas.publish');
  const { run, isPending } = useStanding();
  const version = useStudio((studio) => (studio.standing.liveVersion ?? 0) + 1);
  return (
    <Dialog open={isAsking} onOpenChange={onOpenChange}>
      <DialogContent
        title={t('title', { version })}
        description={t(version === 1 ? 'first' : 'next')}
        footer={
          <>
            <Button onClick={() => onOpenChange(false)}>{t('notYet')}</Button>
            <Button
              variant="primary"
              isPending={isPending}
              onClick={() => run('publish', () => onOpenChange(false))}
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
