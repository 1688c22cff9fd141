// A line about chance: so many of a hundred customers, always the same ones.
'use client';

import { useTranslations } from 'next-intl';
import { NumberInput } from '@/components/nodes/fields/number-input';
import { Input } from '@/components/ui/input';
import type { SampleTest } from '@/lib/core/condition/condition';
import { Line, type LineEditorProps } from './line';
import { RemoveButton } from './remove-button';

export function SampleTestEditor({ field, value, onChange, onRemove }: LineEditorProps<SampleTest>) {
  const t = useTranslations('forms.condition');
  return (
    <Line field={field} label={t('lines.sample')}>
      <div className="flex items-center gap-1.5">
        <NumberInput
          aria-label={t('percent')}
          className="w-16 tabular"
          value={value.percent}
          onChange={(percent) => onChange({ ...value, percent })}
        />
        <span className="shrink-0 text-muted text-sm">{t('percentOfAll')}</span>
        <Input
          aria-label={t('salt')}
          placeholder={t('saltPlaceholder')}
          maxLength={60}
          value={value.salt}
          onChange={({ target }) => onChange({ ...value, salt: target.value })}
        />
        <RemoveButton label={t('removeTest')} onClick={onRemove} />
      </div>
    </Line>
  );
}
