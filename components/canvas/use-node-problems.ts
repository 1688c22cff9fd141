// What is wrong with the open step right now: its fields are judged with each keystroke, not a moment later, so that
// leaving a field never shows a message about what stood there before.
'use client';

import { useMemo } from 'react';
import type { JourneyNode } from '@/lib/core/journey/document';
import type { Problem } from '@/lib/core/journey/problem';
import { nodeOf } from '@/lib/core/nodes/registry';
import { problemsAt } from './known-problems';
import { useStudio } from './studio-context';

export function useNodeProblems({ id, type, data }: JourneyNode): readonly Problem[] {
  const known = useStudio((studio) => problemsAt(studio.problems, id));
  return useMemo(() => {
    const own = nodeOf(type).compile(data);
    const fromElsewhere = known.filter(({ field, code }) => field === null || code === 'bad-template');
    return [...fromElsewhere, ...own.map((problem) => ({ ...problem, nodeId: id }))];
  }, [known, id, type, data]);
}
