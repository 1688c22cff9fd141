// What an exit is called on the canvas: the name of a branch's path, its condition where it has none, else a fixed word.
'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useConditionSentence } from '@/components/condition/use-condition-sentence';
import { isUnset } from '@/lib/core/condition/condition';
import type { JourneyNode } from '@/lib/core/journey/document';
import type { NodeData } from '@/lib/core/nodes/registry';

/** @param nodes those whose exits will be named */
export function useExitName(
  nodes: readonly (JourneyNode | undefined)[],
): (node: JourneyNode | undefined, exit: string) => string {
  const t = useTranslations('canvas.exits');
  const sentence = useConditionSentence(
    nodes.flatMap((node) => pathsOf(node).map(({ condition }) => condition)),
  );
  return useCallback(
    (node, exit) => {
      const paths = pathsOf(node);
      const index = paths.findIndex(({ id }) => id === exit);
      const path = paths[index];
      if (path) {
        return (
          path.name || (isUnset(path.condition) ? t('path', { number: index + 1 }) : sentence(path.condition))
        );
      }
      const shares = sharesOf(node);
      const place = shares.findIndex(({ id }) => id === exit);
      const share = shares[place];
      if (share)
        return share.name || t(node?.type === 'experiment-split' ? 'arm' : 'way', { number: place + 1 });
      return isFixed(exit) ? t(exit) : exit;
    },
    [t, sentence],
  );
}

function pathsOf(node: JourneyNode | undefined): NodeData<'branch'>['branches'] {
  return node?.type === 'branch' ? node.data.branches : [];
}

function sharesOf(node: JourneyNode | undefined): readonly { readonly id: string; readonly name: string }[] {
  if (node?.type === 'random-split') return node.data.ways;
  return node?.type === 'experiment-split' ? node.data.arms : [];
}

const fixed = [
  ...(['next', 'happened', 'met', 'timeout', 'otherwise'] as const),
  ...(['issued', 'none-left', 'failed', 'holdout'] as const),
] as const;

function isFixed(exit: string): exit is (typeof fixed)[number] {
  return fixed.some((known) => known === exit);
}
