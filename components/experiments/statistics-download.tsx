// The sufficient statistics of every look, as a file.
'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { csvOf } from '@/components/charts/csv';
import { Button } from '@/components/ui/button';
import type { ExperimentLook } from '@/lib/core/api/experiment';

/** Names of columns are those of the API, for programs and analysts. */
const COLUMNS = [
  'assigned',
  'exposed',
  'matured',
  'counted',
  'converted',
  'mean',
  'variance',
  'revenue',
] as const;

export function StatisticsDownload({ name, looks }: { name: string; looks: readonly ExperimentLook[] }) {
  const t = useTranslations('experiments.how');
  const save = () => {
    const rows = looks.flatMap(({ look, at, statistics }) =>
      statistics.arms.map((arm) => [
        ...[look, at, arm.arm, ...COLUMNS.map((column) => arm[column])],
        ...[statistics.twoArmPeople, statistics.cap],
      ]),
    );
    const columns = ['look', 'at', 'arm', ...COLUMNS, 'two_arm_people', 'cap'];
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([csvOf({ columns, rows })], { type: 'text/csv;charset=utf-8' }));
    link.download = `${name || t('statistics')}.csv`;
    link.click();
  };
  return (
    <div className="flex items-center gap-3">
      <span>{t('statistics')}</span>
      <Button onClick={save}>
        <Download aria-hidden />
        {t('csv')}
      </Button>
    </div>
  );
}
