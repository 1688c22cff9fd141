// What happened to a step or a line between two drawings: a sign and a word, and only then a colour.
'use client';

import { Minus, Pencil, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { DiffMark as Mark } from '@/lib/core/journey/drawn-diff';

export const markLooks = {
  added: { tone: 'success', edge: 'border-l-success', icon: Plus },
  removed: { tone: 'danger', edge: 'border-l-danger', icon: Minus },
  changed: { tone: 'info', edge: 'border-l-info', icon: Pencil },
} as const;

export function DiffMark({ mark, className }: { mark: Mark; className?: string }) {
  const t = useTranslations('versions.diff');
  const { tone, icon: Icon } = markLooks[mark];
  return (
    <Badge tone={tone} {...(className && { className })}>
      <Icon aria-hidden />
      {t(mark)}
    </Badge>
  );
}
