// Everything that holds for a journey as a whole, from who may enter to what counts as success.
'use client';

import { useTranslations } from 'next-intl';
import { type JourneySettings, wholeSettings } from '@/lib/core/journey/settings';
import { EntryLimits } from './entry-limits';
import { ReentrySettings } from './reentry-settings';
import { RuleList } from './rule-list';
import { SettingsSection } from './settings-section';

/** What each part of the form is given: all settings filled in, and a way to change some of them. */
export interface SettingsProps {
  value: Required<JourneySettings>;
  onChange: (change: Partial<JourneySettings>) => void;
}

interface SettingsFormProps {
  value: JourneySettings;
  onChange: (value: JourneySettings) => void;
}

export function SettingsForm({ value, onChange }: SettingsFormProps) {
  const t = useTranslations('canvas.settings');
  const whole = wholeSettings(value);
  const change = (some: Partial<JourneySettings>) => onChange({ ...value, ...some });
  return (
    <>
      <SettingsSection title={t('reentry')} hint={t('reentryHint')}>
        <ReentrySettings value={whole} onChange={change} />
      </SettingsSection>
      <SettingsSection title={t('goals')} hint={t('goalsHint')}>
        <RuleList kind="goals" value={whole} onChange={change} />
      </SettingsSection>
      <SettingsSection title={t('exitRules')} hint={t('exitRulesHint')}>
        <RuleList kind="exitRules" value={whole} onChange={change} />
      </SettingsSection>
      <SettingsSection title={t('limits')} hint={t('limitsHint')}>
        <EntryLimits value={whole} onChange={change} />
      </SettingsSection>
    </>
  );
}
