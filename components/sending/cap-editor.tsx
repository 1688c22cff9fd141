// One frequency cap: how many, in how long, of what, and what happens to the rest.
'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMayWrite } from '@/components/shell/role';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { NativeSelect } from '@/components/ui/native-select';
import type { CapDraft } from './rules-draft';
import { useCapSentence } from './use-rule-sentences';

interface CapEditorProps {
  cap: CapDraft;
  onChange: (cap: CapDraft) => void;
  onRemove: () => void;
  errorOf: (field: string) => string | undefined;
}

type PartProps = Omit<CapEditorProps, 'onRemove'>;

export function CapEditor({ cap, onChange, onRemove, errorOf }: CapEditorProps) {
  const t = useTranslations('sending.caps');
  const mayWrite = useMayWrite();
  const sentence = useCapSentence()(cap);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset here would draw its own frame around the card's
    <div role="group" aria-label={cap.name} className="flex flex-col gap-3 rounded-md border px-4 py-3">
      <div className="flex items-start gap-3">
        <Field className="flex-1" label={t('name')} error={errorOf('name')}>
          <Input
            value={cap.name}
            maxLength={80}
            autoComplete="off"
            onChange={({ target }) => onChange({ ...cap, name: target.value })}
          />
        </Field>
        {mayWrite && (
          <Button
            type="button"
            variant="ghost"
            size="icon"
            className="mt-6"
            aria-label={t('remove', { name: cap.name })}
            onClick={onRemove}
          >
            <Trash2 aria-hidden />
          </Button>
        )}
      </div>
      <HowMany cap={cap} onChange={onChange} errorOf={errorOf} />
      <OfWhat cap={cap} onChange={onChange} errorOf={errorOf} />
      {sentence && <p className="text-muted text-sm">{sentence}</p>}
    </div>
  );
}

function HowMany({ cap, onChange, errorOf }: PartProps) {
  const t = useTranslations('sending.caps');
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <Field label={t('limit')} error={errorOf('limit')}>
        <Input
          inputMode="numeric"
          className="tabular"
          value={cap.limit}
          onChange={({ target }) => onChange({ ...cap, limit: target.value })}
        />
      </Field>
      <Field label={t('within')} error={errorOf('perHours')}>
        <Input
          inputMode="numeric"
          className="tabular"
          value={cap.amount}
          onChange={({ target }) => onChange({ ...cap, amount: target.value })}
        />
      </Field>
      <Field label={t('unit')}>
        <NativeSelect
          value={cap.unit}
          onChange={({ target }) => onChange({ ...cap, unit: target.value === 'days' ? 'days' : 'hours' })}
        >
          <option value="hours">{t('units.hours')}</option>
          <option value="days">{t('units.days')}</option>
        </NativeSelect>
      </Field>
    </div>
  );
}

const channels = ['any', 'email', 'sms'] as const;
const ways = ['requeue', 'skip'] as const;

function OfWhat({ cap, onChange, errorOf }: PartProps) {
  const t = useTranslations('sending.caps');
  const common = useTranslations('common');
  const among = <Value extends string>(values: readonly Value[], text: string, otherwise: Value) =>
    values.find((value) => value === text) ?? otherwise;
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <Field label={t('channel')}>
        <NativeSelect
          value={cap.channel}
          onChange={({ target }) => onChange({ ...cap, channel: among(channels, target.value, 'any') })}
        >
          {channels.map((channel) => (
            <option key={channel} value={channel}>
              {t(`channels.${channel}`)}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label={t('category')} aside={common('optional')} error={errorOf('category')}>
        <Input
          value={cap.category}
          maxLength={60}
          autoComplete="off"
          placeholder={t('anyCategory')}
          onChange={({ target }) => onChange({ ...cap, category: target.value })}
        />
      </Field>
      <Field label={t('whenReached')}>
        <NativeSelect
          value={cap.whenReached}
          onChange={({ target }) => onChange({ ...cap, whenReached: among(ways, target.value, 'requeue') })}
        >
          {ways.map((way) => (
            <option key={way} value={way}>
              {t(`ways.${way}`)}
            </option>
          ))}
        </NativeSelect>
      </Field>
    </div>
  );
}
