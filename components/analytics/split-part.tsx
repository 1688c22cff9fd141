// Whom to look at side by side: segments, journeys, or the arms of an experiment.
'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { RetentionQuery } from '@/lib/core/api/analytics';
import type { NamedChoice, SplitChoices } from '@/lib/core/retention/split-choices';
import { FormChoice } from './form-choice';
import { PickMany } from './pick-many';
import { useSideName } from './use-side-name';

interface SplitPartProps {
  query: RetentionQuery;
  choices: SplitChoices;
}

const kinds = ['segment', 'journey', 'experiment'] as const;
const memberships = ['anchor', 'now'] as const;
const MOST = 5;
const MOST_ARMS = 8;

export function SplitPart({ query, choices }: SplitPartProps) {
  const t = useTranslations('analytics.form');
  const [by, setBy] = useState<string>(query.by ?? '');
  const ids = listOf(query.ids);
  const pick = (kind: 'segment' | 'journey', offered: readonly NamedChoice[]) => (
    <PickMany
      key={kind}
      name="ids"
      label={t(`which.${kind}`)}
      hint={t('most', { count: MOST })}
      empty={t(`none.${kind}`)}
      offered={offered}
      chosen={query.by === kind ? ids : []}
      most={MOST}
      isRequired
    />
  );
  return (
    <div className="grid items-start gap-3 sm:grid-cols-3 lg:grid-cols-6">
      <FormChoice name="by" label={t('by')} value={by} onChange={setBy}>
        {[['', t('bys.none')], ...kinds.map((kind) => [kind, t(`bys.${kind}`)])]}
      </FormChoice>
      {by === 'segment' && (
        <>
          {pick('segment', choices.segments)}
          <FormChoice name="membership" label={t('membership')} value={query.membership}>
            {memberships.map((value) => [value, t(`memberships.${value}`)])}
          </FormChoice>
        </>
      )}
      {by === 'journey' && pick('journey', choices.journeys)}
      {by === 'experiment' && <ExperimentPart query={query} choices={choices} />}
    </div>
  );
}

function ExperimentPart({ query, choices: { experiments } }: SplitPartProps) {
  const t = useTranslations('analytics.form');
  const sideName = useSideName();
  const [given] = listOf(query.ids);
  const [id, setId] = useState(given ?? experiments[0]?.id ?? '');
  const arms = experiments.find((one) => one.id === id)?.arms ?? [];
  if (experiments.length === 0)
    return <p className="text-muted text-sm sm:col-span-2">{t('none.experiment')}</p>;
  return (
    <>
      <FormChoice name="ids" label={t('experiment')} value={id} onChange={setId}>
        {experiments.map((one) => [one.id, t('experimentIn', { name: one.name, journey: one.journeyName })])}
      </FormChoice>
      <PickMany
        key={id}
        name="arms"
        label={t('arms')}
        hint={t('armsHint')}
        empty={t('none.arm')}
        offered={arms.map((arm) => ({ id: arm.id, name: sideName(arm.id, arm.name) }))}
        chosen={id === given ? listOf(query.arms) : []}
        most={MOST_ARMS}
      />
    </>
  );
}

const listOf = (text = '') => text.split(',').filter((part) => part !== '');
