// The paths of a branch, asked from top to bottom.
'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useFieldError } from '../fields/form-field';
import type { FormProps, NodeForm } from '../node-form';
import { PathEditor } from './path-editor';

const MOST_PATHS = 10;

function Form({ value: { branches }, onChange }: FormProps<'branch'>) {
  const t = useTranslations('forms.branch');
  const error = useFieldError('branches');
  const add = () => {
    const condition = { type: 'all' as const, of: [] };
    onChange({ branches: [...branches, { id: crypto.randomUUID().slice(0, 8), name: '', condition }] });
  };
  return (
    <>
      <p className="text-muted text-sm">{t('intro')}</p>
      {branches.map((path, index) => (
        <PathEditor
          key={path.id}
          field={`branches.${index}`}
          position={index}
          count={branches.length}
          value={path}
          onChange={(next) => onChange({ branches: branches.with(index, next) })}
          onRemove={() => onChange({ branches: branches.toSpliced(index, 1) })}
          onMove={(by) => onChange({ branches: branches.toSpliced(index, 1).toSpliced(index + by, 0, path) })}
        />
      ))}
      {error.text && <p className="text-danger-ink text-xs">{error.text}</p>}
      {branches.length < MOST_PATHS && (
        <Button className="self-start" onClick={add}>
          <Plus aria-hidden />
          {t('add')}
        </Button>
      )}
      <p className="rounded-md border border-dashed px-3 py-2 text-muted text-xs">{t('otherwise')}</p>
    </>
  );
}

export const branchForm: NodeForm<'branch'> = { Form };
