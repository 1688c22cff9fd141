// The same people in parts: by segments, to look at and not to decide by, and only those whom the message reached.
'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import type { ExperimentDetail } from '@/lib/core/api/experiment';
import { breakdownQuery } from '@/lib/queries/experiments';
import { PartsTable } from './parts-table';
import { useFigures } from './use-figures';

export function BreakdownCard({ experiment }: { experiment: ExperimentDetail }) {
  const t = useTranslations('experiments.breakdown');
  const { fine } = useFigures();
  const { data } = useQuery(breakdownQuery(experiment.id, experiment.phase));
  if (!data) return null;
  const { segments, delivered } = data;
  return (
    <Card className="mb-5">
      <CardHeader title={t('title')} description={t('description')} />
      <CardBody>
        <Tabs defaultValue="segments">
          <TabsList aria-label={t('title')}>
            <TabsTrigger value="segments">{t('segments')}</TabsTrigger>
            {delivered && <TabsTrigger value="delivered">{t('delivered')}</TabsTrigger>}
          </TabsList>
          <TabsContent value="segments" className="pt-3">
            {segments.length === 0 && <p className="text-muted text-sm">{t('noSegments')}</p>}
            {segments.length > 0 && (
              <PartsTable
                experiment={experiment}
                title={t('segments')}
                parts={segments.map((segment) => ({
                  ...segment,
                  ...{ href: `/segments/${segment.id}`, filter: { segment: segment.id } },
                }))}
              />
            )}
          </TabsContent>
          {delivered && (
            <TabsContent value="delivered" className="pt-3">
              <p className="mb-2 text-muted text-sm">
                {t('notFair')} {t('balance', { p: fine(delivered.p) })}
              </p>
              <PartsTable
                experiment={experiment}
                title={t('delivered')}
                parts={[{ ...delivered, id: 'reached', name: t('reached'), filter: { who: 'delivered' } }]}
              />
            </TabsContent>
          )}
        </Tabs>
      </CardBody>
    </Card>
  );
}
