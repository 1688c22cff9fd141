// How a chart's numbers are reckoned: a small sign beside the title that tells it on hover and focus.
'use client';

import { Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';

export function Definition({ title, text }: { title: string; text: string }) {
  const t = useTranslations('charts');
  return (
    <Tooltip content={text}>
      <Button
        variant="ghost"
        size="icon-sm"
        className="-my-1 text-faint"
        aria-label={t('definition', { title })}
      >
        <Info aria-hidden />
      </Button>
    </Tooltip>
  );
}
