// A line about a date: before or after a day, so many days around today, or its anniversary.
'use client';

import { useTranslations } from 'next-intl';
import { NumberInput } from '@/components/nodes/fields/number-input';
import { useNodeForm } from '@/components/nodes/form-context';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { DateTest } from '@/lib/core/condition/condition';
import { knownPaths } from './known-paths';
import { Line, type LineEditorProps } from './line';
import { RemoveButton } from './remove-button';
import { SeenHint } from './seen-hint';
import { SubjectSelect } from './subject-select';
import { PathInput } from './test-parts';

const operators = DateTest.shape.operator.unwrap().options;
const ofOneDay: readonly DateTest['operator'][] = ['before', 'on', 'after'];

export function DateTestEditor({ field, value, onChange, onRemove }: LineEditorProps<DateTest>) {
  const t = useTranslations('forms.condition');
  const { isReadOnly, hasEvent = true, suggestions } = useNodeForm();
  const { subject, path, operator } = value;
  const known = knownPaths(subject, suggestions);
  // Where the date is, is chosen and judged as of any value.
  const place = { type: 'test', operator: 'is-set', subject, path } as const;
  return (
    <Line field={field} label={t('lines.date')}>
      <div className="flex items-center gap-1.5">
        {(hasEvent || subject !== 'attribute') && (
          <SubjectSelect value={subject} onChange={(next) => onChange({ ...value, subject: next })} />
        )}
        <PathInput
          value={place}
          suggestions={known}
          onChange={(next) => onChange({ ...value, path: next.path })}
        />
        <RemoveButton label={t('removeTest')} onClick={onRemove} />
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        <Select
          aria-label={t('operator')}
          className="w-60 shrink-0"
          options={operators.map((one) => ({ value: one, label: t(`dates.${one}`) }))}
          value={operator}
          disabled={isReadOnly}
          onValueChange={(next) => onChange({ ...value, operator: next })}
        />
        {ofOneDay.includes(operator) ? (
          <Input
            type="date"
            aria-label={t('date')}
            className="w-40"
            value={value.date}
            onChange={({ target }) => onChange({ ...value, date: target.value })}
          />
        ) : (
          <>
            <NumberInput
              aria-label={t('dateDays')}
              className="w-16 tabular"
              value={value.days}
              onChange={(days) => onChange({ ...value, days })}
            />
            <span className="text-muted text-sm">{t('dateDaysUnit', { count: value.days })}</span>
          </>
        )}
      </div>
      <SeenHint value={place} suggestions={known} />
    </Line>
  );
}
