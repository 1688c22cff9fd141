// Ready segments to start from: groups of buyers by the shop's own numbers. Choosing one fills the builder.
'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import type { ReadySegments } from '@/lib/core/api/ready-segments';
import type { Condition } from '@/lib/core/condition/condition';
import { readySegmentsQuery } from '@/lib/queries/segments';
import { RfmGrid } from './rfm-grid';
import { useReadyText } from './use-ready-text';

export interface Start {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly condition: Condition;
}

const families = ['rfm', 'lifecycle', 'channel'] as const;

export function StartFrom({ onStart }: { onStart: (start: Start) => void }) {
  const t = useTranslations('segments.ready');
  const { data } = useQuery(readySegmentsQuery());
  if (!data) return null;
  return (
    <Card aria-labelledby="start-from" className="mb-4">
      <CardHeader id="start-from" title={t('title')} description={noticeOf(t, data)} />
      {data.buyers > 0 && (
        <CardBody className="grid gap-x-8 gap-y-5 md:grid-cols-2 xl:grid-cols-3">
          {families.map((family) => (
            <Family key={family} family={family} ready={data} onStart={onStart} />
          ))}
          <details className="min-w-0 md:col-span-full">
            <summary className="w-fit cursor-pointer rounded-xs text-accent-ink text-sm">
              {t('showGrid')}
            </summary>
            <RfmGrid ready={data} onStart={onStart} />
          </details>
        </CardBody>
      )}
    </Card>
  );
}

function noticeOf(t: ReturnType<typeof useTranslations<'segments.ready'>>, ready: ReadySegments): string {
  if (ready.buyers === 0) return t('noOrders');
  return ready.isEnough ? t('description') : t('few', { buyers: ready.buyers, days: ready.spanDays });
}

interface FamilyProps {
  family: (typeof families)[number];
  ready: ReadySegments;
  onStart: (start: Start) => void;
}

function Family({ family, ready, onStart }: FamilyProps) {
  const t = useTranslations('segments.ready');
  const text = useReadyText();
  const format = useFormatter();
  return (
    <section aria-label={t(`families.${family}`)} className="min-w-0">
      <h3 className="mb-1 font-medium text-muted text-xs">{t(`families.${family}`)}</h3>
      <ul>
        {ready.segments
          .filter((segment) => segment.family === family)
          .map(({ key, condition, people }) => (
            <li key={key} className="border-b last:border-b-0">
              <button
                type="button"
                className="flex w-full items-baseline gap-3 rounded-xs px-1.5 py-1.5 text-left text-sm hover:bg-ink/4"
                onClick={() => onStart({ key: `${family}/${key}`, ...text(key), condition })}
              >
                <span className="shrink-0 font-medium">{text(key).name}</span>
                <span className="min-w-0 flex-1 text-muted text-xs">{text(key).description}</span>
                <span className="tabular shrink-0">{format.number(people)}</span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
}
