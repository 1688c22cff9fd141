// Builds a condition by choosing, and says in a sentence what was built. Branches and filters share it.
'use client';

import { useTranslations } from 'next-intl';
import { type Condition, type Group, isGroup, type Test } from '@/lib/core/condition/condition';
import { GroupEditor } from './group-editor';
import { useConditionSentence } from './use-condition-sentence';

interface ConditionBuilderProps {
  /** Dotted path of the condition in the node's data, as problems name it. */
  field: string;
  /** What a new line looks at first. */
  subject: Test['subject'];
  value: Condition;
  onChange: (value: Group) => void;
}

export function ConditionBuilder({ field, subject, value, onChange }: ConditionBuilderProps) {
  const t = useTranslations('forms.condition');
  const sentence = useConditionSentence([value]);
  const group = asGroup(value);
  return (
    <div className="flex flex-col gap-2">
      <GroupEditor field={field} subject={subject} value={group} onChange={onChange} depth={0} />
      {group.of.length > 0 && (
        <p className="rounded-md bg-accent-soft px-3 py-2 text-accent-ink text-xs" aria-live="polite">
          {t('reads', { sentence: sentence(value) })}
        </p>
      )}
    </div>
  );
}

/** A lone test, which the API may have written, is shown as a group of one. */
function asGroup(condition: Condition): Group {
  return isGroup(condition) ? condition : { type: 'all', of: [condition] };
}
