// How far the lists of a journey are, and whom of them nobody knows.
'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Progress } from '@/components/ui/progress';
import { RelativeTime } from '@/components/ui/relative-time';
import type { EntryList } from '@/lib/core/api/entry';
import { entryListsQuery } from '@/lib/queries/entry-lists';

export function EntryListProgress({ journeyId }: { journeyId: string }) {
  const t = useTranslations('entries');
  const { data } = useQuery(entryListsQuery(journeyId));
  const lists = data?.data ?? [];
  if (lists.length === 0) return null;
  return (
    <section className="mt-5 border-t pt-4">
      <h3 className="font-medium text-sm">{t('lists')}</h3>
      <ul className="mt-2 flex flex-col gap-3">
        {lists.slice(0, 5).map((list) => (
          <ListItem key={list.id} list={list} />
        ))}
      </ul>
    </section>
  );
}

function ListItem({ list }: { list: EntryList }) {
  const t = useTranslations('entries');
  const { name, total, worked, unknown, unknownPeople, createdAt, endedAt } = list;
  return (
    <li className="text-sm">
      <p className="flex items-baseline justify-between gap-3">
        <span className="truncate font-medium">{name}</span>
        <RelativeTime at={createdAt} className="shrink-0 text-muted text-xs" />
      </p>
      {endedAt === null && (
        <Progress className="my-1.5" label={t('working', { name })} share={worked / total} />
      )}
      <p role="status" className="text-muted text-xs">
        {t('worked', { worked, total })} {unknown > 0 && t('unknown', { count: unknown })}
      </p>
      {unknownPeople.length > 0 && (
        <details className="mt-1 text-xs">
          <summary className="cursor-pointer text-muted">{t('whoIsUnknown')}</summary>
          <p className="wrap-anywhere mt-1 max-h-24 overflow-y-auto font-mono">{unknownPeople.join(', ')}</p>
        </details>
      )}
    </li>
  );
}
