// A segment in the list: what it is called, whom it means in words, how many that are.
'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useConditionSentence } from '@/components/condition/use-condition-sentence';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, Row } from '@/components/ui/table';
import type { SegmentSummary } from '@/lib/core/api/segment';
import { Filling } from './filling';

export function SegmentRow({ segment }: { segment: SegmentSummary }) {
  const t = useTranslations('segments');
  const { id, name, description, condition, size, filled, updatedAt } = segment;
  const sentence = useConditionSentence(condition === null ? [] : [condition]);
  return (
    <Row>
      <Cell className="h-15 w-full max-w-0">
        <Link href={`/segments/${id}`} className="stretched block truncate font-medium text-base">
          {name}
        </Link>
        <span className="block truncate text-muted text-xs">
          {description || (condition === null ? t('named') : sentence(condition))}
        </span>
      </Cell>
      <Cell isNumeric className="whitespace-nowrap">
        <span className="block">{t(filled < 1 ? 'peopleYet' : 'people', { count: size })}</span>
        <Filling filled={filled} className="justify-end" />
      </Cell>
      <Cell className="whitespace-nowrap text-muted max-md:hidden">
        <RelativeTime at={updatedAt} />
      </Cell>
    </Row>
  );
}
