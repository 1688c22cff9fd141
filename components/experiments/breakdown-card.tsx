// The same people in parts: by segments, to look at and not to decide by, and only those whom the message reached.
'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import type { ExperimentBreakdown, ExperimentDetail } from '@/lib/core/api/experiment';
import { breakdownQuery } from '@/lib/queries/experiments';
import { peopleLink } from './people-link';
import { useArmName } from './use-arm-name';
import { useFigures } from './use-figures';

type CellFigures = Pick<ExperimentBreakdown['segments'][number], 'isThin' | 'arms'>;

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
              <Cells
                experiment={experiment}
                cells={segments.map(({ id, name, ...cell }) => ({
                  ...{ id, ...cell, filter: { segment: id } },
                  name: (
                    <Link className="underline-offset-2 hover:underline" href={`/segments/${id}`}>
                      {name}
                    </Link>
                  ),
                }))}
              />
            )}
          </TabsContent>
          {delivered && (
            <TabsContent value="delivered" className="pt-3">
              <p className="mb-2 text-muted text-sm">
                {t('notFair')} {t('balance', { p: fine(delivered.p) })}
              </p>
              <Cells
                experiment={experiment}
                cells={[{ ...delivered, id: 'reached', name: t('reached'), filter: { who: 'delivered' } }]}
              />
            </TabsContent>
          )}
        </Tabs>
      </CardBody>
    </Card>
  );
}

interface CellsProps {
  experiment: ExperimentDetail;
  cells: readonly (CellFigures & { id: string; name: ReactNode; filter: Readonly<Record<string, string>> })[];
}

function Cells({ experiment, cells }: CellsProps) {
  const t = useTranslations('experiments.breakdown');
  const nameOf = useArmName(experiment.arms);
  const { count, share, value: write, fine } = useFigures();
  const isRate = experiment.design.metric.measure === 'converted';
  const figure = (value: number) => (isRate ? share(value) : write(value));
  const arms = [...new Set(cells.flatMap((cell) => cell.arms.map(({ arm }) => arm)))];
  return (
    <div className="overflow-x-auto">
      <Table>
        <thead>
          <Row>
            <HeaderCell />
            {arms.map((arm) => (
              <HeaderCell key={arm} isNumeric>
                {nameOf(arm)}
              </HeaderCell>
            ))}
          </Row>
        </thead>
        <tbody>
          {cells.map(({ id, name, isThin, arms: own, filter }) => (
            <Row key={id} className={cn(isThin && 'text-faint')}>
              <Cell>
                {name}
                {isThin && <span className="block text-xs">{t('thin')}</span>}
              </Cell>
              {arms.map((arm) => {
                const found = own.find((one) => one.arm === arm);
                return (
                  <Cell key={arm} isNumeric>
                    {!found && '–'}
                    {found && figure(found.value)}
                    {found && (
                      <span className="block whitespace-nowrap text-muted text-xs">
                        <Link
                          className="underline-offset-2 hover:underline"
                          href={peopleLink(experiment, { arm, ...filter })}
                        >
                          {t('people', { count: found.counted, people: count(found.counted) })}
                        </Link>
                        {found.adjustedP !== null && ` · ${t('p', { p: fine(found.adjustedP) })}`}
                      </span>
                    )}
                  </Cell>
                );
              })}
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
