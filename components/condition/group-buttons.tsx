// What can be added to a group: a line, or a group inside it while there is room for one.
'use client';

import { ListPlus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { type Condition, MAX_GROUP_DEPTH, type Test } from '@/lib/core/condition/condition';
import { blankGroup, blankTest } from './blank-test';

interface GroupButtonsProps {
  subject: Test['subject'];
  depth: number;
  /** Whether the group is still empty, so that the first line is what to do next. */
  isBare: boolean;
  onAdd: (part: Condition) => void;
}

export function GroupButtons({ subject, depth, isBare, onAdd }: GroupButtonsProps) {
  const t = useTranslations('forms.condition');
  return (
    <div className="flex gap-1.5">
      <Button size="sm" variant={isBare ? 'secondary' : 'ghost'} onClick={() => onAdd(blankTest(subject))}>
        <Plus aria-hidden />
        {t('addTest')}
      </Button>
      {depth + 1 < MAX_GROUP_DEPTH && (
        <Button size="sm" variant="ghost" onClick={() => onAdd(blankGroup(subject))}>
          <ListPlus aria-hidden />
          {t('addGroup')}
        </Button>
      )}
    </div>
  );
}
