// What a segment's members are like: who they are, what they buy, how they are reached, when they come by.
'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BarChart } from '@/components/charts/bar-chart';
import { ListFailure } from '@/components/shell/list-failure';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import type { SegmentDetail } from '@/lib/core/api/segment';
import type { SegmentPersona } from '@/lib/core/api/segment-charts';
import { type Condition, EventTest, MessageTest } from '@/lib/core/condition/condition';
import { segmentPersonaQuery } from '@/lib/queries/segment-charts';
import { figureAddress } from './figure-address';
import { peopleLink } from './people-link';
import { ShareRow } from './share-row';

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
        <Attributes segment={segment} persona={data} />
        <div className="flex flex-col gap-4">
          <Products segment={segment} persona={data} />
          <Channels segment={segment} persona={data} />
        </div>
        <Times segment={segment} persona={data} />
      </div>
    </>
  );
}

const recently = { amount: 90, unit: 'days' } as const;

function membersWho({ id }: SegmentDetail, test: Condition): string {
  return peopleLink({ type: 'all', of: [{ type: 'segment', segmentId: id, isMember: true }, test] });
}

type PartProps = PersonaProps & { persona: SegmentPersona };

function Attributes({ segment, persona }: PartProps) {
  const t = useTranslations('segments.persona');
  return (
    <Part title={t('attributes.title')} description={t('attributes.description')}>
      {persona.attributes.length === 0 && <p className="text-muted text-sm">{t('attributes.none')}</p>}
      {persona.attributes.map(({ path, count, values }) => (
        <section key={path.join('.')} className="mb-4 last:mb-0">
          <h3 className="mb-1 flex justify-between text-muted text-xs">
            <span className="font-medium">{path.join('.')}</span>
            {t('known', { share: count / persona.lookedAt })}
          </h3>
          {values.slice(0, 5).map(({ value, count: people }) => (
            <ShareRow
              key={`${typeof value} ${value}`}
              label={String(value)}
              share={people / persona.lookedAt}
              people={people}
              href={membersWho(segment, {
                ...{ type: 'test', subject: 'attribute', path },
                ...{ operator: 'equals', value },
              })}
            />
          ))}
        </section>
      ))}
    </Part>
  );
}

function Products({ segment, persona }: PartProps) {
  const t = useTranslations('segments.persona');
  const { buyers, orders, lookedAt, products } = persona;
  const bought = (sku: string): EventTest =>
    EventTest.parse({
      ...{ type: 'event', event: 'Order Completed' },
      items: {
        path: ['products'],
        where: [{ type: 'test', subject: 'property', path: ['sku'], operator: 'equals', value: sku }],
      },
    });
  return (
    <Part
      title={t('products.title')}
      description={t('products.description', { share: buyers / lookedAt, orders, buyers })}
    >
      {products.length === 0 && <p className="text-muted text-sm">{t('products.none')}</p>}
      {products.map(({ sku, name, people }) => (
        <ShareRow
          key={sku}
          label={name}
          share={people / lookedAt}
          people={people}
          href={membersWho(segment, bought(sku))}
        />
      ))}
    </Part>
  );
}

function Channels({ segment, persona: { channels, lookedAt } }: PartProps) {
  const t = useTranslations('segments.persona.channels');
  return (
    <Part title={t('title')} description={t('description')}>
      {channels.map(({ channel, consented, reached }) => (
        <section key={channel} className="mb-3 last:mb-0">
          <h3 className="mb-1 font-medium text-muted text-xs">{t(`names.${channel}`)}</h3>
          <ShareRow
            label={t('consented')}
            share={consented / lookedAt}
            people={consented}
            href={membersWho(segment, { type: 'consent', channel, state: 'opted-in' })}
          />
          <ShareRow
            label={t('reached')}
            share={reached / lookedAt}
            people={reached}
            href={membersWho(segment, MessageTest.parse({ type: 'message', channel, within: recently }))}
          />
        </section>
      ))}
    </Part>
  );
}

function Times({ segment, persona: { hours, weekdays } }: PartProps) {
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

function Part({ title, description, children }: { title: string; description: string; children: ReactNode }) {
  return (
    <Card>
      <CardHeader title={title} description={description} />
      <CardBody>{children}</CardBody>
    </Card>
  );
}
