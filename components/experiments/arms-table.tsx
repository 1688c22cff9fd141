// The arms side by side: people, conversions, what they are worth, and how they compare with the first one.
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Definition } from '@/components/charts/definition';
import { LabelledCell } from '@/components/ui/labelled-cell';
import { SmallLine } from '@/components/ui/small-line';
import { Cell, HeaderCell, Row, Table, TableHead } from '@/components/ui/table';
import type { ExperimentDetail } from '@/lib/core/api/experiment';
import type { ArmReport, LookReport } from '@/lib/core/experiment/look-figures';
import { FiguresCard } from './figures-card';
import { isOfMoney } from './is-of-money';
import { LiftBar } from './lift-bar';
import { peopleLink } from './people-link';
import { useArmFigures } from './use-arm-figures';
import { useArmName } from './use-arm-name';
import { useFigures } from './use-figures';

const VALUE_HEADS = { converted: 'orders', sum: 'value', ratio: 'ratio' } as const;

interface ArmsTableProps {
  experiment: ExperimentDetail;
  report: LookReport;
}

export function ArmsTable({ experiment, report }: ArmsTableProps) {
  const t = useTranslations('experiments.table');
  const { measure } = experiment.design.metric;
  const isEmpty = report.arms.some(({ counted }) => counted === 0);
  const heads = ['people', 'converted', 'rate', VALUE_HEADS[measure], 'lift', 'chance', 'loss'] as const;
  const bounds = report.arms.flatMap(({ against }) =>
    against?.interval ? Object.values(against.interval) : [],
  );
  const reach = Math.max(0.01, ...bounds.map(Math.abs));
  const figures = useArmFigures(experiment, report.arms, t(VALUE_HEADS[measure]));
  return (
    <FiguresCard title={t('title')} definition={t('definition')} figures={figures}>
      <div className="overflow-x-auto">
        <Table data-drawing>
          <TableHead>
            <Row>
              <HeaderCell>{t('arm')}</HeaderCell>
              {heads.map((head) => (
                <HeaderCell key={head} isNumeric>
                  <span className="inline-flex items-center">
                    {t(head)}
                    <Definition title={t(head)} text={t(`hints.${head}`)} />
                  </span>
                </HeaderCell>
              ))}
            </Row>
          </TableHead>
          <tbody>
            {report.arms.map((arm) => (
              <ArmRow key={arm.arm} {...{ experiment, arm, reach }} />
            ))}
          </tbody>
        </Table>
      </div>
      {isEmpty && <Note>{t('noData')}</Note>}
      {report.leftOut > 0 && (
        <Note>{t('leftOut', { count: report.leftOut, currency: experiment.currency })}</Note>
      )}
    </FiguresCard>
  );
}

interface ArmRowProps {
  experiment: ExperimentDetail;
  arm: ArmReport;
  reach: number;
}

function ArmRow({ experiment, arm, reach }: ArmRowProps) {
  const t = useTranslations('experiments.table');
  const figures = useFigures();
  const name = useArmName(experiment.arms)(arm.arm);
  const people = (who: string) => peopleLink(experiment, { arm: arm.arm, who });
  const link = 'rounded-xs underline-offset-2 hover:underline';
  return (
    <Row className="max-sm:flex max-sm:flex-wrap max-sm:border-b max-sm:px-1 max-sm:py-2">
      <Cell className="font-medium max-sm:block max-sm:h-auto max-sm:w-full max-sm:border-b-0 max-sm:first:pl-3">
        {name}
      </Cell>
      <LabelledCell label={t('people')}>
        <Link className={link} href={people('exposed')}>
          {figures.count(arm.exposed)}
        </Link>
      </LabelledCell>
      <LabelledCell label={t('converted')}>
        <Link className={link} href={people('converted')}>
          {figures.count(arm.converted)}
        </Link>
      </LabelledCell>
      <LabelledCell label={t('rate')}>
        <Rate arm={arm} />
      </LabelledCell>
      <LabelledCell label={t(VALUE_HEADS[experiment.design.metric.measure])}>
        <Value {...{ experiment, arm }} />
      </LabelledCell>
      <LabelledCell label={t('lift')}>
        <LiftFigure {...{ arm, reach }} isFirst={experiment.arms[0]?.id === arm.arm} />
      </LabelledCell>
      <LabelledCell label={t('chance')}>
        {arm.chance === null || arm.counted === 0 ? '–' : figures.share(arm.chance)}
      </LabelledCell>
      <LabelledCell label={t('loss')}>
        <Loss {...{ experiment, arm }} />
      </LabelledCell>
    </Row>
  );
}

type OfArm = Pick<ArmRowProps, 'experiment' | 'arm'>;

function Rate({ arm: { counted, rate } }: Pick<OfArm, 'arm'>) {
  const t = useTranslations('experiments.table');
  const { share } = useFigures();
  if (counted === 0) return '–';
  return (
    <>
      {share(rate.value)}
      <SmallLine>{t('between', { low: share(rate.low), high: share(rate.high) })}</SmallLine>
    </>
  );
}

function Value({ experiment: { design, currency }, arm: { counted, value, revenue } }: OfArm) {
  const figures = useFigures();
  if (counted === 0) return '–';
  if (design.metric.measure === 'converted') return figures.money(revenue, currency);
  return isOfMoney(design.metric) ? figures.money(value, currency) : figures.value(value);
}

function Loss({ experiment: { design, currency }, arm: { counted, loss } }: OfArm) {
  const { share, value, money } = useFigures();
  if (loss === null || counted === 0) return '–';
  if (design.metric.measure === 'converted') return share(loss);
  return isOfMoney(design.metric) ? money(loss, currency) : value(loss);
}

function LiftFigure({
  arm: { against },
  reach,
  isFirst,
}: {
  arm: ArmReport;
  reach: number;
  isFirst: boolean;
}) {
  const t = useTranslations('experiments.table');
  const { lift } = useFigures();
  if (isFirst) return <SmallLine>{t('baseline')}</SmallLine>;
  if (!against || against.lift === null) return '–';
  const { interval } = against;
  if (interval === null) return <SmallLine>{t('tooSmall')}</SmallLine>;
  return (
    <>
      {lift(against.lift)}
      <LiftBar value={against.lift} low={interval.low} high={interval.high} reach={reach} />
      <SmallLine>{t('between', { low: lift(interval.low), high: lift(interval.high) })}</SmallLine>
    </>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <p className="px-5 pt-3 pb-4 text-muted text-sm max-sm:px-4">{children}</p>;
}
