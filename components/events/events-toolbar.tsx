// The filters of the tail, and the switch that stops it.
'use client';

import { useQuery } from '@tanstack/react-query';
import { Pause, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { SearchField } from '@/components/shell/search-field';
import { Toolbar } from '@/components/shell/toolbar';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { EventType } from '@/lib/core/api/event';
import { type EventsFilter, eventNamesQuery } from '@/lib/queries/events';

const types = ['track', 'identify', 'page', 'screen', 'group', 'alias'] as const satisfies EventType[];

export const typeOf = (value: string | undefined) => types.find((type) => type === value);

/** What stands in the address by hand may be no day: then it filters nothing. */
export const dayOf = (value: string | undefined) =>
  value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : undefined;

/** The value of "no filter": a list box has no empty value, and no event can be called this. */
const any = '\u0000any';

interface EventsToolbarProps {
  filter: EventsFilter;
  onChange: (changes: Record<string, string | undefined>) => void;
  isPaused: boolean;
  onPausedChange: (isPaused: boolean) => void;
}

export function EventsToolbar({ filter, onChange, isPaused, onPausedChange }: EventsToolbarProps) {
  const t = useTranslations('events');
  const names = useQuery(eventNamesQuery());
  const known = new Set([
    ...(filter.name ? [filter.name] : []),
    ...(names.data?.data ?? []).map(({ name }) => name),
  ]);
  return (
    <Toolbar>
      <LiveSwitch isPaused={isPaused} onPausedChange={onPausedChange} />
      <Select
        aria-label={t('filterName')}
        className="w-42 max-sm:w-[calc(50%-0.25rem)]"
        value={filter.name ?? any}
        onValueChange={(value) => onChange({ name: value === any ? undefined : value })}
        options={[
          { value: any, label: t('anyName') },
          ...[...known].filter(Boolean).map((value) => ({ value, label: value })),
        ]}
      />
      <Select
        aria-label={t('filterType')}
        className="w-32 max-sm:w-[calc(50%-0.25rem)]"
        value={filter.type ?? 'any'}
        onValueChange={(value) => onChange({ type: value === 'any' ? undefined : value })}
        options={[
          { value: 'any', label: t('anyType') },
          ...types.map((value) => ({ value, label: t(`types.${value}`) })),
        ]}
      />
      <SearchField
        className="w-52"
        label={t('filterCustomer')}
        value={filter.customer ?? ''}
        onSearch={(value) => onChange({ customer: value })}
      />
      <Stretch filter={filter} onChange={onChange} />
    </Toolbar>
  );
}

/** From a day to a day, both included; either may be left open. */
function Stretch({ filter, onChange }: Pick<EventsToolbarProps, 'filter' | 'onChange'>) {
  const t = useTranslations('events');
  return (['from', 'until'] as const).map((bound) => (
    <span key={bound} className="flex items-center gap-1.5 text-muted text-sm max-sm:w-full">
      <span aria-hidden className="max-sm:w-10">
        {t(bound)}
      </span>
      <Input
        type="date"
        aria-label={t(bound)}
        className="w-34 max-sm:flex-1"
        value={filter[bound] ?? ''}
        onChange={({ target }) => onChange({ [bound]: target.value })}
      />
    </span>
  ));
}

function LiveSwitch({ isPaused, onPausedChange }: Pick<EventsToolbarProps, 'isPaused' | 'onPausedChange'>) {
  const t = useTranslations('events');
  return (
    <div className="flex items-center gap-3 sm:order-last sm:ml-auto max-sm:w-full max-sm:justify-between">
      <span
        role="status"
        title={t(isPaused ? 'pausedHint' : 'liveHint')}
        className="flex items-center gap-2 font-medium text-sm"
      >
        <span
          aria-hidden
          className={cn('size-2 rounded-full', isPaused ? 'bg-faint' : 'animate-beat bg-person')}
        />
        {t(isPaused ? 'paused' : 'live')}
      </span>
      <Button onClick={() => onPausedChange(!isPaused)}>
        {isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
        {t(isPaused ? 'resume' : 'pause')}
      </Button>
    </div>
  );
}
