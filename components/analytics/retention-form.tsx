// What to count. A plain form whose fields are the address, so that every report can be shared.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { NativeSelect } from '@/components/ui/native-select';
import type { RetentionQuery } from '@/lib/core/api/analytics';

interface RetentionFormProps {
  query: RetentionQuery;
  show: string;
  eventNames: readonly string[];
}

const choices = {
  cohort: ['first-time', 'recurring'],
  measure: ['on', 'on-or-after', 'brackets'],
  clock: ['calendar', 'elapsed'],
  unit: ['day', 'week', 'month'],
  membership: ['anchor', 'now'],
  show: ['share', 'people'],
} as const;

export function RetentionForm({ query, show, eventNames }: RetentionFormProps) {
  const t = useTranslations('analytics.form');
  const { start, returns, cohort, measure, clock, unit, cohorts, by, ids, membership, brackets } = query;
  return (
    <Card>
      <CardBody className="pt-4">
        <form
          aria-label={t('label')}
          className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:grid-cols-5"
        >
          <EventField name="start" label={t('start')} value={start} names={eventNames} />
          <EventField name="returns" label={t('returns')} value={returns} names={eventNames} />
          <Choice name="unit" label={t('unit')} value={unit}>
            {choices.unit.map((value) => [value, t(`units.${value}`)])}
          </Choice>
          <Choice name="cohort" label={t('cohort')} value={cohort}>
            {choices.cohort.map((value) => [value, t(`cohorts.${value}`)])}
          </Choice>
          <Field label={t('count')}>
            <Input name="cohorts" type="number" min={1} max={120} defaultValue={cohorts} />
          </Field>
          <Choice name="measure" label={t('measure')} value={measure}>
            {choices.measure.map((value) => [value, t(`measures.${value}`)])}
          </Choice>
          <Choice name="clock" label={t('clock')} value={clock}>
            {choices.clock.map((value) => [value, t(`clocks.${value}`)])}
          </Choice>
          <Choice name="by" label={t('by')} value={by ?? ''}>
            {[
              ['', t('bys.none')],
              ['segment', t('bys.segment')],
              ['journey', t('bys.journey')],
            ]}
          </Choice>
          <Choice name="show" label={t('show')} value={show}>
            {choices.show.map((value) => [value, t(`shows.${value}`)])}
          </Choice>
          {measure === 'brackets' && (
            <Field label={t('brackets')} hint={t('bracketsHint')}>
              <Input name="brackets" defaultValue={brackets ?? ''} autoComplete="off" />
            </Field>
          )}
          {by !== undefined && (
            <Field label={t('ids')} hint={t('idsHint')}>
              <Input name="ids" defaultValue={ids ?? ''} autoComplete="off" />
            </Field>
          )}
          {by === 'segment' && (
            <Choice name="membership" label={t('membership')} value={membership}>
              {choices.membership.map((value) => [value, t(`memberships.${value}`)])}
            </Choice>
          )}
          <Kept query={query} />
          <Button type="submit" variant="primary">
            {t('submit')}
          </Button>
        </form>
      </CardBody>
    </Card>
  );
}

/** What the form has no field for, but the address has said. */
function Kept({ query: { startWhere, returnsWhere, from, asOf } }: { query: RetentionQuery }) {
  const kept = Object.entries({ startWhere, returnsWhere, from, asOf });
  return kept.map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />);
}

interface EventFieldProps {
  name: string;
  label: string;
  value: string;
  names: readonly string[];
}

function EventField({ name, label, value, names }: EventFieldProps) {
  const all = names.includes(value) ? names : [value, ...names];
  return (
    <Choice name={name} label={label} value={value}>
      {all.map((one) => [one, one])}
    </Choice>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string;
  /** Value and text of each. */
  children: readonly (readonly string[])[];
}

function Choice({ name, label, value, children }: ChoiceProps) {
  return (
    <Field label={label}>
      <NativeSelect name={name} defaultValue={value} key={value}>
        {children.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}
