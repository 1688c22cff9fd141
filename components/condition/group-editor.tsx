// A group of conditions: which of them must hold, its lines, and the groups inside it.
'use client';

import { ListPlus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFieldError } from '@/components/nodes/fields/form-field';
import { useNodeForm } from '@/components/nodes/form-context';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Select } from '@/components/ui/select';
import { type Condition, type Group, MAX_GROUP_DEPTH, type Test } from '@/lib/core/condition/condition';
import { blankGroup, blankTest } from './blank-test';
import { RemoveButton } from './remove-button';
import { TestEditor } from './test-editor';

interface GroupEditorProps {
  field: string;
  subject: Test['subject'];
  value: Group;
  onChange: (value: Group) => void;
  onRemove?: () => void;
  depth: number;
}

const kinds = ['all', 'any', 'none'] as const;

export function GroupEditor({ field, subject, value, onChange, onRemove, depth }: GroupEditorProps) {
  const t = useTranslations('forms.condition');
  const { isReadOnly } = useNodeForm();
  const error = useFieldError(field);
  const isBare = depth === 0 && value.of.length === 0;
  const parts = (of: Condition[]) => onChange({ ...value, of });
  const options = kinds.map((kind) => ({ value: kind, label: t(`groups.${kind}`) }));
  return (
    <fieldset
      aria-label={t(`groupLabels.${value.type}`)}
      data-field={field}
      className={cn('flex flex-col gap-2', depth > 0 && 'rounded-md border bg-sunken/60 p-2')}
    >
      <div className={cn('flex items-center gap-2 text-muted text-sm', isBare && 'hidden')}>
        <Select
          aria-label={t('group')}
          className="h-7 w-auto gap-1.5 pointer-coarse:h-9"
          options={options}
          value={value.type}
          disabled={isReadOnly}
          onValueChange={(type) => onChange({ ...value, type })}
        />
        {t('hold')}
        {onRemove && <RemoveButton label={t('removeGroup')} onClick={onRemove} className="ml-auto" />}
      </div>
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
        <div className="flex gap-1.5">
          <Button
            size="sm"
            variant={isBare ? 'secondary' : 'ghost'}
            onClick={() => parts([...value.of, blankTest(subject)])}
          >
            <Plus aria-hidden />
            {t('addTest')}
          </Button>
          {depth + 1 < MAX_GROUP_DEPTH && (
            <Button size="sm" variant="ghost" onClick={() => parts([...value.of, blankGroup(subject)])}>
              <ListPlus aria-hidden />
              {t('addGroup')}
            </Button>
          )}
        </div>
      </div>
    </fieldset>
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
  if (value.type === 'test') return <TestEditor value={value} {...rest} />;
  return <GroupEditor value={value} subject={subject} depth={depth + 1} {...rest} />;
}
