// One problem: how grave, where, in words. Choosing it opens the step, or the journey's settings, at the field.
'use client';

import { useNodeTitle } from '@/components/nodes/use-node-title';
import { useProblemText } from '@/components/nodes/use-problem-text';
import { cn } from '@/components/ui/cn';
import type { Problem } from '@/lib/core/journey/problem';
import { gradeIcons } from './problem-mark';
import { nodeAt, open, openSettings } from './studio';
import { useChange, useStudio } from './studio-context';

const tones = { error: 'text-danger-ink', warning: 'text-warning-ink', advice: 'text-info-ink' } as const;

interface ProblemLineProps {
  problem: Problem;
  /** Whether to say which step it is about. */
  isNamed?: boolean;
  onOpen?: () => void;
}

export function ProblemLine({ problem, isNamed, onOpen }: ProblemLineProps) {
  const problemText = useProblemText();
  const title = useNodeTitle();
  const change = useChange();
  const { nodeId, field, grade } = problem;
  const node = useStudio((studio) => nodeAt(studio, nodeId));
  const Icon = gradeIcons[grade];
  const words = (
    <>
      <Icon className={cn('mt-0.5 size-3.5 shrink-0', tones[grade])} strokeWidth={2.5} aria-hidden />
      <span className="min-w-0">
        {isNamed && node && <span className="block truncate font-medium text-ink">{title(node)}</span>}
        <span className="text-muted">{problemText(problem)}</span>
      </span>
    </>
  );
  const look = 'flex w-full items-start gap-2.5 rounded-sm px-2 py-1.5 text-left text-sm';
  if (!nodeId && field === null) return <li className={look}>{words}</li>;
  return (
    <li>
      <button
        type="button"
        className={cn(look, 'hover:bg-ink/5')}
        onClick={() => {
          change(nodeId ? open(nodeId, field ?? '') : openSettings(field));
          onOpen?.();
        }}
      >
        {words}
      </button>
    </li>
  );
}
