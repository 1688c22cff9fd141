// A line about where the customer stands with a journey.
'use client';

import { useTranslations } from 'next-intl';
import type { JourneyTest } from '@/lib/core/condition/condition';
import { ChoiceSelect } from './choice-select';
import { JourneySelect } from './journey-select';
import { Line, type LineEditorProps } from './line';
import { RemoveButton } from './remove-button';
import { SinceEditor } from './since-editor';

const states = ['inside', 'entered', 'converted', 'completed'] as const;
const standings = states.flatMap((state) => [`is-${state}`, `not-${state}`] as const);

export function JourneyTestEditor({ field, value, onChange, onRemove }: LineEditorProps<JourneyTest>) {
  const t = useTranslations('forms.condition');
  const { state, isSo, within } = value;
  return (
    <Line field={field} label={t('lines.journey')}>
      <div className="flex items-start gap-1.5">
        <div className="flex min-w-0 flex-1 flex-wrap gap-1.5">
          <ChoiceSelect
            label={t('standingChoice')}
            options={standings.map((one) => ({ value: one, label: t(`standingChoices.${one}`) }))}
            value={`${isSo ? 'is' : 'not'}-${state}`}
            onChange={(next) => {
              const chosen = states.find((one) => next.endsWith(one)) ?? state;
              onChange({ ...value, state: chosen, isSo: next.startsWith('is-') });
            }}
          />
          <JourneySelect
            value={value.journeyId}
            onChange={(journeyId) => onChange({ ...value, journeyId })}
          />
        </div>
        <RemoveButton label={t('removeTest')} onClick={onRemove} />
      </div>
      {state !== 'inside' && (
        <SinceEditor
          label={t('since')}
          value={within}
          onChange={(next) => onChange({ ...value, within: next })}
        />
      )}
    </Line>
  );
}
