// The page of a figure of the holdout: who is behind it, and the other side next to it.
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { usePeriodLabel } from '@/components/analytics/use-period-label';
import { BackLink } from '@/components/shell/back-link';
import { Page } from '@/components/shell/page';
import { cn } from '@/components/ui/cn';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { HoldoutPeopleQuery } from '@/lib/core/api/holdout';
import type { Page as ListPage } from '@/lib/core/api/page';
import { behindHoldout, holdoutAddress } from './holdout-address';
import { HoldoutPeople } from './holdout-people';

interface BehindHoldoutProps {
  asked: HoldoutPeopleQuery;
  initial: ListPage<CustomerSummary>;
}

const sides = ['treated', 'heldOut'] as const;
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
        <nav aria-label={t('people.who')} className="mb-3 flex gap-5 overflow-x-auto border-b">
          {sides.flatMap((one) =>
            whos.map((whom) => {
              const isShown = one === side && whom === who;
              const figure = { month, view, side: one, who: whom };
              return (
                <Link
                  key={`${one}/${whom}`}
                  href={behindHoldout({ span: span ?? null, until: asOf }, figure)}
                  aria-current={isShown ? 'page' : undefined}
                  className={cn(
                    '-mb-px whitespace-nowrap border-b-2 py-2.5 font-medium text-sm',
                    isShown ? 'border-accent' : 'border-transparent text-muted hover:text-ink',
                  )}
                >
                  {t(`people.titles.${whom}`, { side: one })}
                </Link>
              );
            }),
          )}
        </nav>
      )}
      <HoldoutPeople
        key={`${side}/${who}`}
        asked={{ span, month, view, side, who, asOf }}
        initial={initial}
      />
    </Page>
  );
}
