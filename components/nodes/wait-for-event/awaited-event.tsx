// One of the events that end the wait: its name, its filter, the key it must carry.
'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { NodeData } from '@/lib/core/nodes/registry';
import { EventField } from '../fields/event-field';
import { FilterField } from '../fields/filter-field';
import { KeyField } from '../fields/key-field';

type Match = NodeData<'wait-for-event'>['orEvents'][number];

interface AwaitedEventProps {
  /** Its place among the further ones; left out for the first. */
  position?: number;
  value: Match;
  onChange: (value: Match) => void;
  onRemove?: () => void;
}

export function AwaitedEvent({
  position,
  value: { event, filter, key },
  onChange,
  onRemove,
}: AwaitedEventProps) {
  const t = useTranslations('forms.wait-for-event');
  const own = { event, filter, key };
  const isFirst = position === undefined;
  const under = isFirst ? '' : `orEvents.${position}.`;
  const name = isFirst ? t('event') : t('orEvent', { number: position + 2 });
  return (
    <section
      {...(!isFirst && { 'aria-label': name })}
      className={isFirst ? 'flex flex-col gap-5' : 'flex flex-col gap-4 rounded-lg border p-3'}
    >
      {onRemove && (
        <Button
          variant="ghost"
          size="icon-sm"
          className="self-end"
          aria-label={t('removeEvent', { number: (position ?? 0) + 2 })}
          onClick={onRemove}
        >
          <Trash2 aria-hidden />
        </Button>
      )}
      <EventField
        field={`${under}event`}
        label={name}
        value={event}
        onChange={(next) => onChange({ ...own, event: next })}
      />
      <FilterField
        field={`${under}filter`}
        label={t('filter')}
        value={filter}
        onChange={(next) => onChange({ ...own, filter: next })}
      />
      <KeyField
        field={`${under}key`}
        label={t('key')}
        hint={t('keyHint')}
        value={key}
        onChange={(next) => onChange({ ...own, key: next })}
      />
    </section>
  );
}
