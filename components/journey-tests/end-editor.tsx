// How a test expects the customer to stand when it is over.
'use client';

import { useTranslations } from 'next-intl';
import { documentOf } from '@/components/canvas/studio';
import { useStudio } from '@/components/canvas/studio-context';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import { outcomeText } from '@/lib/core/journey-test/difference-text';
import type { Expected, TestOutcome } from '@/lib/core/journey-test/journey-test';
import { nodeOf } from '@/lib/core/nodes/registry';
import { useDifferenceWords } from './use-difference-words';

interface EndEditorProps {
  value: Expected;
  onChange: (value: Expected) => void;
}

export function EndEditor({ value, onChange }: EndEditorProps) {
  const t = useTranslations('journeyTests.editor');
  const title = useNodeTitle();
  const document = useStudio(documentOf);
  const words = useDifferenceWords(document);
  const { ended, ...rest } = value;
  const waits = document.nodes.filter(({ type }) => nodeOf(type).waits);
  const usual: TestOutcome[] = [
    { kind: 'ended', code: 'exit-reached' },
    { kind: 'ended', code: 'path-ended' },
    { kind: 'never-entered' },
  ];
  const options = [
    ...usual.map((outcome) => ({ outcome, label: outcomeText(outcome, words) })),
    ...waits.map((node) => ({
      outcome: { kind: 'waiting', node: node.id } satisfies TestOutcome,
      label: t('waitsAt', { step: title(node) }),
    })),
  ];
  const isUnusual = ended && !options.some(({ outcome }) => keyOf(outcome) === keyOf(ended));
  const all = isUnusual ? [...options, { outcome: ended, label: outcomeText(ended, words) }] : options;
  return (
    <Field label={t('end')}>
      <NativeSelect
        value={ended ? keyOf(ended) : ''}
        onChange={({ target }) => {
          const chosen = all.find(({ outcome }) => keyOf(outcome) === target.value)?.outcome;
          onChange(chosen ? { ...rest, ended: chosen } : rest);
        }}
      >
        <option value="">{t('anyEnd')}</option>
        {all.map(({ outcome, label }) => (
          <option key={keyOf(outcome)} value={keyOf(outcome)}>
            {label}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}

function keyOf(outcome: TestOutcome): string {
  return outcome.kind === 'waiting' ? `waiting ${outcome.node}` : `${outcome.kind} ${outcome.code ?? ''}`;
}
