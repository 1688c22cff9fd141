// How an experiment is run: what differs, what must not get worse, how small a lift is worth finding, and what follows.
'use client';

import { useTranslations } from 'next-intl';
import type { ExperimentDesign } from '@/lib/core/experiment/design';
import { ChoiceField } from '../fields/choice-field';
import { FormField } from '../fields/form-field';
import { NumberInput } from '../fields/number-input';
import { SwitchField } from '../fields/switch-field';

const DIFFERENCES = ['message', 'subject', 'send-time', 'channel', 'path', 'holdout'] as const;
const GUARDRAILS = ['unsubscribed', 'complained', 'bounced'] as const;
const MODES = ['fixed-window', 'open-ended', 'test-then-send', 'optimise'] as const;
/** Nothing is decided before: weekdays differ. */
const LEAST_DAYS = 7;
const ON_WINNER = ['promote', 'ask'] as const;
const WITHOUT = ['keep', 'baseline', 'best'] as const;

interface DesignFieldsProps {
  value: ExperimentDesign;
  onChange: (changed: Partial<ExperimentDesign>) => void;
}

export function DesignFields({ value, onChange }: DesignFieldsProps) {
  const t = useTranslations('forms.experiment-split');
  return (
    <>
      <ChoiceField
        field="design.differs"
        label={t('differs')}
        value={value.differs}
        options={DIFFERENCES.map((one) => ({ value: one, label: t(`differences.${one}`) }))}
        onChange={(next) => onChange({ differs: next })}
      />
      <Guardrails value={value} onChange={onChange} />
      <FormField field="design.smallestLift" label={t('smallestLift')} hint={t('smallestLiftHint')}>
        <NumberInput
          className="w-24 tabular"
          value={value.smallestLift}
          onChange={(smallestLift) => onChange({ smallestLift })}
        />
      </FormField>
      <FormField field="design.power" label={t('power')} hint={t('powerHint')}>
        <NumberInput className="w-24 tabular" value={value.power} onChange={(power) => onChange({ power })} />
      </FormField>
      <Ending value={value} onChange={onChange} />
    </>
  );
}

function Guardrails({ value: { guardrails }, onChange }: DesignFieldsProps) {
  const t = useTranslations('forms.experiment-split');
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium text-sm">{t('guardrails')}</legend>
      {GUARDRAILS.map((one) => (
        <SwitchField
          key={one}
          label={t(`guards.${one}`)}
          hint={t(`guardHints.${one}`)}
          value={guardrails.includes(one)}
          onChange={(isOn) =>
            onChange({ guardrails: GUARDRAILS.filter((g) => (g === one ? isOn : guardrails.includes(g))) })
          }
        />
      ))}
    </fieldset>
  );
}

/** When it is decided, and what becomes of everybody then. */
function Ending({ value, onChange }: DesignFieldsProps) {
  const t = useTranslations('forms.experiment-split');
  const { mode, days, onWinner, withoutWinner } = value;
  const hasEnd = mode === 'fixed-window' || mode === 'test-then-send';
  return (
    <>
      <ChoiceField
        field="design.mode"
        label={t('mode')}
        hint={t(`modeHints.${mode}`)}
        value={mode}
        options={MODES.map((one) => ({ value: one, label: t(`modes.${one}`) }))}
        onChange={(next) => onChange({ mode: next })}
      />
      {hasEnd && (
        <FormField
          field="design.days"
          label={t('days')}
          hint={t(mode === 'fixed-window' && days < LEAST_DAYS ? 'daysShort' : 'daysHint')}
        >
          <NumberInput className="w-24 tabular" value={days} onChange={(next) => onChange({ days: next })} />
        </FormField>
      )}
      <ChoiceField
        field="design.onWinner"
        label={t('onWinner')}
        value={onWinner}
        options={ON_WINNER.map((one) => ({ value: one, label: t(`winners.${one}`) }))}
        onChange={(next) => onChange({ onWinner: next })}
      />
      {hasEnd && (
        <ChoiceField
          field="design.withoutWinner"
          label={t('withoutWinner')}
          hint={t('withoutWinnerHint')}
          value={withoutWinner}
          options={WITHOUT.map((one) => ({ value: one, label: t(`without.${one}`) }))}
          onChange={(next) => onChange({ withoutWinner: next })}
        />
      )}
    </>
  );
}
