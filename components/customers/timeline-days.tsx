// The entries of a timeline under the day they belong to, in the workspace's time zone.
'use client';

import { useFormatter } from 'next-intl';
import type { TimelineEntry } from '@/lib/core/api/timeline';
import { TimelineItem } from './timeline-item';

export function TimelineDays({ entries }: { entries: readonly TimelineEntry[] }) {
  const format = useFormatter();
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const day = format.dateTime(new Date(entry.at), 'dayLong');
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-label={day}>
      <h3 className="sticky top-0 z-10 border-y bg-sunken/90 px-5 py-1.5 font-medium text-muted text-xs backdrop-blur-sm max-sm:px-4">
        {day}
      </h3>
      <ol className="py-2">
        {ofDay.map((entry) => (
          <TimelineItem key={keyOf(entry)} entry={entry} />
        ))}
      </ol>
    </section>
  ));
}

function keyOf(entry: TimelineEntry): string {
  if (entry.kind === 'event') return `event ${entry.event.seq}`;
  if (entry.kind === 'decision') return `decision ${entry.decision.seq}`;
  return entry.message.id;
}
