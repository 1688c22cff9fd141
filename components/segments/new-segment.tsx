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
import { undoable } from './undoable';

const everybody: Condition = { type: 'all', of: [] };

export function NewSegment() {
  const t = useTranslations('segments.editor');
  const router = useRouter();
  const mayWrite = useMayWrite();
  const [held, setHeld] = useState(() => undoable(everybody));
  const [isStrict, setStrict] = useState(false);
  const { act, isPending, errorOf } = useAct(createSegment, ({ id }) => router.push(`/segments/${id}`));
  return (
    <SegmentForm
      self={null}
      name=""
      description=""
      held={held}
      onHeld={setHeld}
      isReadOnly={!mayWrite}
      isPending={isPending}
      isStrict={isStrict}
      errorOf={errorOf}
      submit={t('create')}
      onSubmit={(saved) => {
        setStrict(true);
        if (segmentProblems(saved.condition, 'condition').length === 0) act({ ...saved, template: null });
      }}
      cancel={
        <Button asChild>
          <Link href="/segments">{t('cancel')}</Link>
        </Button>
      }
    />
  );
}
