// What has to be known beside the figures: too few people, what was left out, and that nobody is held out any more.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import type { HoldoutReport } from '@/lib/core/api/holdout';
import { behindHoldout } from './holdout-address';
import { SideLink } from './side-link';

export function HoldoutNotices({ report }: { report: HoldoutReport }) {
  const t = useTranslations('holdout.notices');
  const { isSmall, leftOut, bothSides, percent, currency, months } = report;
  const heldOut = months.at(-1)?.sinceStart.heldOut.people ?? 0;
  return (
    <>
      {percent === 0 && <Notice>{t('over')}</Notice>}
      {isSmall && <Notice isWarning>{t('small', { count: heldOut })}</Notice>}
      {leftOut > 0 && (
        <Notice>
          <SideLink href={behindHoldout(report, { who: 'leftOut' })}>
            {t('leftOut', { count: leftOut, currency })}
          </SideLink>
        </Notice>
      )}
      {bothSides > 0 && (
        <Notice>
          <SideLink href={behindHoldout(report, { who: 'bothSides' })}>
            {t('bothSides', { count: bothSides })}
          </SideLink>
        </Notice>
      )}
    </>
  );
}

function Notice({ isWarning = false, children }: { isWarning?: boolean; children: ReactNode }) {
  return (
    <p
      className={cn(
        'mb-3 rounded-md px-3 py-2 text-sm',
        isWarning ? 'bg-warning-soft text-warning-ink' : 'bg-sunken text-muted',
      )}
    >
      {children}
    </p>
  );
}
