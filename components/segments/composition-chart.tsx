// Members by the values of an attribute, alone or beside another segment. Each number leads to its people.
'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { BarChart } from '@/components/charts/bar-chart';
import { Card, CardBody } from '@/components/ui/card';
import { Select } from '@/components/ui/select';
import type { SegmentDetail } from '@/lib/core/api/segment';
import type { SegmentComposition } from '@/lib/core/api/segment-charts';
import type { Condition } from '@/lib/core/condition/condition';
import { seenAttributesQuery } from '@/lib/queries/seen';
import { segmentCompositionQuery } from '@/lib/queries/segment-charts';
import { segmentChoicesQuery } from '@/lib/queries/segments';
import { peopleLink } from './people-link';

const NONE = 'none';

export function CompositionChart({ segment }: { segment: SegmentDetail }) {
  const t = useTranslations('segments.charts');
  const seen = useQuery(seenAttributesQuery());
  const choices = useQuery(segmentChoicesQuery());
  const paths = (seen.data?.data ?? [])
    .map(({ path }) => path.join('.'))
    .filter((path) => !path.includes('[]'));
  const [chosen, setChosen] = useState<string | null>(null);
  const [other, setOther] = useState(NONE);
  const attribute = chosen ?? paths.find((path) => /country|city|tier/i.test(path)) ?? paths[0] ?? '';
  const ids = other === NONE ? [segment.id] : [segment.id, other];
  const { data, error } = useQuery({ ...segmentCompositionQuery(ids, attribute), enabled: attribute !== '' });
  const others = (choices.data?.data ?? []).filter(({ id }) => id !== segment.id);
  return (
    <Card>
      <CardBody className="pt-5">
        <div className="mb-4 flex flex-wrap gap-2">
          <Select
            aria-label={t('attribute')}
            className="w-48"
            options={paths.map((path) => ({ value: path, label: path }))}
            value={attribute}
            disabled={paths.length === 0}
            onValueChange={setChosen}
          />
          <Select
            aria-label={t('compare')}
            className="w-60"
            options={[
              { value: NONE, label: t('compareNone') },
              ...others.map(({ id, name }) => ({ value: id, label: t('compareWith', { name }) })),
            ]}
            value={other}
            disabled={others.length === 0}
            onValueChange={setOther}
          />
        </div>
        {attribute === '' && <p className="text-muted text-sm">{t('noAttributes')}</p>}
        {error && <p className="text-danger-ink text-sm">{error.message}</p>}
        {data && <Composed composition={data} attribute={attribute} />}
      </CardBody>
    </Card>
  );
}

function Composed({ composition, attribute }: { composition: SegmentComposition; attribute: string }) {
  const t = useTranslations('segments.charts');
  const format = useFormatter();
  const { segments, data } = composition;
  const isCompared = segments.length > 1;
  const labelOf = ({ kind, value }: SegmentComposition['data'][number]) =>
    kind === 'value' ? String(value) : t(kind === 'other' ? 'other' : 'unknown');
  const linkTo = (id: SegmentComposition['segments'][number]['id'], entry: Entry) =>
    peopleLink(membersWith(id, attribute, entry, data));
  const shareOf = (people: number, size: number) => (size === 0 ? null : people / size);
  return (
    <>
      <BarChart
        title={t('composition.title', { attribute })}
        definition={t(isCompared ? 'composition.compared' : 'composition.definition')}
        placeTitle={attribute}
        places={data.map((entry) => ({ label: labelOf(entry) }))}
        unit={isCompared ? 'share' : 'count'}
        emptyText={t('nobody')}
        series={segments.map(({ id, name, size }, index) => ({
          ...{ id, label: name },
          points: data.map((entry) => ({
            value: isCompared ? shareOf(entry.people[index] ?? 0, size) : (entry.people[index] ?? 0),
            ...((entry.people[index] ?? 0) > 0 && { href: linkTo(id, entry) }),
          })),
        }))}
      />
      <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {data.flatMap((entry) =>
          segments.map(({ id, name }, index) => (
            <li key={`${labelOf(entry)}/${id}`}>
              <Link
                href={linkTo(id, entry)}
                className="rounded-xs text-accent-ink hover:underline"
                title={t('seePeople')}
              >
                {isCompared ? `${labelOf(entry)}, ${name}` : labelOf(entry)}{' '}
                <span className="tabular text-muted">{format.number(entry.people[index] ?? 0)}</span>
              </Link>
            </li>
          )),
        )}
      </ul>
    </>
  );
}

type Entry = SegmentComposition['data'][number];

/** Members of whom the entry is: of the others, that they have a value and none of those named. */
function membersWith(
  segmentId: SegmentComposition['segments'][number]['id'],
  attribute: string,
  { kind, value }: Entry,
  named: readonly Entry[],
): Condition {
  const about = { type: 'test', subject: 'attribute', path: attribute.split('.') } as const;
  const inside: Condition = { type: 'segment', segmentId, isMember: true };
  if (kind === 'other') {
    const values = named.flatMap((entry) => (entry.value === null ? [] : [entry.value]));
    const isNamed: Condition = { type: 'none', of: [{ ...about, operator: 'one-of', value: values }] };
    return { type: 'all', of: [inside, { ...about, operator: 'is-set' }, isNamed] };
  }
  const test: Condition =
    value === null ? { ...about, operator: 'is-not-set' } : { ...about, operator: 'equals', value };
  return { type: 'all', of: [inside, test] };
}
