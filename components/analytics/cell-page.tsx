// The page of a cell: who is behind it, the other part of the cohort, and what can be made of them.
import { useTranslations } from 'next-intl';
import { Page } from '@/components/shell/page';
import { TabLinks } from '@/components/shell/tab-links';
import type { RetentionReport } from '@/lib/core/api/analytics';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { Page as ListPage } from '@/lib/core/api/page';
import { cellCondition, type RetentionCellRef } from '@/lib/core/retention/cell-condition';
import { BackToReport } from './back-to-report';
import { behindCell } from './behind-cell';
import { BehindPeople } from './behind-people';
import { isWholeCohort } from './is-whole-cohort';
import { type Asked, peopleAddress, reportAddress } from './retention-address';
import { SaveSegmentButton } from './save-segment-button';
import { useCellTitle } from './use-cell-title';
import { useDefinitionText } from './use-definition-text';

interface CellPageProps {
  report: RetentionReport;
  asked: Asked;
  cell: RetentionCellRef;
  /** What the number said that led here; null where none did. */
  counted: number | null;
  initial: ListPage<CustomerSummary>;
}

const whos = ['returned', 'missing'] as const;

export function CellPage({ report, asked, cell, counted, initial }: CellPageProps) {
  const t = useTranslations('analytics.people');
  const title = useCellTitle(report, cell);
  const condition = cellCondition(report.definition, cell);
  const cannot = typeof condition === 'string' ? condition : null;
  const definition = useDefinitionText(report);
  const { group, ...place } = cell;
  const isWhole = cell.who === 'everybody' || isWholeCohort(report, cell.column);
  return (
    <Page
      back={<BackToReport href={reportAddress(asked)} />}
      title={title}
      actions={
        typeof condition === 'string' ? null : (
          <SaveSegmentButton condition={condition} suggestedName={title} />
        )
      }
    >
      {!isWhole && (
        <TabLinks
          label={t('who')}
          tabs={whos.map((who) => ({
            href: peopleAddress(asked, { ...place, group, who }, report.asOf),
            text: t(`whos.${who}`),
            isShown: who === cell.who,
          }))}
        />
      )}
      <Counted report={report} cell={cell} counted={counted} />
      <details className="mb-3">
        <summary className="w-fit cursor-pointer rounded-xs text-accent-ink text-sm">{t('how')}</summary>
        <p className="mt-1 max-w-2xl text-muted text-sm">{definition}</p>
      </details>
      {cannot && <p className="mb-3 text-muted text-sm">{t(`cannot.${cannot}`)}</p>}
      <BehindPeople
        key={cell.who}
        of="retention"
        asked={{
          ...asked,
          ...{ show: undefined, asOf: report.asOf },
          ...place,
          group: group ?? undefined,
          period: cell.period ?? undefined,
        }}
        initial={initial}
      />
    </Page>
  );
}

/** The number again, from the rows the list is read from, and why it may be another than the one that led here. */
function Counted({ report, cell, counted }: Pick<CellPageProps, 'report' | 'cell' | 'counted'>) {
  const t = useTranslations('analytics.people');
  const found = behindCell(report, cell);
  if (found === null) return null;
  const isMany = cell.period === null && report.definition.cohort === 'recurring';
  return (
    <p className="mb-3 text-sm">
      {t(found.people === found.size ? 'countedWhole' : 'counted', { ...found })}
      {isMany && ` ${t('onceEach')}`}
      {counted !== null && counted !== found.people && ` ${t('moved', { counted })}`}
    </p>
  );
}
