// Publish: says what stands in the way, else opens the question of what it means.
'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import { PublishDialog } from './publish-dialog';
import { isReadOnly, isUnpublished } from './studio';
import { useStudio } from './studio-context';

interface PublishButtonProps {
  isAsking: boolean;
  onAsking: (isAsking: boolean) => void;
}

export function PublishButton({ isAsking, onAsking }: PublishButtonProps) {
  const t = useTranslations('canvas.publish');
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
            onClick={() => onAsking(true)}
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
      <PublishDialog isOpen={isAsking} onOpenChange={onAsking} />
    </>
  );
}
