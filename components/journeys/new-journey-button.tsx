// The primary action of the journeys page.
'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMayWrite } from '@/components/shell/role';
import { useShellCommand } from '@/components/shell/shell-commands';
import { Button } from '@/components/ui/button';

export function NewJourneyButton() {
  const t = useTranslations('journeys');
  const openCommand = useShellCommand();
  if (!useMayWrite()) return null;
  return (
    <Button variant="primary" onClick={() => openCommand('new-journey')}>
      <Plus aria-hidden />
      {t('new')}
    </Button>
  );
}
