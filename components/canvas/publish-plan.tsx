// The publish plan: how many people are inside, and what becomes of them, step by step, with the result counted before.
'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import { Skeleton } from '@/components/ui/skeleton';
import type { PublishPreview } from '@/lib/core/api/version';
import { draftAt, type PlanDraft, targetsIn } from './plan-draft';
import { PlanNode } from './plan-node';
import { documentOf } from './studio';
import { useStudio } from './studio-context';

interface PublishPlanProps {
  preview: PublishPreview | undefined;
  plan: PlanDraft;
  onPlan: (plan: PlanDraft) => void;
}

export function PublishPlan({ preview, plan, onPlan }: PublishPlanProps) {
  const t = useTranslations('versions.plan');
  return (
    <section className="flex flex-col gap-3 border-t pt-4">
      <h3 className="font-semibold text-sm">{t('title')}</h3>
      {preview ? <Choices preview={preview} plan={plan} onPlan={onPlan} /> : <Counting />}
    </section>
  );
}

function Counting() {
  const t = useTranslations('versions.plan');
  return (
    <p role="status">
      <span className="sr-only">{t('counting')}</span>
      <Skeleton className="h-12 w-full" />
    </p>
  );
}

function Choices({ preview, plan, onPlan }: PublishPlanProps & { preview: PublishPreview }) {
  const t = useTranslations('versions.plan');
  const targets = targetsIn(useStudio(documentOf));
  const touched = preview.nodes.filter(({ step }) => step !== 'same');
  const others = preview.people - touched.reduce((sum, { people }) => sum + people, 0);
  if (preview.people === 0) return <p className="text-muted text-sm">{t('none')}</p>;
  return (
    <>
      <p className="text-muted text-sm">{t('intro', { count: preview.people })}</p>
      {touched.length > 0 && (
        <ul className="flex flex-col gap-2">
          {touched.map((node) => (
            <PlanNode
              key={`${node.nodeId} ${node.step}`}
              node={node}
              targets={targets}
              draft={draftAt(plan, node.nodeId)}
              onDraft={(draft) => onPlan({ ...plan, nodes: { ...plan.nodes, [node.nodeId]: draft } })}
            />
          ))}
        </ul>
      )}
      {others > 0 && <Others people={others} plan={plan} onPlan={onPlan} />}
      <Result counts={preview.counts} />
    </>
  );
}

function Others({ people, plan, onPlan }: Omit<PublishPlanProps, 'preview'> & { people: number }) {
  const t = useTranslations('versions.plan');
  const choices = ['move', 'stay'] as const;
  return (
    <Field label={t('others')} aside={<Badge tone="person">{t('here', { count: people })}</Badge>}>
      <NativeSelect
        value={plan.others}
        onChange={({ target }) => {
          const others = choices.find((choice) => choice === target.value);
          if (others) onPlan({ ...plan, others });
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {t(`othersChoices.${choice}`)}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}

function Result({ counts }: { counts: PublishPreview['counts'] }) {
  const t = useTranslations('versions.plan');
  const { atOnce, ...fates } = counts;
  return (
    <p role="status" className="tabular rounded-md bg-sunken px-3 py-2 text-sm">
      {t('result', fates)}
      {atOnce > 0 && <span className="block text-warning-ink">{t('atOnce', { count: atOnce })}</span>}
    </p>
  );
}
