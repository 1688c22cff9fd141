// Both sides since the start, next to each other: who counts, who ordered, what they brought, and what of it marketing brought.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Definition } from '@/components/charts/definition';
import { FiguresCard } from '@/components/experiments/figures-card';
import { useFigures } from '@/components/experiments/use-figures';
import { LabelledCell } from '@/components/ui/labelled-cell';
import { SmallLine } from '@/components/ui/small-line';
import { Cell, HeaderCell, Row, Table, TableHead } from '@/components/ui/table';
import type { HoldoutReport } from '@/lib/core/api/holdout';
import { behindHoldout, type HoldoutFigure } from './holdout-address';
import { LiftFigure } from './lift-figure';
import { reachOf } from './reach-of';
import { SideLink } from './side-link';
import { sides } from './sides';
import { useSidesFigures } from './use-sides-figures';

type Figures = HoldoutReport['months'][number]['sinceStart'];

export function SidesCard({ report, figures }: { report: HoldoutReport; figures: Figures }) {
  const t = useTranslations('holdout');
  const { count, share, money, moment, value } = useFigures();
  const { currency } = report;
  const reach = reachOf([figures.orders, figures.revenue]);
  const behind = (figure: HoldoutFigure, text: ReactNode) => (
    <SideLink href={behindHoldout(report, { view: 'sinceStart', ...figure })}>{text}</SideLink>
  );
  return (
    <FiguresCard
      title={t('table.title')}
      definition={t('table.definition', { until: moment(report.until) })}
      figures={useSidesFigures(figures)}
    >
      <Table data-drawing>
        <TableHead>
          <Row>
            <HeaderCell>{t('table.figure')}</HeaderCell>
            {sides.map((side) => (
              <HeaderCell key={side} isNumeric>
                {t(`sides.${side}`)}
              </HeaderCell>
            ))}
            {(['lift', 'extra', 'share'] as const).map((head) => (
              <HeaderCell key={head} isNumeric>
                <Told name={head} />
              </HeaderCell>
            ))}
          </Row>
        </TableHead>
        <tbody>
          <FigureRow
            name="people"
            told={(side) => behind({ side }, count(figures[side].people))}
            gain={null}
            {...{ reach }}
          />
          <FigureRow
            name="orders"
            told={(side) => (
              <>
                {behind({ side, who: 'ordered' }, count(figures[side].converted))}
                <SmallLine>{orDash(figures[side].rate, share)}</SmallLine>
              </>
            )}
            gain={figures.orders}
            write={(one) => value(Math.round(one))}
            {...{ reach }}
          />
          <FigureRow
            name="revenue"
            told={(side) =>
              behind(
                { side, who: 'ordered' },
                orDash(figures[side].revenue, (one) => money(one, currency)),
              )
            }
            gain={figures.revenue}
            write={(one) => money(one, currency)}
            {...{ reach }}
          />
        </tbody>
      </Table>
    </FiguresCard>
  );
}

const orDash = (value: number | null, write: (value: number) => string) =>
  value === null ? '–' : write(value);

function Told({ name }: { name: 'people' | 'orders' | 'revenue' | 'lift' | 'extra' | 'share' }) {
  const t = useTranslations('holdout.table');
  return (
    <span className="inline-flex items-center">
      {t(name)}
      <Definition title={t(name)} text={t(`hints.${name}`)} />
    </span>
  );
}

interface FigureRowProps {
  name: 'people' | 'orders' | 'revenue';
  told: (side: (typeof sides)[number]) => ReactNode;
  gain: Figures['orders'];
  reach: number;
  write?: (value: number) => string;
}

function FigureRow({ name, told, gain, reach, write = String }: FigureRowProps) {
  const t = useTranslations('holdout');
  const { share } = useFigures();
  const isPeople = name === 'people';
  return (
    <Row className="max-sm:flex max-sm:flex-wrap max-sm:border-b max-sm:px-1 max-sm:py-2">
      <Cell className="font-medium max-sm:block max-sm:h-auto max-sm:w-full max-sm:border-b-0 max-sm:first:pl-3">
        <Told name={name} />
      </Cell>
      {sides.map((side) => (
        <LabelledCell key={side} label={t(`sides.${side}`)}>
          {told(side)}
        </LabelledCell>
      ))}
      {isPeople && <Cell colSpan={3} className="max-sm:hidden" />}
      {!isPeople && (
        <>
          <LabelledCell label={t('table.lift')}>
            <LiftFigure {...{ gain, reach }} />
          </LabelledCell>
          <LabelledCell label={t('table.extra')}>
            {gain === null ? '–' : write(gain.extra)}
            {gain !== null && (
              <SmallLine>
                {t('table.between', { low: write(gain.extraBounds.low), high: write(gain.extraBounds.high) })}
              </SmallLine>
            )}
          </LabelledCell>
          <LabelledCell label={t('table.share')}>{orDash(gain?.share ?? null, share)}</LabelledCell>
        </>
      )}
    </Row>
  );
}
