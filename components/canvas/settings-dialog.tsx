// What holds for the whole journey, in a panel from the right. Each change is an edit like any other: saved, undone.
'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import { SettingsForm } from '@/components/journeys/settings-form';
import { NodeFormProvider } from '@/components/nodes/form-context';
import { Sheet } from '@/components/ui/sheet';
import { settingsProblems } from '@/lib/core/journey/settings-problems';
import { focusField } from './focus-field';
import { apply, documentOf, isReadOnly, openSettings, stopTyping } from './studio';
import { useChange, useStudio } from './studio-context';
import { startingEvent } from './use-preview';
import { useSuggestions } from './use-suggestions';

export function SettingsDialog() {
  const t = useTranslations('canvas.settings');
  const change = useChange();
  const field = useStudio((studio) => studio.settings);
  return (
    <Sheet
      open={field !== null}
      onOpenChange={(isOpen) => !isOpen && change(openSettings(null))}
      title={t('title')}
      description={t('description')}
    >
      <OpenSettings field={field ?? ''} />
    </Sheet>
  );
}

function OpenSettings({ field }: { field: string }) {
  const change = useChange();
  const document = useStudio(documentOf);
  const isStill = useStudio(isReadOnly);
  const event = useStudio(startingEvent);
  const panel = useRef<HTMLDivElement>(null);
  const { settings } = document;
  const problems = useMemo(() => settingsProblems(document), [document]);
  const suggestions = useSuggestions({ isOpen: true, event, data: settings, before: null });
  useEffect(() => {
    if (field !== '' && panel.current) focusField(panel.current, field);
  }, [field]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notes that the controls inside were left.
    <div ref={panel} onBlur={() => change(stopTyping)}>
      <NodeFormProvider
        value={{ problems, isStrict: field !== '', isReadOnly: isStill, hasPassage: true, suggestions }}
      >
        <fieldset disabled={isStill} className="min-w-0">
          <SettingsForm
            value={settings}
            onChange={(next) => change(apply({ kind: 'set-settings', settings: next }, 'settings'))}
          />
        </fieldset>
      </NodeFormProvider>
    </div>
  );
}
