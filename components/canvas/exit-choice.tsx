// Which exit of a step something is added behind, asked when the step was pointed at and not one of its exits.
'use client';

import { useTranslations } from 'next-intl';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { type ExitRef, exitsOf } from '@/lib/core/journey/graph';
import { add, nodeAt } from './studio';
import { useChange, useStudio } from './studio-context';
import { useExitName } from './use-exit-name';

export function ExitChoice({ after }: { after: ExitRef }) {
  const t = useTranslations('canvas.add');
  const change = useChange();
  const node = useStudio((studio) => nodeAt(studio, after.from));
  const exitName = useExitName([node]);
  if (!node) return null;
  return (
    <div className="border-b px-3 py-2.5">
      <SegmentedControl
        label={t('whichExit')}
        value={after.exit}
        onValueChange={(exit) => change(add({ after: { from: after.from, exit }, mayChooseExit: true }))}
        options={exitsOf(node).map(({ id }) => ({ value: id, label: exitName(node, id) }))}
      />
    </div>
  );
}
