// What every message is asked: whether it needs the customer's agreement, and how late it may still be sent.
'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/select';
import { MessageKind } from '@/lib/core/nodes/message';
import { useNodeForm } from '../form-context';
import { FormField } from './form-field';
import { NumberInput } from './number-input';

interface MessageSettings {
  kind: MessageKind;
  maxLatenessHours: number;
}

interface MessageFieldsProps<Data extends MessageSettings> {
  value: Data;
  onChange: (value: Data) => void;
}

export function MessageFields<Data extends MessageSettings>({ value, onChange }: MessageFieldsProps<Data>) {
  const t = useTranslations('forms.message');
  const { isReadOnly } = useNodeForm();
  const kinds = MessageKind.options.map((kind) => ({
    value: kind,
    label: t(`kinds.${kind}`),
    hint: t(`kindHints.${kind}`),
  }));
  return (
    <div className="grid grid-cols-2 gap-3">
      <FormField field="kind" label={t('kind')} hint={t(`kindHints.${value.kind}`)}>
        <Select
          options={kinds}
          value={value.kind}
          disabled={isReadOnly}
          onValueChange={(kind) => onChange({ ...value, kind })}
        />
      </FormField>
      <FormField field="maxLatenessHours" label={t('lateness')} hint={t('latenessHint')}>
        <NumberInput
          className="tabular"
          value={value.maxLatenessHours}
          onChange={(maxLatenessHours) => onChange({ ...value, maxLatenessHours })}
        />
      </FormField>
    </div>
  );
}
