// A goal or an exit rule: an event that happens or a condition that comes true, and what it means for the customer.
'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ConditionBuilder } from '@/components/condition/condition-builder';
import { useConditionSentence } from '@/components/condition/use-condition-sentence';
import { EventField } from '@/components/nodes/fields/event-field';
import { FilterField } from '@/components/nodes/fields/filter-field';
import { FormField } from '@/components/nodes/fields/form-field';
import { KeyField } from '@/components/nodes/fields/key-field';
import { SwitchField } from '@/components/nodes/fields/switch-field';
import { NodeFormProvider, useNodeForm } from '@/components/nodes/form-context';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { isUnset } from '@/lib/core/condition/condition';
import type { ExitRule, Goal } from '@/lib/core/journey/settings';

interface RuleProps {
  /** Dotted path of the rule in the settings, as problems name it. */
  field: string;
  value: Goal | ExitRule;
  onChange: (value: Goal | ExitRule) => void;
}

interface GoalEditorProps extends RuleProps {
  label: string;
  removeLabel: string;
  onRemove: () => void;
}

export function GoalEditor({ label, removeLabel, onRemove, ...rule }: GoalEditorProps) {
  const t = useTranslations('canvas.settings.rule');
  const { field, value, onChange } = rule;
  return (
    <section aria-label={label} data-field={field} className="flex flex-col gap-4 rounded-lg border p-3">
      <header className="flex items-center gap-1">
        <h4 className="flex-1 font-medium text-muted text-xs">{label}</h4>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={removeLabel}
          title={removeLabel}
          onClick={onRemove}
        >
          <Trash2 aria-hidden />
        </Button>
      </header>
      <FormField field={`${field}.name`} label={t('name')}>
        <Input
          value={value.name}
          maxLength={120}
          placeholder={t('namePlaceholder')}
          onChange={({ target }) => onChange({ ...value, name: target.value })}
        />
      </FormField>
      <SegmentedControl
        label={t('when')}
        className="self-start"
        value={value.when}
        onValueChange={(when) => onChange({ ...value, when })}
        options={(['event', 'condition'] as const).map((when) => ({
          value: when,
          label: t(`whens.${when}`),
        }))}
      />
      {value.when === 'event' ? <ByEvent {...rule} /> : <ByCondition {...rule} />}
      {'exits' in value && (
        <SwitchField
          label={t('exits')}
          hint={t('exitsHint')}
          value={value.exits}
          onChange={(exits) => onChange({ ...value, exits })}
        />
      )}
      <Meaning value={value} />
    </section>
  );
}

/** The filter suggests the properties of the rule's own event. */
function ByEvent({ field, value, onChange }: RuleProps) {
  const t = useTranslations('canvas.settings.rule');
  const form = useNodeForm();
  const properties = form.suggestions.propertiesOf[value.event] ?? [];
  return (
    <NodeFormProvider value={{ ...form, suggestions: { ...form.suggestions, properties } }}>
      <EventField
        field={`${field}.event`}
        label={t('event')}
        value={value.event}
        onChange={(event) => onChange({ ...value, event })}
      />
      <FilterField
        field={`${field}.filter`}
        label={t('filter')}
        value={value.filter}
        onChange={(filter) => onChange({ ...value, filter })}
      />
      <KeyField
        field={`${field}.key`}
        label={t('key')}
        hint={t('keyHint')}
        value={value.key}
        onChange={(key) => onChange({ ...value, key })}
      />
    </NodeFormProvider>
  );
}

function ByCondition({ field, value, onChange }: RuleProps) {
  return (
    <ConditionBuilder
      field={`${field}.condition`}
      subject="attribute"
      value={value.condition}
      onChange={(condition) => onChange({ ...value, condition })}
    />
  );
}

/** The whole rule as a sentence, once there is one to say. */
function Meaning({ value }: Pick<RuleProps, 'value'>) {
  const t = useTranslations('canvas.settings.rule');
  const { when, event, filter, condition } = value;
  const sentence = useConditionSentence(filter === null ? [condition] : [condition, filter]);
  if (when === 'event' ? event === '' : isUnset(condition)) return null;
  const happens = filter ? t('happensAnd', { event, filter: sentence(filter) }) : t('happens', { event });
  const occasion = when === 'event' ? happens : sentence(condition);
  const goal = 'exits' in value && (value.exits ? 'goalExits' : 'goalStays');
  return (
    <p className="rounded-md bg-accent-soft px-3 py-2 text-accent-ink text-xs" aria-live="polite">
      {t(goal || 'exitRule', { occasion })}
    </p>
  );
}
