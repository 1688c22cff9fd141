// What to count. A plain form whose fields are the address, so that every report can be shared.
'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { RetentionQuery } from '@/lib/core/api/analytics';
import type { SplitChoices } from '@/lib/core/retention/split-choices';
import { EventPart } from './event-part';
import { FormChoice } from './form-choice';
import { SplitPart } from './split-part';

interface RetentionFormProps {
  query: RetentionQuery;
  show: string;
  eventNames: readonly string[];
  choices: SplitChoices;
}

const offered = {
  cohort: ['first-time', 'recurring'],
  clock: ['calendar', 'elapsed'],
  unit: ['day', 'week', 'month'],
  show: ['share', 'people'],
} as const;

const measures = ['on', 'on-or-after', 'brackets'] as const;

export function RetentionForm({ query, show, eventNames, choices }: RetentionFormProps) {
  const t = useTranslations('analytics.form');
  const { start, returns, cohort, clock, unit, cohorts, brackets, startWhere, returnsWhere } = query;
  const [measure, setMeasure] = useState<string>(query.measure);
  return (
    <Card>
      <CardBody className="pt-4">
        <form aria-label={t('label')} className="flex flex-col gap-4">
          <div className="grid gap-3 md:grid-cols-2">
            <EventPart name="start" event={start} where={startWhere} names={eventNames} />
            <EventPart name="returns" event={returns} where={returnsWhere} names={eventNames} />
          </div>
          <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:grid-cols-6">
            <FormChoice name="unit" label={t('unit')} value={unit}>
              {offered.unit.map((value) => [value, t(`units.${value}`)])}
            </FormChoice>
            <FormChoice name="cohort" label={t('cohort')} value={cohort}>
              {offered.cohort.map((value) => [value, t(`cohorts.${value}`)])}
            </FormChoice>
            <Field label={t('count')}>
              <Input name="cohorts" type="number" min={1} max={120} defaultValue={cohorts} />
            </Field>
            <FormChoice name="measure" label={t('measure')} value={measure} onChange={setMeasure}>
              {measures.map((value) => [value, t(`measures.${value}`)])}
            </FormChoice>
            <FormChoice name="clock" label={t('clock')} value={clock}>
              {offered.clock.map((value) => [value, t(`clocks.${value}`)])}
            </FormChoice>
            <FormChoice name="show" label={t('show')} value={show}>
              {offered.show.map((value) => [value, t(`shows.${value}`)])}
            </FormChoice>
          </div>
          {measure === 'brackets' && (
            <Field label={t('brackets')} hint={t('bracketsHint')} className="max-w-72">
              <Input name="brackets" defaultValue={brackets ?? '1-3,4-11'} autoComplete="off" required />
            </Field>
          )}
          <SplitPart query={query} choices={choices} />
          <Kept query={query} />
          <Button type="submit" variant="primary" className="self-start">
            {t('submit')}
          </Button>
        </form>
      </CardBody>
    </Card>
  );
}

/** What the form has no field for, but the address has said. */
function Kept({ query: { from, asOf } }: { query: RetentionQuery }) {
  const kept = Object.entries({ from, asOf });
  return kept.map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />);
}
