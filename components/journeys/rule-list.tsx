// The goals or the exit rules of a journey, one after the other, and a button for one more.
'use client';

import { Flag, LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useNodeForm } from '@/components/nodes/form-context';
import { Button } from '@/components/ui/button';
import { ExitRule, Goal } from '@/lib/core/journey/settings';
import { GoalEditor } from './goal-editor';
import type { SettingsProps } from './settings-form';

const MOST = 10;

interface RuleListProps extends SettingsProps {
  kind: 'goals' | 'exitRules';
}

export function RuleList({ kind, value, onChange }: RuleListProps) {
  const t = useTranslations(`canvas.settings.${kind}List`);
  const { isReadOnly } = useNodeForm();
  const rules: readonly (Goal | ExitRule)[] = value[kind];
  const Icon = kind === 'goals' ? Flag : LogOut;
  const add = () => {
    const id = crypto.randomUUID().slice(0, 8);
    if (kind === 'goals') onChange({ goals: [...value.goals, Goal.parse({ id })] });
    else onChange({ exitRules: [...value.exitRules, ExitRule.parse({ id })] });
  };
  return (
    <>
      {rules.length === 0 && <p className="text-muted text-xs">{t('empty')}</p>}
      {rules.map((rule, index) => (
        <GoalEditor
          key={rule.id}
          field={`${kind}.${index}`}
          label={t('one', { number: index + 1 })}
          removeLabel={t('remove', { number: index + 1 })}
          value={rule}
          onChange={(next) => onChange({ [kind]: rules.with(index, next) })}
          onRemove={() => onChange({ [kind]: rules.toSpliced(index, 1) })}
        />
      ))}
      {rules.length < MOST && (
        <Button className="self-start" disabled={isReadOnly} onClick={add}>
          <Icon aria-hidden />
          {t('add')}
        </Button>
      )}
    </>
  );
}
