// How many are in day by day, and how many came and left.
'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { BarChart } from '@/components/charts/bar-chart';
import { LineChart } from '@/components/charts/line-chart';
import { ListFailure } from '@/components/shell/list-failure';
import { Card, CardBody } from '@/components/ui/card';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Skeleton } from '@/components/ui/skeleton';
import { segmentHistoryQuery } from '@/lib/queries/segment-charts';
import { figureAddress } from './figure-address';

const spans = ['14', '30', '90', '365'] as const;

export function HistoryCharts({ id }: { id: string }) {
  const t = useTranslations('segments.charts');
  const format = useFormatter();
  const [span, setSpan] = useState<(typeof spans)[number]>('30');
  const { data, error, refetch } = useQuery(segmentHistoryQuery(id, Number(span)));
  const days = data?.data ?? [];
  const places = days.map(({ day }) => ({
    label: format.dateTime(new Date(`${day}T12:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  }));
  const sizes = days.map(({ day, size }, index) => ({
    value: size,
    isUnfinished: index === days.length - 1,
    ...figureAddress(id, 'inside', day, size ?? 0),
  }));
  const movesOf = (move: 'entered' | 'left') =>
    days.map((day, index) => ({
      value: day[move],
      isUnfinished: index === days.length - 1,
      ...figureAddress(id, move, day.day, day[move]),
    }));
  return (
    <Card>
      <CardBody className="pt-5">
        <SegmentedControl
          className="mb-4"
          label={t('span')}
          value={span}
          onValueChange={setSpan}
          options={spans.map((value) => ({ value, label: t('days', { days: Number(value) }) }))}
        />
        {error && <ListFailure error={error} onRetry={() => refetch()} />}
        {!data && !error && <Skeleton className="h-64" />}
        {data && (
          <div className="grid gap-8 lg:grid-cols-2">
            <LineChart
              title={t('size.title')}
              definition={t('size.definition')}
              placeTitle={t('day')}
              places={places}
              unit="count"
              series={[{ id: 'size', label: t('size.people'), points: sizes }]}
            />
            <BarChart
              title={t('moves.title')}
              definition={t('moves.definition')}
              placeTitle={t('day')}
              places={places}
              unit="count"
              series={[
                {
                  id: 'entered',
                  label: t('moves.entered'),
                  tone: 'entry',
                  points: movesOf('entered'),
                },
                { id: 'left', label: t('moves.left'), tone: 'person', points: movesOf('left') },
              ]}
            />
          </div>
        )}
      </CardBody>
    </Card>
  );
}
