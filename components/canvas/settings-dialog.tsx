// What holds for the whole journey: whether a customer may go through it again.
'use client';

import { useTranslations } from 'next-intl';
import * as RadioGroup from 'radix-ui/radio-group';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { apply, documentOf, isReadOnly } from './studio';
import { useChange, useStudio } from './studio-context';

const choices = ['unlimited', 'once'] as const;

interface SettingsDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function SettingsDialog({ isOpen, onOpenChange }: SettingsDialogProps) {
  const t = useTranslations('canvas.settings');
  const change = useChange();
  const { reentry } = useStudio((studio) => documentOf(studio).settings);
  const isStill = useStudio(isReadOnly);
  const choose = (value: string) => {
    const chosen = choices.find((choice) => choice === value);
    if (chosen) change(apply({ kind: 'set-settings', settings: { reentry: chosen } }));
  };
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent title={t('title')} description={t('reentry')}>
        <RadioGroup.Root
          value={reentry}
          disabled={isStill}
          onValueChange={choose}
          aria-label={t('reentry')}
          className="flex flex-col gap-2"
        >
          {choices.map((choice) => (
            <RadioGroup.Item
              key={choice}
              value={choice}
              className="flex items-start gap-3 rounded-md border px-3 py-2.5 text-left hover:border-line-strong disabled:opacity-60 data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft"
            >
              <span className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface">
                <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
              </span>
              <span>
                <span className="block font-medium text-sm">{t(`choices.${choice}`)}</span>
                <span className="block text-muted text-xs">{t(`hints.${choice}`)}</span>
              </span>
            </RadioGroup.Item>
          ))}
        </RadioGroup.Root>
      </DialogContent>
    </Dialog>
  );
}
