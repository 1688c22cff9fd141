// A group of conditions: which of them must hold, its lines, and the groups inside it.
'use client';

import { useTranslations } from 'next-intl';
import { useFieldError } from '@/components/nodes/fields/form-field';
import { useNodeForm } from '@/components/nodes/form-context';
import { cn } from '@/components/ui/cn';
import { Select } from '@/components/ui/select';
import { type Condition, type Group, isGroup, type Test } from '@/lib/core/condition/condition';
import { GroupButtons } from './group-buttons';
import { LineEditor } from './line-editor';
import { RemoveButton } from './remove-button';

interface GroupEditorProps {
  field: string;
  subject: Test['subject'];
  value: Group;
  onChange: (value: Group) => void;
  onRemove?: () => void;
  depth: number;
}

export function GroupEditor({ field, subject, value, onChange, onRemove, depth }: GroupEditorProps) {
  const t = useTranslations('forms.condition');
  const error = useFieldError(field);
  const isBare = depth === 0 && value.of.length === 0;
  const parts = (of: Condition[]) => onChange({ ...value, of });
  return (
    <fieldset
      aria-label={t(`groupLabels.${value.type}`)}
      data-field={field}
      className={cn('flex flex-col gap-2', depth > 0 && 'rounded-md border bg-sunken/60 p-2')}
    >
      {!isBare && <GroupHead value={value} onChange={onChange} {...(onRemove && { onRemove })} />}
      <div className={cn('flex flex-col gap-2', !isBare && 'border-line-strong border-l-2 pl-2.5')}>
        {value.of.map((part, index) => (
          <Part
            // Lines have no identity of their own; nothing but their text is kept on screen, so the place will do.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={index}
            field={`${field}.of.${index}`}
            subject={subject}
            value={part}
            onChange={(next) => parts(value.of.with(index, next))}
            onRemove={() => parts(value.of.toSpliced(index, 1))}
            depth={depth}
          />
        ))}
        {error.text && <p className="text-danger-ink text-xs">{error.text}</p>}
        <GroupButtons
          subject={subject}
          depth={depth}
          isBare={isBare}
          onAdd={(part) => parts([...value.of, part])}
        />
      </div>
    </fieldset>
  );
}

const kinds = ['all', 'any', 'none'] as const;

function GroupHead({ value, onChange, onRemove }: Pick<GroupEditorProps, 'value' | 'onChange' | 'onRemove'>) {
  const t = useTranslations('forms.condition');
  const { isReadOnly } = useNodeForm();
  return (
    <div className="flex items-center gap-2 text-muted text-sm">
      <Select
        aria-label={t('group')}
        className="h-7 w-auto gap-1.5 pointer-coarse:h-9"
        options={kinds.map((kind) => ({ value: kind, label: t(`groups.${kind}`) }))}
        value={value.type}
        disabled={isReadOnly}
        onValueChange={(type) => onChange({ ...value, type })}
      />
      {t('hold')}
      {onRemove && <RemoveButton label={t('removeGroup')} onClick={onRemove} className="ml-auto" />}
    </div>
  );
}

interface PartProps {
  field: string;
  subject: Test['subject'];
  value: Condition;
  onChange: (value: Condition) => void;
  onRemove: () => void;
  depth: number;
}

function Part({ value, subject, depth, ...rest }: PartProps) {
  if (!isGroup(value)) return <LineEditor value={value} {...rest} />;
  return <GroupEditor value={value} subject={subject} depth={depth + 1} {...rest} />;
}
