// The words in which the studio says what differed: names as they are on the canvas.
'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useExitName } from '@/components/canvas/use-exit-name';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { findNode } from '@/lib/core/journey/graph';
import type { DifferenceWords } from '@/lib/core/journey-test/difference-text';
import { spanOf } from '@/lib/core/journey-test/expectation-of';

export function useDifferenceWords(document: JourneyDocument): DifferenceWords {
  const t = useTranslations('journeyTests');
  const reason = useTranslations('reasons');
  const format = useFormatter();
  const title = useNodeTitle();
  const exitName = useExitName(document.nodes);
  return useMemo(
    () => ({
      node: (id) => {
        const node = findNode(document, id);
        return node ? title(node) : t('gone');
      },
      exit: (id, exit) => exitName(findNode(document, id), exit),
      span: (ms) => {
        const { amount, unit } = spanOf(ms);
        return amount === 0 ? t('span.none') : t(`span.${unit}`, { count: amount });
      },
      channel: (channel) => t(`channels.${channel}`),
      reason: (code) => reason(code),
      outcome: (kind, node, why) =>
        t(`outcomes.${kind}`, { node, reason: why, hasReason: why === '' ? 'no' : 'yes' }),
      fact: (name, value) => t('fact', { name, value: value === 'null' ? t('unset') : value }),
      list: (parts) => format.list(parts),
      sentence: (code, values) => t(`differences.${code}`, values),
    }),
    [document, t, reason, format, title, exitName],
  );
}
