// Something a journey decided about the customer, and why. The journey's name leads to the node on the canvas.
'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { HeldUntil } from '@/components/messages/held-until';
import { CodeBlock } from '@/components/ui/code-block';
import type { DecisionEntry } from '@/lib/core/api/customer';
import { MomentDetails } from './moment-details';

/** When what a decision holds back will go; null for all other decisions. */
function heldUntil({ code, inputs }: DecisionEntry): string | null {
  const isHeld = code === 'held-by-cap' || code === 'held-for-quiet-hours';
  return isHeld && typeof inputs.until === 'number' ? new Date(inputs.until).toISOString() : null;
}

export function DecisionMoment({ decision }: { decision: DecisionEntry }) {
  const t = useTranslations('customers.timeline');
  const node = decision.nodeId ? `?node=${decision.nodeId}` : '';
  const hasInputs = Object.keys(decision.inputs).length > 0;
  return (
    <>
      <p className="text-base">
        {decision.reason} <HeldUntil at={heldUntil(decision)} className="text-muted text-sm" />
      </p>
      <p className="text-xs">
        <Link
          href={`/journeys/${decision.journeyId}${node}`}
          className="text-muted underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-current"
        >
          {t('journey', { name: decision.journeyName, version: decision.version })}
        </Link>
      </p>
      {hasInputs && (
        <MomentDetails label={t('show')}>
          <CodeBlock title={t('inputs')} code={JSON.stringify(decision.inputs, null, 2)} />
        </MomentDetails>
      )}
    </>
  );
}
