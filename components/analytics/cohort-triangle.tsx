// The cohort triangle: who of each cohort came back when. Every number leads to its people.
import { useFormatter, useTranslations } from 'next-intl';
import { type HeatRow, HeatTable } from '@/components/charts/heat-table';
import type { RetentionGroupReport, RetentionReport } from '@/lib/core/api/analytics';
import { isWholeCohort } from './is-whole-cohort';
import { type Asked, peopleAddress } from './retention-address';
import { useColumnLabel } from './use-column-label';
import { useDefinitionText } from './use-definition-text';
import { usePeriodLabel } from './use-period-label';
import { useSideName } from './use-side-name';

interface CohortTriangleProps {
  report: RetentionReport;
  group: RetentionGroupReport;
  asked: Asked;
}

export function CohortTriangle({ report, group, asked }: CohortTriangleProps) {
  const t = useTranslations('analytics.triangle');
  const { definition, columns } = report;
  const labelOf = useColumnLabel(report);
  const sideName = useSideName();
  const { rows, figures } = useRows({ report, group, asked });
  const { split } = definition;
  const isAnchor = String(split?.by === 'segment' && split.at === 'anchor');
  const columnLabels = columns.map(labelOf);
  return (
    <HeatTable
      title={group.id === null ? t('title') : t('titleOf', { group: sideName(group.id, group.label) })}
      definition={useDefinitionText(report)}
      rowTitle={t('row')}
      sizeTitle={t('size')}
      columns={columnLabels}
      rows={rows}
      foot={useFoot({ report, group, asked })}
      figures={{ columns: [t('row'), t('size'), ...columnLabels], rows: figures }}
      isEmpty={group.cohorts.every(({ size }) => size === 0)}
      emptyText={
        group.id === null
          ? t('empty', { event: definition.start.event })
          : t('emptySide', {
              event: definition.start.event,
              group: sideName(group.id, group.label),
              isAnchor,
            })
      }
    />
  );
}

/** One scale for the whole table. The whole cohort is the strongest; of the rest, the highest share is. */
function scaleOf({ cohorts }: RetentionGroupReport): (share: number) => number {
  const shares = cohorts.flatMap(({ size, cells }) =>
    cells.slice(1).flatMap(({ people }) => (size > 0 && people !== null ? [people / size] : [])),
  );
  const highest = Math.max(0, ...shares);
  return (share) => (highest === 0 ? share : Math.min(1, share / highest));
}

const percent = { style: 'percent', maximumFractionDigits: 1 } as const;

function useRows({ report, group, asked }: CohortTriangleProps) {
  const t = useTranslations('analytics.triangle');
  const format = useFormatter();
  const periodLabel = usePeriodLabel(report.definition.unit);
  const scale = scaleOf(group);
  const addressOf = (looked: Parameters<typeof peopleAddress>[1]) =>
    peopleAddress(asked, { ...looked, group: group.id }, report.asOf);
  const begun = group.cohorts.filter(({ hasBegun }) => hasBegun);
  const rows = begun.map(({ start, size, cells }): HeatRow => {
    const cohort = periodLabel(start);
    return {
      id: start,
      label: cohort,
      size: {
        text: format.number(size),
        hint: t('whole', { size, cohort }),
        ...(size > 0 && { href: addressOf({ period: start, column: 0, who: 'everybody', counted: size }) }),
      },
      cells: cells.map(({ people, isComplete }, column) => {
        if (people === null) return { text: null, share: 0 };
        const share = size === 0 ? 0 : people / size;
        const shown = asked.show === 'people' ? format.number(people) : format.number(share, percent);
        if (size === 0) return { text: '–', share: 0, isUnfinished: !isComplete };
        const written = { people, size, cohort, share: format.number(share, percent) };
        return {
          text: shown,
          share: scale(share),
          isUnfinished: !isComplete,
          href: addressOf({ period: start, column, counted: people }),
          hint: isWholeCohort(report, column)
            ? t('whole', { size, cohort })
            : t('cell', { ...written, isUnfinished: String(!isComplete) }),
        };
      }),
    };
  });
  const figures = begun.map(({ start, size, cells }) => [start, size, ...cells.map(({ people }) => people)]);
  return { rows, figures };
}

function useFoot({ report, group, asked }: CohortTriangleProps): HeatRow {
  const { average, cohorts } = group;
  const scale = scaleOf(group);
  const t = useTranslations('analytics.triangle');
  const format = useFormatter();
  const total = cohorts.reduce((sum, { size }) => sum + size, 0);
  const looked = { period: null, column: 0, who: 'everybody', group: group.id, counted: total } as const;
  return {
    id: 'average',
    label: t('average'),
    size: {
      text: format.number(total),
      hint: t('total', { size: total, kind: report.definition.cohort }),
      ...(total > 0 && { href: peopleAddress(asked, looked, report.asOf) }),
    },
    cells: average.map(({ weighted, people, size }, column) => {
      if (weighted === null) return { text: null, share: 0 };
      const share = format.number(weighted, percent);
      return {
        text: share,
        share: scale(weighted),
        href: peopleAddress(asked, { period: null, column, group: group.id, counted: people }, report.asOf),
        hint: isWholeCohort(report, column) ? t('wholeMean', { size }) : t('mean', { people, size, share }),
      };
    }),
  };
}
