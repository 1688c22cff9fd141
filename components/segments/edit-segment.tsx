// Changes a segment. A saved change can be taken back by the news of it, the condition before put in its place.
'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMayWrite } from '@/components/shell/role';
import { useAct } from '@/components/shell/use-act';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { saveSegment } from '@/lib/actions/segments';
import type { SegmentDetail } from '@/lib/core/api/segment';
import type { Condition } from '@/lib/core/condition/condition';
import { isSameJson } from '@/lib/core/json';
import { segmentProblems } from '@/lib/core/segment/segment-problems';
import { segmentQuery } from '@/lib/queries/segments';
import { SegmentForm } from './segment-form';
import { undoable } from './undoable';

interface EditSegmentProps {
  segment: SegmentDetail;
  condition: Condition;
}

export function EditSegment({ segment, condition }: EditSegmentProps) {
  const t = useTranslations('segments.editor');
  const client = useQueryClient();
  const mayWrite = useMayWrite();
  const { id, name, description, revision, isArchived } = segment;
  const [held, setHeld] = useState(() => undoable(condition));
  const [isStrict, setStrict] = useState(false);
  const keep = (saved: SegmentDetail) => client.setQueryData(segmentQuery(id).queryKey, saved);
  const undo = useAct(saveSegment, (saved) => {
    keep(saved);
    setHeld(undoable(condition));
    toast.success(t('undone', { name: saved.name }));
  });
  const { act, isPending, errorOf } = useAct(saveSegment, (saved) => {
    keep(saved);
    if (saved.revision === revision) return toast.success(t('unchanged', { name: saved.name }));
    const takeBack = { label: t('takeBack'), onClick: () => undo.act({ id, name, description, condition }) };
    toast.success(t('saved', { name: saved.name }), { action: takeBack, duration: 10_000 });
  });
  return (
    <SegmentForm
      self={id}
      name={name}
      description={description}
      held={held}
      onHeld={setHeld}
      isReadOnly={!mayWrite || isArchived}
      isPending={isPending || undo.isPending}
      isStrict={isStrict}
      errorOf={errorOf}
      submit={t('save')}
      onSubmit={(saved) => {
        setStrict(true);
        if (segmentProblems(saved.condition, 'condition').length === 0) act({ id, ...saved, revision });
      }}
      cancel={
        <Button disabled={isSameJson(held.present, condition)} onClick={() => setHeld(undoable(condition))}>
          {t('discard')}
        </Button>
      }
    />
  );
}
