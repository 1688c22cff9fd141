// What a segment's members are like: who they are, what they buy, how they are reached, when they come by.
'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { BarChart } from '@/components/charts/bar-chart';
import { ListFailure } from '@/components/shell/list-failure';
import { Card, CardBody } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import type { SegmentDetail } from '@/lib/core/api/segment';
import { segmentPersonaQuery } from '@/lib/queries/segment-charts';
import { figureAddress } from './figure-address';
import { PersonaAttributes } from './persona-attributes';
import { PersonaChannels } from './persona-channels';
import type { PersonaPartProps } from './persona-part';
import { PersonaProducts } from './persona-products';

interface PersonaProps {
  segment: SegmentDetail;
}

export function Persona({ segment }: PersonaProps) {
  const t = useTranslations('segments.persona');
  const { data, error, refetch } = useQuery(segmentPersonaQuery(segment.id));
  if (error) return <ListFailure error={error} onRetry={() => refetch()} />;
  if (!data) return <Skeleton className="h-96" />;
  if (data.lookedAt === 0) return <p className="py-10 text-center text-muted text-sm">{t('nobody')}</p>;
  return (
    <>
      <p className="mb-4 text-muted text-sm">
        {t(data.lookedAt === data.size ? 'ofAll' : 'ofSome', { count: data.lookedAt })}
      </p>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <PersonaAttributes segment={segment} persona={data} />
        <div className="flex flex-col gap-4">
          <PersonaProducts segment={segment} persona={data} />
          <PersonaChannels segment={segment} persona={data} />
        </div>
        <Times segment={segment} persona={data} />
      </div>
    </>
  );
}

function Times({ segment, persona: { hours, weekdays } }: PersonaPartProps) {
  const t = useTranslations('segments.persona.times');
  const format = useFormatter();
  // The first of January 2024 was a Monday.
  const dayName = (index: number) =>
    format.dateTime(new Date(Date.UTC(2024, 0, 1 + index, 12)), { weekday: 'short', timeZone: 'UTC' });
  const points = (figure: 'hour' | 'weekday', counts: readonly number[]) =>
    counts.map((value, index) => ({
      value,
      ...figureAddress(segment.id, figure, String(figure === 'hour' ? index : index + 1), value),
    }));
  return (
    <Card className="md:col-span-2">
      <CardBody className="grid gap-8 pt-5 lg:grid-cols-2">
        <BarChart
          title={t('hours')}
          definition={t('definition')}
          placeTitle={t('hour')}
          places={hours.map((_, hour) => ({ label: String(hour) }))}
          unit="count"
          emptyText={t('none')}
          series={[{ id: 'hours', label: t('events'), points: points('hour', hours) }]}
        />
        <BarChart
          title={t('weekdays')}
          definition={t('definition')}
          placeTitle={t('weekday')}
          places={weekdays.map((_, index) => ({ label: dayName(index) }))}
          unit="count"
          emptyText={t('none')}
          series={[{ id: 'weekdays', label: t('events'), points: points('weekday', weekdays) }]}
        />
      </CardBody>
    </Card>
  );
}
