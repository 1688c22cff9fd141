// The priority of the journey on the canvas. It is no part of the drawing: it holds at once and is not undone.
'use client';

import { PriorityDialog } from '@/components/sending/priority-dialog';
import { toast } from '@/components/ui/toast';
import { useChange, useStudio } from './studio-context';

export function StudioPriority({ onClose }: { onClose: () => void }) {
  const id = useStudio((studio) => studio.id);
  const name = useStudio((studio) => studio.name);
  const priority = useStudio((studio) => studio.priority);
  const change = useChange();
  const keep = (message: string, set: number) => {
    toast.success(message);
    change((studio) => ({ ...studio, priority: set }));
  };
  return <PriorityDialog journey={{ id, name, priority }} onClose={onClose} onDone={keep} />;
}
