// What a segment shares with up to four others: every combination that somebody is in, as a bar that leads to its people.
'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Definition } from '@/components/charts/definition';
import { ExportMenu } from '@/components/charts/export-menu';
import { Card, CardBody } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import type { SegmentDetail } from '@/lib/core/api/segment';
import type { SegmentOverlap } from '@/lib/core/api/segment-charts';
import type { Condition } from '@/lib/core/condition/condition';
import { segmentOverlapQuery } from '@/lib/queries/segment-charts';
import { segmentChoicesQuery } from '@/lib/queries/segments';
import { peopleLink } from './people-link';

const MOST_OTHERS = 4;

export function OverlapChart({ segment }: { segment: SegmentDetail }) {
  const t = useTranslations('segments.charts.overlap');
  const choices = useQuery(segmentChoicesQuery());
  const [others, setOthers] = useState<readonly string[]>([]);
  const { data } = useQuery(segmentOverlapQuery([segment.id, ...others]));
  const offered = (choices.data?.data ?? []).filter(({ id }) => id !== segment.id);
  const toggle = (id: string) =>
    setOthers(others.includes(id) ? others.filter((one) => one !== id) : [...others, id]);
  return (
    <Card>
      <CardBody className="pt-5">
        <header className="mb-3 flex items-center gap-1">
          <h3 className="font-semibold text-base">{t('title')}</h3>
          <Definition title={t('title')} text={t('definition')} />
          {data && data.data.length > 0 && (
            <span className="ml-auto">
              <ExportMenu
                title={t('title')}
                figures={figuresOf(data, t('columns.in'), t('columns.people'))}
              />
            </span>
          )}
        </header>
        {offered.length === 0 && <p className="text-muted text-sm">{t('alone')}</p>}
        <fieldset aria-label={t('choose')} className="mb-4 flex flex-wrap gap-1.5">
          {offered.slice(0, 20).map(({ id, name }) => (
            <button
              key={id}
              type="button"
              aria-pressed={others.includes(id)}
              disabled={!others.includes(id) && others.length === MOST_OTHERS}
              className="h-7 max-w-60 truncate rounded-full border border-line-strong px-3 text-muted text-xs hover:text-ink disabled:opacity-50 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-ink pointer-coarse:h-9"
              onClick={() => toggle(id)}
            >
              {name}
            </button>
          ))}
        </fieldset>
        {offered.length > 0 && others.length === 0 && <p className="text-muted text-sm">{t('begin')}</p>}
        {data && others.length > 0 && <Combinations overlap={data} />}
      </CardBody>
    </Card>
  );
}

const nameOf = ({ segments }: SegmentOverlap, id: string) =>
  segments.find((one) => one.id === id)?.name ?? id;

function figuresOf(overlap: SegmentOverlap, inColumn: string, peopleColumn: string) {
  const rows = overlap.data.map((row) => [row.in.map((id) => nameOf(overlap, id)).join(' + '), row.people]);
  return { columns: [inColumn, peopleColumn], rows };
}

function Combinations({ overlap }: { overlap: SegmentOverlap }) {
  const t = useTranslations('segments.charts.overlap');
  const format = useFormatter();
  const most = Math.max(1, ...overlap.data.map(({ people }) => people));
  if (overlap.data.length === 0) return <p className="text-muted text-sm">{t('nobody')}</p>;
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-110 text-sm">
        <thead className="text-left text-muted text-xs">
          <tr>
            {overlap.segments.map(({ id, name }) => (
              <th key={id} scope="col" className="max-w-28 truncate py-1 pr-3 font-medium" title={name}>
                {name}
              </th>
            ))}
            <th scope="col" className="w-1/2 py-1 font-medium">
              {t('columns.people')}
            </th>
          </tr>
        </thead>
        <tbody>
          {overlap.data.map((row) => (
            <tr key={row.in.join()} className="border-t">
              {overlap.segments.map(({ id }) => (
                <td key={id} className="py-1.5 pr-3">
                  <span
                    aria-hidden
                    className={cn(
                      'block size-2.5 rounded-full',
                      row.in.includes(id) ? 'bg-accent' : 'bg-line-strong',
                    )}
                  />
                  <span className="sr-only">{t(row.in.includes(id) ? 'in' : 'out')}</span>
                </td>
              ))}
              <td className="py-1.5">
                <Link
                  href={peopleLink(exactly(overlap, row.in))}
                  title={t('seePeople')}
                  className="flex items-center gap-2 rounded-xs hover:underline"
                >
                  <span
                    aria-hidden
                    className="h-4 min-w-0.5 rounded-xs bg-accent"
                    style={{ width: `${(row.people / most) * 80}%` }}
                  />
                  <span className="tabular">{format.number(row.people)}</span>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function exactly({ segments }: SegmentOverlap, inside: readonly string[]): Condition {
  const of = segments.map(({ id }) => ({
    type: 'segment' as const,
    segmentId: id,
    isMember: inside.includes(id),
  }));
  return { type: 'all', of };
}
