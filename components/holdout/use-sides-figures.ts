// The table of both sides as figures to take away: exact, and intervals in columns of their own.
import { useTranslations } from 'next-intl';
import type { Figure, Figures } from '@/components/charts/csv';
import type { HoldoutReport } from '@/lib/core/api/holdout';

type Told = HoldoutReport['months'][number]['sinceStart'];

export function useSidesFigures({ treated, heldOut, orders, revenue }: Told): Figures {
  const t = useTranslations('holdout');
  const chart = useTranslations('charts');
  const withEnds = (label: string) => [label, chart('low', { label }), chart('high', { label })];
  const gained = (gain: Told['orders']): Figure[] => [
    ...[gain?.lift ?? null, gain?.liftBounds?.low ?? null, gain?.liftBounds?.high ?? null],
    ...[gain?.extra ?? null, gain?.extraBounds.low ?? null, gain?.extraBounds.high ?? null],
    gain?.share ?? null,
  ];
  const nothing = gained(null);
  return {
    columns: [
      ...[t('table.figure'), t('sides.treated'), t('sides.heldOut')],
      ...[...withEnds(t('table.lift')), ...withEnds(t('table.extra')), t('table.share')],
    ],
    rows: [
      [t('table.people'), treated.people, heldOut.people, ...nothing],
      [t('table.count'), treated.converted, heldOut.converted, ...nothing],
      [t('table.orders'), treated.rate, heldOut.rate, ...gained(orders)],
      [t('table.revenue'), treated.revenue, heldOut.revenue, ...gained(revenue)],
    ],
  };
}
