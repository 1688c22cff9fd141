// One step of the publish plan: what happens to it, who is there, and the choice for them.
'use client';

import { useTranslations } from 'next-intl';
import { NodeMark } from '@/components/nodes/node-mark';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { Badge } from '@/components/ui/badge';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { NativeSelect } from '@/components/ui/native-select';
import type { PublishPreview } from '@/lib/core/api/version';
import type { JourneyNode } from '@/lib/core/journey/document';
import { isNodeType } from '@/lib/core/nodes/registry';
import { choicesFor, type NodeDraft } from './plan-draft';

const LONGEST_SPREAD = 720;

interface PlanNodeProps {
  node: PublishPreview['nodes'][number];
  /** The steps of the new drawing that people can be put at. */
  targets: readonly JourneyNode[];
  draft: NodeDraft;
  onDraft: (draft: NodeDraft) => void;
}

export function PlanNode({ node, targets, draft, onDraft }: PlanNodeProps) {
  const t = useTranslations('versions.plan');
  const title = useNodeTitle();
  const name = isNodeType(node.type) ? title({ type: node.type, name: node.name }) : node.nodeId;
  const choices = choicesFor(node, targets);
  const choose = (value: string) => {
    const choice = choices.find((one) => one === value);
    // The first step that is not this one is as good a start as any.
    const to = draft.to ?? (targets.find(({ id }) => id !== node.nodeId) ?? targets[0])?.id ?? null;
    if (choice) onDraft({ ...draft, choice, to });
  };
  return (
    <li className="flex flex-col gap-3 rounded-md border bg-surface p-3">
      <div className="flex flex-wrap items-center gap-2">
        {isNodeType(node.type) && <NodeMark type={node.type} size="sm" />}
        <span className="min-w-0 flex-1 truncate font-medium text-sm">{name}</span>
        <Badge tone={node.step === 'removed' ? 'danger' : 'info'}>
          {t(node.step === 'removed' ? 'step.removed' : 'step.changed')}
        </Badge>
        <Badge tone="person">{t('here', { count: node.people })}</Badge>
      </div>
      <Field label={t('choice', { step: name })} hint={t(`hints.${draft.choice}`)}>
        <NativeSelect value={draft.choice} onChange={({ target }) => choose(target.value)}>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`choices.${choice}`)}
            </option>
          ))}
        </NativeSelect>
      </Field>
      {draft.choice === 'move' && <Target targets={targets} draft={draft} onDraft={onDraft} />}
      {(draft.choice === 'move' || draft.choice === 're-time') && <Spread draft={draft} onDraft={onDraft} />}
    </li>
  );
}

function Target({ targets, draft, onDraft }: Pick<PlanNodeProps, 'targets' | 'draft' | 'onDraft'>) {
  const t = useTranslations('versions.plan');
  const title = useNodeTitle();
  return (
    <Field label={t('target')}>
      <NativeSelect
        value={draft.to ?? ''}
        onChange={({ target }) =>
          onDraft({ ...draft, to: targets.find(({ id }) => id === target.value)?.id ?? draft.to })
        }
      >
        {targets.map((node) => (
          <option key={node.id} value={node.id}>
            {title(node)}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}

function Spread({ draft, onDraft }: Pick<PlanNodeProps, 'draft' | 'onDraft'>) {
  const t = useTranslations('versions.plan');
  return (
    <Field label={t('spread')} hint={t('spreadHint')}>
      <Input
        type="number"
        inputMode="numeric"
        min={0}
        max={LONGEST_SPREAD}
        value={draft.spreadHours}
        onChange={({ target }) => {
          const hours = Math.round(Number(target.value));
          onDraft({ ...draft, spreadHours: Math.min(LONGEST_SPREAD, Math.max(0, hours || 0)) });
        }}
      />
    </Field>
  );
}
