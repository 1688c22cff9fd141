// One event of the tail; opens to show everything it carries.
'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import type { EventEntry, EventType } from '@/lib/core/api/event';
import { EventParts } from './event-parts';
import { sourceName } from './source-name';

const tones: Record<EventType, BadgeTone> = {
  track: 'entry',
  identify: 'flow',
  page: 'message',
  screen: 'message',
  group: 'data',
  alias: 'data',
};

export function EventRow({ event, isNew }: { event: EventEntry; isNew: boolean }) {
  const t = useTranslations('events');
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const name = event.name || t('nameless');
  return (
    <li className={cn('group', isNew && 'animate-arrive')}>
      <div className="relative flex min-h-11 items-center gap-x-3 px-4 py-2 text-sm transition-colors hover:bg-ink/2.5 max-sm:flex-wrap max-sm:gap-x-2 max-sm:gap-y-1">
        <OpenButton
          label={t(isOpen ? 'hide' : 'show', { name })}
          controls={id}
          isOpen={isOpen}
          onToggle={() => setIsOpen(!isOpen)}
        />
        <ClockTime at={event.receivedAt} />
        <span aria-hidden className="hidden basis-full max-sm:order-3 max-sm:block" />
        <Badge
          tone={tones[event.type]}
          className="w-17 shrink-0 justify-center max-sm:order-4 max-sm:ml-6 max-sm:w-auto"
        >
          {t(`types.${event.type}`)}
        </Badge>
        <span className="min-w-0 flex-1 truncate font-medium max-sm:order-2">{name}</span>
        <Link
          href={`/customers/${event.customerId}`}
          className="relative z-10 w-52 truncate rounded-xs text-muted underline decoration-transparent underline-offset-3 hover:text-ink hover:decoration-current max-sm:order-5 max-sm:w-auto max-sm:max-w-[65%]"
        >
          {event.customerLabel}
        </Link>
        <span className="w-24 truncate text-right text-faint text-xs max-lg:hidden">
          {sourceName(event.source)}
        </span>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && <EventParts event={event} />}
      </div>
    </li>
  );
}

interface OpenButtonProps {
  label: string;
  /** The id of what it opens. */
  controls: string;
  isOpen: boolean;
  onToggle: () => void;
}

function OpenButton({ label, controls, isOpen, onToggle }: OpenButtonProps) {
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-controls={controls}
      aria-label={label}
      className="stretched rounded-xs text-faint"
      onClick={onToggle}
    >
      <ChevronRight className={cn('size-4 transition-transform', isOpen && 'rotate-90')} aria-hidden />
    </button>
  );
}

function ClockTime({ at }: { at: string }) {
  const format = useFormatter();
  const instant = new Date(at);
  return (
    <time
      dateTime={at}
      title={format.dateTime(instant, 'full')}
      className="tabular w-16 shrink-0 font-mono text-muted text-xs max-sm:order-3 max-sm:text-right"
    >
      {format.dateTime(instant, 'time')}
    </time>
  );
}
