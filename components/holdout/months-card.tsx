// Each month's figures of both sides, the newest first.
import { useTranslations } from 'next-intl';
import { usePeriodLabel } from '@/components/analytics/use-period-label';
import { FiguresCard } from '@/components/experiments/figures-card';
import { useFigures } from '@/components/experiments/use-figures';
import { LabelledCell } from '@/components/ui/labelled-cell';
import { SmallLine } from '@/components/ui/small-line';
import { Cell, HeaderCell, Row, Table, TableHead } from '@/components/ui/table';
import type { HoldoutReport } from '@/lib/core/api/holdout';
import { behindHoldout, type HoldoutView } from './holdout-address';
import { LiftFigure } from './lift-figure';
import { reachOf } from './reach-of';
import { SideLink } from './side-link';
import { gains, sides } from './sides';
import { useMonthsFigures } from './use-months-figures';

interface MonthsCardProps {
  report: HoldoutReport;
  view: HoldoutView;
}

export function MonthsCard({ report, view }: MonthsCardProps) {
  const t = useTranslations('holdout');
  const newestFirst = report.months.toReversed();
  const reach = reachOf(newestFirst.flatMap((month) => gains.map((of) => month[view][of])));
  return (
    <FiguresCard
      title={t('months.title')}
      description={t(`views.${view}`)}
      definition={t('months.definition')}
      figures={useMonthsFigures(report, view)}
    >
      <Table data-drawing>
        <TableHead>
          <Row>
            <HeaderCell>{t('charts.month')}</HeaderCell>
            {sides.map((side) => (
              <HeaderCell key={side} isNumeric>
                {t(`sides.${side}`)}
              </HeaderCell>
            ))}
            {gains.map((of) => (
              <HeaderCell key={of} isNumeric>
                {t(`months.${of}Lift`)}
              </HeaderCell>
            ))}
          </Row>
        </TableHead>
        <tbody>
          {newestFirst.map((month) => (
            <MonthRow key={month.month} {...{ report, month, view, reach }} />
          ))}
        </tbody>
      </Table>
    </FiguresCard>
  );
}

interface MonthRowProps extends MonthsCardProps {
  month: HoldoutReport['months'][number];
  reach: number;
}

function MonthRow({ report, month: { month, ...views }, view, reach }: MonthRowProps) {
  const t = useTranslations('holdout');
  const label = usePeriodLabel('month');
  const { count, share, money } = useFigures();
  const figures = views[view];
  return (
    <Row className="max-sm:flex max-sm:flex-wrap max-sm:border-b max-sm:px-1 max-sm:py-2">
      <Cell className="whitespace-nowrap font-medium max-sm:block max-sm:h-auto max-sm:w-full max-sm:border-b-0 max-sm:first:pl-3">
        {label(month)}
      </Cell>
      {sides.map((side) => {
        const { people, converted, rate, revenue } = figures[side];
        const to = (who: 'ordered' | 'everybody') => behindHoldout(report, { month, view, side, who });
        return (
          <LabelledCell key={side} label={t(`sides.${side}`)}>
            {t.rich('months.ordered', {
              O: (text) => <SideLink href={to('ordered')}>{text}</SideLink>,
              P: (text) => <SideLink href={to('everybody')}>{text}</SideLink>,
              ...{ ordered: count(converted), people: count(people) },
            })}
            {rate !== null && revenue !== null && (
              <SmallLine>{[share(rate), money(revenue, report.currency)].join(' · ')}</SmallLine>
            )}
          </LabelledCell>
        );
      })}
      {gains.map((of) => (
        <LabelledCell key={of} label={t(`months.${of}Lift`)}>
          <LiftFigure gain={figures[of]} reach={reach} />
        </LabelledCell>
      ))}
    </Row>
  );
}
