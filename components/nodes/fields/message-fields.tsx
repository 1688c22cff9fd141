// What every message is asked: whether it needs the customer's agreement, how late it may be, what caps count it by.
'use client';

import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { MessageKind } from '@/lib/core/nodes/message';
import { useNodeForm } from '../form-context';
import { FormField } from './form-field';
import { NumberInput } from './number-input';

interface MessageSettings {
  kind: MessageKind;
  category: string;
  maxLatenessHours: number;
}

interface MessageFieldsProps<Data extends MessageSettings> {
  value: Data;
  onChange: (value: Data) => void;
}

export function MessageFields<Data extends MessageSettings>({ value, onChange }: MessageFieldsProps<Data>) {
  const t = useTranslations('forms.message');
  const common = useTranslations('common');
  const { isReadOnly } = useNodeForm();
  const kinds = MessageKind.options.map((kind) => ({
    value: kind,
    label: t(`kinds.${kind}`),
    hint: t(`kindHints.${kind}`),
  }));
  return (
    <>
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
      {value.kind === 'marketing' && (
        <FormField field="category" label={t('category')} aside={common('optional')} hint={t('categoryHint')}>
          <Input
            value={value.category}
            maxLength={60}
            placeholder={t('categoryPlaceholder')}
            onChange={({ target }) => onChange({ ...value, category: target.value })}
          />
        </FormField>
      )}
    </>
  );
}
