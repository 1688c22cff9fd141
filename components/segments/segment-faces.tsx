// One segment: who is in it, what they are like, its charts, and whom it means. Its size and its progress stay fresh while one looks.
'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useUrlFilter } from '@/components/shell/use-url-filter';
import { Card, CardBody } from '@/components/ui/card';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import type { Page } from '@/lib/core/api/page';
import type { SegmentDetail, SegmentMember } from '@/lib/core/api/segment';
import { segmentQuery } from '@/lib/queries/segments';
import { EditSegment } from './edit-segment';
import { Filling } from './filling';
import { MembersList } from './members-list';
import { Persona } from './persona';
import { SegmentCharts } from './segment-charts';

interface SegmentFacesProps {
  initial: SegmentDetail;
  members: Page<SegmentMember>;
}

const faces = ['people', 'persona', 'charts', 'condition'] as const;

export function SegmentFaces({ initial, members }: SegmentFacesProps) {
  const t = useTranslations('segments');
  const [read, change] = useUrlFilter();
  const { data: segment = initial } = useQuery({ ...segmentQuery(initial.id), initialData: initial });
  const face = faces.find((one) => one === read('face')) ?? 'people';
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <p className="tabular font-semibold text-xl" title={t('sizeDefinition')}>
          {t(segment.filled < 1 ? 'peopleYet' : 'people', { count: segment.size })}
        </p>
        <Filling filled={segment.filled} />
      </div>
      <UsedBy segment={segment} />
      <Tabs value={face} onValueChange={(next) => change({ face: next === 'people' ? undefined : next })}>
        <TabsList aria-label={t('faces.label')} className="mb-4">
          {faces.map((one) => (
            <TabsTrigger key={one} value={one}>
              {t(`faces.${one}`)}
            </TabsTrigger>
          ))}
        </TabsList>
        <TabsContent value="people">
          <MembersList id={segment.id} initial={members} />
        </TabsContent>
        <TabsContent value="persona">
          <Persona segment={segment} />
        </TabsContent>
        <TabsContent value="charts">
          <SegmentCharts segment={segment} />
        </TabsContent>
        <TabsContent value="condition">
          {segment.condition === null ? (
            <Card>
              <CardBody className="pt-5 text-muted text-sm">{t('named')}</CardBody>
            </Card>
          ) : (
            // Another revision is another form: what somebody else saved is shown, not overwritten.
            <EditSegment key={segment.revision} segment={segment} condition={segment.condition} />
          )}
        </TabsContent>
      </Tabs>
    </>
  );
}

function UsedBy({ segment: { usedBy } }: { segment: SegmentDetail }) {
  const t = useTranslations('segments');
  if (usedBy.length === 0) return null;
  return (
    <p className="mb-4 flex flex-wrap gap-x-2 text-muted text-sm">
      {t('usedBy')}
      {usedBy.map(({ kind, id, name }) => (
        <Link key={id} href={`/${kind}s/${id}`} className="text-accent-ink underline underline-offset-3">
          {name}
        </Link>
      ))}
    </p>
  );
}
