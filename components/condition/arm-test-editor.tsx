// A line about which arm of an experiment the customer was dealt.
'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ArmTest } from '@/lib/core/condition/condition';
import { journeyArmsQuery } from '@/lib/queries/journeys';
import { ChoiceSelect } from './choice-select';
import { JourneySelect } from './journey-select';
import { Line, type LineEditorProps } from './line';
import { RemoveButton } from './remove-button';

const NONE = 'none';

export function ArmTestEditor({ field, value, onChange, onRemove }: LineEditorProps<ArmTest>) {
  const t = useTranslations('forms.condition');
  const { journeyId, nodeId, arm } = value;
  const { data = [] } = useQuery({ ...journeyArmsQuery(journeyId ?? ''), enabled: journeyId !== null });
  const chosen = nodeId === null ? NONE : `${nodeId}/${arm}`;
  const options = [
    { value: NONE, label: t('chooseArm') },
    ...data.map(({ nodeId: of, arm: id, name, experiment }) => ({
      value: `${of}/${id}`,
      label: [experiment, name].filter(Boolean).join(': '),
    })),
    ...(chosen === NONE || data.some((one) => `${one.nodeId}/${one.arm}` === chosen)
      ? []
      : [{ value: chosen, label: arm }]),
  ];
  return (
    <Line field={field} label={t('lines.arm')}>
      <div className="flex items-start gap-1.5">
        <div className="flex min-w-0 flex-1 flex-wrap gap-1.5">
          <ChoiceSelect
            label={t('armMembership')}
            options={[
              { value: 'in', label: t('memberships.in') },
              { value: 'out', label: t('memberships.out') },
            ]}
            value={value.isIn ? 'in' : 'out'}
            onChange={(next) => onChange({ ...value, isIn: next === 'in' })}
          />
          <JourneySelect
            value={journeyId}
            onChange={(next) => onChange({ ...value, journeyId: next, nodeId: null, arm: '' })}
          />
          <ChoiceSelect
            label={t('arm')}
            options={options}
            value={chosen}
            onChange={(next) => {
              const found = data.find((one) => `${one.nodeId}/${one.arm}` === next);
              onChange({ ...value, nodeId: found?.nodeId ?? null, arm: found?.arm ?? '' });
            }}
          />
        </div>
        <RemoveButton label={t('removeTest')} onClick={onRemove} />
      </div>
    </Line>
  );
}
