// The page of a figure of repeat orders: who is behind it, and what can be made of them.
import { useTranslations } from 'next-intl';
import { Page } from '@/components/shell/page';
import type { RepeatPeopleQuery } from '@/lib/core/api/analytics';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { Page as ListPage } from '@/lib/core/api/page';
import { repeatCondition } from '@/lib/core/retention/repeat-condition';
import { BackToReport } from './back-to-report';
import { BehindPeople } from './behind-people';
import { SaveSegmentButton } from './save-segment-button';
import { usePeriodLabel } from './use-period-label';

interface OrdersPageProps {
  asked: RepeatPeopleQuery;
  initial: ListPage<CustomerSummary>;
}

export function OrdersPage({ asked: { figure, value, order, asOf }, initial }: OrdersPageProps) {
  const t = useTranslations('analytics');
  const periodLabel = usePeriodLabel('month');
  const title =
    figure === 'cohort'
      ? t('behindOrders.titles.cohort', { period: periodLabel(value) })
      : t(`behindOrders.titles.${figure}`, { value: Number(value) });
  const condition = repeatCondition(order, { figure, value });
  const cannot = typeof condition === 'string' ? condition : null;
  return (
    <Page
      back={<BackToReport href="/analytics/retention" />}
      title={title}
      description={t(`behindOrders.descriptions.${figure}`)}
      actions={
        typeof condition === 'string' ? null : (
          <SaveSegmentButton condition={condition} suggestedName={title} />
        )
      }
    >
      {cannot && <p className="mb-3 text-muted text-sm">{t(`people.cannot.${cannot}`)}</p>}
      <BehindPeople of="repeat-purchase" asked={{ figure, value, order, asOf }} initial={initial} />
    </Page>
  );
}
