// The ways of a split and how many of a hundred customers take each.
'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { ReportContext, useOwnErrors } from '@/components/ui/own-errors';
import { useFieldError } from './form-field';
import { NumberInput } from './number-input';

interface Share {
  id: string;
  name: string;
  percent: number;
}

interface SharesFieldProps {
  /** Of the data, and of what one of them is called. */
  field: 'ways' | 'arms';
  label: string;
  value: readonly Share[];
  onChange: (value: Share[]) => void;
}

const MOST = 10;

/** Everybody gets the same, and what rounding leaves goes to the first. */
function evenly(shares: readonly Share[]): Share[] {
  const each = Math.floor(10_000 / Math.max(1, shares.length)) / 100;
  const rest = Math.round((100 - each * shares.length) * 100) / 100;
  return shares.map((share, index) => ({
    ...share,
    percent: index === 0 ? Math.round((each + rest) * 100) / 100 : each,
  }));
}

export function SharesField({ field, label, value, onChange }: SharesFieldProps) {
  const t = useTranslations('forms.shares');
  const format = useFormatter();
  const error = useFieldError(field);
  const { report, ownError } = useOwnErrors();
  const wrong = ownError ?? error.text;
  const sum = value.reduce((total, { percent }) => total + percent, 0);
  const add = () =>
    onChange(evenly([...value, { id: crypto.randomUUID().slice(0, 8), name: '', percent: 0 }]));
  return (
    <fieldset data-field={field} className="flex flex-col gap-2" onBlur={error.visit}>
      <legend className="mb-1.5 font-medium text-sm">{label}</legend>
      <ReportContext value={report}>
        {value.map((share, index) => (
          <ShareRow
            key={share.id}
            field={field}
            number={index + 1}
            share={share}
            isLast={value.length <= 2}
            onChange={(next) => onChange(value.with(index, next))}
            onRemove={() => onChange(evenly(value.toSpliced(index, 1)))}
          />
        ))}
      </ReportContext>
      <p className="text-muted text-xs tabular" aria-live="polite">
        {t('sum', { sum: format.number(sum) })}
      </p>
      {wrong && (
        <p role="alert" className="text-danger-ink text-xs">
          {wrong}
        </p>
      )}
      <div className="flex gap-2">
        {value.length < MOST && (
          <Button onClick={add}>
            <Plus aria-hidden />
            {t(`${field}.add`)}
          </Button>
        )}
        <Button variant="ghost" onClick={() => onChange(evenly(value))}>
          {t('evenly')}
        </Button>
      </div>
    </fieldset>
  );
}

interface ShareRowProps {
  field: SharesFieldProps['field'];
  number: number;
  share: Share;
  isLast: boolean;
  onChange: (value: Share) => void;
  onRemove: () => void;
}

function ShareRow({ field, number, share, isLast, onChange, onRemove }: ShareRowProps) {
  const t = useTranslations('forms.shares');
  return (
    <div className="flex items-center gap-2">
      <Input
        aria-label={t(`${field}.name`, { number })}
        placeholder={t(`${field}.placeholder`, { number })}
        maxLength={120}
        value={share.name}
        onChange={({ target }) => onChange({ ...share, name: target.value })}
      />
      <NumberInput
        aria-label={t(`${field}.percent`, { number })}
        className="w-20 shrink-0 tabular"
        value={share.percent}
        onChange={(percent) => onChange({ ...share, percent })}
      />
      <span aria-hidden className="text-muted text-sm">
        {'%'}
      </span>
      {!isLast && (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t(`${field}.remove`, { number })}
          onClick={onRemove}
        >
          <Trash2 aria-hidden />
        </Button>
      )}
    </div>
  );
}
