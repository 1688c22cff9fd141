// Makes a segment, from nothing or from a ready one.
'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMayWrite } from '@/components/shell/role';
import { useAct } from '@/components/shell/use-act';
import { Button } from '@/components/ui/button';
import { createSegment } from '@/lib/actions/segments';
import type { Condition } from '@/lib/core/condition/condition';
import { segmentProblems } from '@/lib/core/segment/segment-problems';
import { SegmentForm } from './segment-form';
import { type Start, StartFrom } from './start-from';
import { changed, undoable } from './undoable';

const everybody: Condition = { type: 'all', of: [] };

/** @param initial the condition to begin with, where something led here */
export function NewSegment({ initial }: { initial: Condition | null }) {
  const t = useTranslations('segments.editor');
  const router = useRouter();
  const mayWrite = useMayWrite();
  const [held, setHeld] = useState(() => undoable(initial ?? everybody));
  const [start, setStart] = useState<Start | null>(null);
  const [isStrict, setStrict] = useState(false);
  const { act, isPending, errorOf } = useAct(createSegment, ({ id }) => router.push(`/segments/${id}`));
  const form = (
    <SegmentForm
      // A start fills the fields anew; the builder keeps its steps, so that it can be taken back.
      key={start?.key ?? ''}
      self={null}
      name={start?.name ?? ''}
      description={start?.description ?? ''}
      held={held}
      onHeld={setHeld}
      isReadOnly={!mayWrite}
      isPending={isPending}
      isStrict={isStrict}
      errorOf={errorOf}
      submit={t('create')}
      onSubmit={(saved) => {
        setStrict(true);
        const template = start?.key ?? null;
        if (segmentProblems(saved.condition, 'condition').length === 0) act({ ...saved, template });
      }}
      cancel={
        <Button asChild>
          <Link href="/segments">{t('cancel')}</Link>
        </Button>
      }
    />
  );
  return (
    <>
      {mayWrite && initial === null && (
        <StartFrom
          onStart={(next) => {
            setStart(next);
            setHeld((before) => changed(before, next.condition));
          }}
        />
      )}
      {form}
    </>
  );
}
