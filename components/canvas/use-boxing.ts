// Drawing a box round steps with Shift held: what it touches is picked, besides what was picked before.
'use client';

import type { NodeChange } from '@xyflow/react';
import { useMemo } from 'react';
import type { NodeId } from '@/lib/core/engine/program';
import type { CanvasNode } from './flow';
import { pickAll, pickedIn } from './picking';
import { nodeAt } from './studio';
import { useStudioStore } from './studio-context';

export function useBoxing() {
  const store = useStudioStore();
  return useMemo(() => {
    let before: readonly NodeId[] = [];
    let isBoxing = false;
    const boxed = new Set<NodeId>();
    return {
      start: () => {
        before = pickedIn(store.read());
        isBoxing = true;
        boxed.clear();
      },
      end: () => {
        isBoxing = false;
      },
      /** React Flow also tells of clicks this way; those are ours to judge. */
      look: (changes: readonly NodeChange<CanvasNode>[]) => {
        if (!isBoxing) return;
        for (const change of changes) {
          const id = change.type === 'select' ? nodeAt(store.read(), change.id)?.id : undefined;
          if (id && change.type === 'select') boxed[change.selected ? 'add' : 'delete'](id);
        }
        store.update(pickAll([...new Set([...before, ...boxed])]));
      },
    };
  }, [store]);
}
