// One moment on the line: when, what, and the details behind it.
'use client';

import { CircleDot, Mail, MessageSquareText, Route, UserRoundCheck, Webhook } from 'lucide-react';
import { useFormatter } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { TimelineEntry } from '@/lib/core/api/timeline';
import { DecisionMoment } from './decision-moment';
import { EventMoment } from './event-moment';
import { MessageMoment } from './message-moment';

export function TimelineItem({ entry }: { entry: TimelineEntry }) {
  const format = useFormatter();
  const at = new Date(entry.at);
  return (
    <li className="group/item relative flex gap-3 px-5 py-2 max-sm:px-4">
      <time
        dateTime={entry.at}
        title={format.dateTime(at, 'full')}
        className="tabular w-10 shrink-0 pt-1 text-right text-muted text-xs"
      >
        {format.dateTime(at, 'shortTime')}
      </time>
      <span
        aria-hidden
        className="relative flex flex-col items-center before:absolute before:-top-2 before:-bottom-2 before:w-px before:bg-line-strong group-first/item:before:top-3 group-last/item:before:bottom-auto group-last/item:before:h-5"
      >
        <Mark entry={entry} />
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <Content entry={entry} />
      </div>
    </li>
  );
}

function Content({ entry }: { entry: TimelineEntry }) {
  if (entry.kind === 'event') return <EventMoment event={entry.event} />;
  if (entry.kind === 'decision') return <DecisionMoment decision={entry.decision} />;
  return <MessageMoment message={entry.message} />;
}

const messageMarks = {
  email: { icon: Mail, look: 'bg-email-soft text-email-ink' },
  sms: { icon: MessageSquareText, look: 'bg-sms-soft text-sms-ink' },
  webhook: { icon: Webhook, look: 'bg-webhook-soft text-webhook-ink' },
} as const;

function markOf(entry: TimelineEntry) {
  if (entry.kind === 'message') return messageMarks[entry.message.channel];
  if (entry.kind === 'decision') return { icon: Route, look: 'bg-flow-soft text-flow-ink' };
  if (entry.event.type === 'identify') return { icon: UserRoundCheck, look: 'bg-entry-soft text-entry-ink' };
  return { icon: CircleDot, look: 'bg-entry-soft text-entry-ink' };
}

function Mark({ entry }: { entry: TimelineEntry }) {
  const { icon: Icon, look } = markOf(entry);
  return (
    <span
      className={cn(
        'relative flex size-6.5 items-center justify-center rounded-full ring-3 ring-surface',
        look,
      )}
    >
      <Icon className="size-3.5" />
    </span>
  );
}
