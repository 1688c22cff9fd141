// Which question a line asks about events: how often, or what they measure together, compared with a number.
'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NumberInput } from '@/components/nodes/fields/number-input';
import { pathFrom, pathText } from '@/components/nodes/fields/path-text';
import { SuggestInput } from '@/components/nodes/fields/suggest-input';
import { type Suggestion, useNodeForm } from '@/components/nodes/form-context';
import { Select } from '@/components/ui/select';
import type { EventTest } from '@/lib/core/condition/condition';
import { ComparisonSelect } from './comparison-select';
import { eventQuestions, isMeasure, isOfProperty, questionOf, withQuestion } from './event-question';
import { isCounted } from './frequency';
import type { LineEditorProps } from './line';

type QuestionProps = Pick<LineEditorProps<EventTest>, 'value' | 'onChange'>;

export function EventQuestionEditor({ value, onChange }: QuestionProps) {
  const t = useTranslations('forms.condition');
  const { isReadOnly } = useNodeForm();
  // "At least 1" is "did" as well: whoever is typing 12 must not lose the field at the 1.
  const [isTyping, setTyping] = useState(false);
  const question = isTyping && !value.measure ? value.operator : questionOf(value);
  return (
    <>
      <Select
        aria-label={t('frequency')}
        className="w-40 shrink-0"
        options={eventQuestions.map((one) => ({
          value: one,
          label: isMeasure(one) ? t(`measures.${one}`) : t(`frequencies.${one}`),
        }))}
        value={question}
        disabled={isReadOnly}
        onValueChange={(next) => {
          setTyping(!isMeasure(next) && isCounted(next));
          onChange(withQuestion(value, next));
        }}
      />
      {!isMeasure(question) && isCounted(question) && (
        <>
          <NumberInput
            aria-label={t('count')}
            className="w-14 tabular"
            value={value.count}
            onFocus={() => setTyping(true)}
            onChange={(count) => onChange({ ...value, count })}
          />
          <span className="text-muted text-sm max-sm:sr-only">{t('times', { count: value.count })}</span>
        </>
      )}
    </>
  );
}

/** The second half of a measure, after the event was named: of which property, and compared with what. */
export function MeasureEditor({ value, onChange }: QuestionProps) {
  const t = useTranslations('forms.condition');
  const properties = useNodeForm().suggestions.propertiesOf[value.event] ?? [];
  const { measure } = value;
  if (!measure) return null;
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {isOfProperty(measure.of) && (
        <SuggestInput
          className="min-w-32"
          aria-label={t('measuredProperty')}
          placeholder={t('measuredPropertyPlaceholder')}
          suggestions={properties.filter(isNumeric)}
          value={pathText(measure.property)}
          onChange={(text) => onChange({ ...value, measure: { ...measure, property: pathFrom(text) } })}
        />
      )}
      <ComparisonSelect value={value.operator} onChange={(operator) => onChange({ ...value, operator })} />
      <NumberInput
        aria-label={t(isOfProperty(measure.of) ? 'amount' : 'daysAgo')}
        className="w-20 tabular"
        value={value.count}
        onChange={(count) => onChange({ ...value, count })}
      />
      {!isOfProperty(measure.of) && <span className="text-muted text-sm">{t('daysAgoUnit')}</span>}
    </div>
  );
}

const isNumeric = ({ value, kinds }: Suggestion) =>
  !value.includes('[]') && (kinds === undefined || kinds.includes('number'));
