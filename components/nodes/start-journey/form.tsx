// Which journey is started, and what it is told.
'use client';

import { useTranslations } from 'next-intl';
import { PathField } from '../fields/path-field';
import { PickField } from '../fields/pick-field';
import { useNodeForm } from '../form-context';
import type { FormProps, NodeForm } from '../node-form';

function Form({ value, onChange }: FormProps<'start-journey'>) {
  const t = useTranslations('forms.start-journey');
  const common = useTranslations('forms');
  const { suggestions } = useNodeForm();
  return (
    <>
      <PickField
        field="journeyId"
        label={t('journey')}
        hint={t('journeyHint')}
        empty={t('noJourneys')}
        choices={suggestions.journeys}
        value={value.journeyId}
        onChange={(journeyId) => onChange({ ...value, journeyId })}
      />
      <PathField
        field="properties"
        label={t('properties')}
        hint={t('propertiesHint')}
        aside={common('optional')}
        value={value.properties}
        onChange={(properties) => onChange({ ...value, properties })}
      />
    </>
  );
}

export const startJourneyForm: NodeForm<'start-journey'> = { Form };
