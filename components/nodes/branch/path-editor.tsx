// One path of a branch: its name, its condition, its turn.
'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ConditionBuilder } from '@/components/condition/condition-builder';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import type { NodeData } from '@/lib/core/nodes/registry';
import { FormField } from '../fields/form-field';

type Path = NodeData<'branch'>['branches'][number];

interface PathEditorProps {
  field: string;
  position: number;
  count: number;
  value: Path;
  onChange: (value: Path) => void;
  onRemove: () => void;
  onMove: (by: -1 | 1) => void;
}

export function PathEditor({ field, position, count, value, onChange, onRemove, onMove }: PathEditorProps) {
  const t = useTranslations('forms.branch');
  const number = position + 1;
  return (
    <section
      aria-label={t('path', { number })}
      className="flex flex-col gap-3 rounded-lg border p-3"
      data-field={field}
    >
      <header className="flex items-center gap-1">
        <h3 className="flex-1 font-medium text-flow-ink text-xs">{t('path', { number })}</h3>
        {position > 0 && <Move label={t('moveUp', { number })} icon={ArrowUp} onClick={() => onMove(-1)} />}
        {number < count && (
          <Move label={t('moveDown', { number })} icon={ArrowDown} onClick={() => onMove(1)} />
        )}
        {count > 1 && <Move label={t('remove', { number })} icon={Trash2} onClick={onRemove} />}
      </header>
      <FormField field={`${field}.name`} label={t('name')}>
        <Input
          value={value.name}
          maxLength={120}
          placeholder={t('namePlaceholder')}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
        />
      </FormField>
      <ConditionBuilder
        field={`${field}.condition`}
        subject="attribute"
        value={value.condition}
        onChange={(condition) => onChange({ ...value, condition })}
      />
    </section>
  );
}

interface MoveProps {
  label: string;
  icon: typeof ArrowUp;
  onClick: () => void;
}

function Move({ label, icon: Icon, onClick }: MoveProps) {
  return (
    <Button variant="ghost" size="icon-sm" aria-label={label} title={label} onClick={onClick}>
      <Icon aria-hidden />
    </Button>
  );
}
