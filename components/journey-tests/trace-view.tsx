// What happens in a run, decision by decision: when, at which step, and why. Each step leads to its card.
'use client';

import { useTranslations } from 'next-intl';
import { documentOf } from '@/components/canvas/studio';
import { useStudio } from '@/components/canvas/studio-context';
import { NodeMark } from '@/components/nodes/node-mark';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { cn } from '@/components/ui/cn';
import type { NodeId } from '@/lib/core/engine/program';
import { findNode } from '@/lib/core/journey/graph';
import type { Difference } from '@/lib/core/journey-test/difference';
import { differenceText, outcomeText } from '@/lib/core/journey-test/difference-text';
import type { Trace, TraceStep } from '@/lib/core/journey-test/trace';
import { useDifferenceWords } from './use-difference-words';

interface TraceViewProps {
  trace: Trace;
  difference: Difference | null;
  onJump: (node: NodeId) => void;
}

export function TraceView({ trace, difference, onJump }: TraceViewProps) {
  const t = useTranslations('journeyTests.trace');
  const words = useDifferenceWords(useStudio(documentOf));
  const why = difference && differenceText(difference, words);
  return (
    <div className="flex flex-col gap-2">
      {why && difference?.step === null && <Why text={why} />}
      {trace.steps.length === 0 && <p className="text-muted text-sm">{t('nothing')}</p>}
      <ol className="flex flex-col">
        {trace.steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a decision is known by its place in the run.
          <li key={index}>
            <Step
              step={step}
              startsAt={trace.startsAt}
              isFailing={difference?.step === index}
              onJump={onJump}
            />
            {why && difference?.step === index && <Why text={why} />}
          </li>
        ))}
      </ol>
      <p className="text-muted text-sm">{t('ended', { outcome: outcomeText(trace.ended, words) })}</p>
    </div>
  );
}

function Why({ text }: { text: string }) {
  return (
    <p role="alert" className="my-1 rounded-md bg-danger-soft px-3 py-2 text-danger-ink text-sm">
      {text}
    </p>
  );
}

interface StepProps {
  step: TraceStep;
  startsAt: number;
  isFailing: boolean;
  onJump: (node: NodeId) => void;
}

function Step({ step, startsAt, isFailing, onJump }: StepProps) {
  const t = useTranslations('journeyTests.trace');
  const reason = useTranslations('reasons');
  const title = useNodeTitle();
  const document = useStudio(documentOf);
  const words = useDifferenceWords(document);
  const node = step.nodeId === null ? undefined : findNode(document, step.nodeId);
  return (
    <div
      aria-current={isFailing ? 'step' : undefined}
      className={cn('flex items-start gap-3 rounded-md px-2 py-1.5', isFailing && 'bg-danger-soft/60')}
    >
      <span className="tabular w-24 shrink-0 pt-0.5 text-faint text-xs">
        {step.at === startsAt ? t('start') : t('after', { span: words.span(step.at - startsAt) })}
      </span>
      {node && <NodeMark type={node.type} size="sm" />}
      <span className="min-w-0 flex-1 text-sm">
        {node && (
          <button
            type="button"
            aria-label={t('jump', { step: title(node) })}
            className="block max-w-full truncate font-medium hover:underline"
            onClick={() => onJump(node.id)}
          >
            {title(node)}
          </button>
        )}
        <span className="text-muted">{reason(step.code)}</span>
      </span>
    </div>
  );
}
