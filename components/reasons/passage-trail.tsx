// One passage through a journey: step by step with times and reasons, and what was sent on the way.
'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { titleOf } from '@/components/messages/content';
import { StatusBadge } from '@/components/messages/status-badge';
import type { MessageSummary } from '@/lib/core/api/message';
import type { PassageStory } from '@/lib/core/api/why';

type Step =
  | { kind: 'decision'; at: string; decision: PassageStory['decisions'][number] }
  | { kind: 'message'; at: string; message: MessageSummary };

export function PassageTrail({ passage }: { passage: PassageStory }) {
  const t = useTranslations('why.trail');
  const format = useFormatter();
  const { status, wakeAt } = passage;
  return (
    <div className="mt-3 rounded-md border bg-sunken/45 px-3 py-2">
      <ol aria-label={t('passage')} className="flex flex-col gap-1.5">
        {stepsOf(passage).map((step) => (
          <li key={keyOf(step)} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-sm">
            <time dateTime={step.at} className="tabular pt-px text-muted text-xs">
              {format.dateTime(new Date(step.at), 'day')} {format.dateTime(new Date(step.at), 'shortTime')}
            </time>
            {step.kind === 'decision' ? (
              <DecisionStep decision={step.decision} />
            ) : (
              <MessageStep message={step.message} />
            )}
          </li>
        ))}
      </ol>
      {status === 'waiting' && (
        <p className="mt-2 border-t pt-2 font-medium text-sm">
          {wakeAt ? t('waitsUntil', { time: format.dateTime(new Date(wakeAt), 'full') }) : t('waits')}
        </p>
      )}
    </div>
  );
}

/** In order of time; at one instant a message follows the decision that sent it. */
function stepsOf({ decisions, messages }: PassageStory): Step[] {
  const steps: Step[] = [
    ...decisions.map((decision) => ({ kind: 'decision' as const, at: decision.at, decision })),
    ...messages.map((message) => ({ kind: 'message' as const, at: message.createdAt, message })),
  ];
  return steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function keyOf(step: Step): string {
  return step.kind === 'decision' ? `decision ${step.decision.seq}` : step.message.id;
}

function DecisionStep({ decision }: { decision: PassageStory['decisions'][number] }) {
  const { reason, nodeName, nodeId, journeyId } = decision;
  return (
    <p className="wrap-anywhere">
      {reason}
      {nodeName && (
        <Link
          href={`/journeys/${journeyId}?node=${nodeId}`}
          className="ml-1.5 text-muted text-xs underline decoration-line-strong underline-offset-3 hover:text-ink"
        >
          {nodeName}
        </Link>
      )}
    </p>
  );
}

function MessageStep({ message }: { message: MessageSummary }) {
  const t = useTranslations('customers.timeline');
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-2">
        <Link
          href={`/messages?message=${message.id}`}
          className="wrap-anywhere font-medium underline-offset-3 hover:underline"
        >
          {t(`message.${message.channel}`, { title: titleOf(message), address: message.address })}
        </Link>
        <StatusBadge status={message.status} />
      </p>
      {message.reason && <p className="wrap-anywhere text-muted text-xs">{message.reason}</p>}
    </div>
  );
}
