// A button of a toolbar: a sign whose name shows on hover and is read aloud.
'use client';

import type { LucideIcon } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';

interface ToolProps {
  label: string;
  icon: LucideIcon;
  onClick: () => void;
}

export function Tool({ label, icon: Icon, onClick }: ToolProps) {
  return (
    <Tooltip content={label}>
      <Button variant="ghost" size="icon" aria-label={label} onClick={onClick}>
        <Icon aria-hidden />
      </Button>
    </Tooltip>
  );
}
