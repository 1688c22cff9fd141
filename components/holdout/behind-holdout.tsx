// The page of a figure of the holdout: who is behind it, and the other side next to it.
import { useTranslations } from 'next-intl';
import { usePeriodLabel } from '@/components/analytics/use-period-label';
import { BackLink } from '@/components/shell/back-link';
import { Page } from '@/components/shell/page';
import { TabLinks } from '@/components/shell/tab-links';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { HoldoutPeopleQuery } from '@/lib/core/api/holdout';
import type { Page as ListPage } from '@/lib/core/api/page';
import { behindHoldout, holdoutAddress } from './holdout-address';
import { HoldoutPeople } from './holdout-people';
import { sides } from './sides';

interface BehindHoldoutProps {
  asked: HoldoutPeopleQuery;
  initial: ListPage<CustomerSummary>;
}

const whos = ['everybody', 'ordered'] as const;

export function BehindHoldout({ asked, initial }: BehindHoldoutProps) {
  const t = useTranslations('holdout');
  const label = usePeriodLabel('month');
  const { span, month, view, side, who, asOf } = asked;
  const isOfSide = who === 'everybody' || who === 'ordered';
  return (
    <Page
      back={<BackLink href={holdoutAddress({ span, view })}>{t('back')}</BackLink>}
      title={t(`people.titles.${who}`, { side })}
      description={month && isOfSide ? t('people.description', { view, month: label(month) }) : undefined}
    >
      {isOfSide && (
        <TabLinks
          label={t('people.who')}
          tabs={sides.flatMap((one) =>
            whos.map((whom) => ({
              href: behindHoldout({ span: span ?? null, until: asOf }, { month, view, side: one, who: whom }),
              text: t(`people.titles.${whom}`, { side: one }),
              isShown: one === side && whom === who,
            })),
          )}
        />
      )}
      <HoldoutPeople
        key={`${side}/${who}`}
        asked={{ span, month, view, side, who, asOf }}
        initial={initial}
      />
    </Page>
  );
}
