// The name of an exit, on its line.
'use client';

import type { JourneyNode } from '@/lib/core/journey/document';
import { useExitName } from './use-exit-name';

export function ExitChip({ node, exit }: { node: JourneyNode | undefined; exit: string }) {
  const name = useExitName([node])(node, exit);
  return (
    <span
      title={name}
      className="max-w-full truncate rounded-full border border-flow/30 bg-surface px-2.5 py-0.5 font-medium text-flow-ink text-xs shadow-low"
    >
      {name}
    </span>
  );
}
