// Opens the dialog that puts codes into a pool, for whoever may.
'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMayWrite } from '@/components/shell/role';
import { Button } from '@/components/ui/button';
import { AddCodesDialog } from './add-codes-dialog';

export function AddCodesButton({ poolId }: { poolId: string }) {
  const t = useTranslations('coupons.pool');
  const [isOpen, setIsOpen] = useState(false);
  if (!useMayWrite()) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        <Plus aria-hidden />
        {t('addCodes')}
      </Button>
      {isOpen && <AddCodesDialog poolId={poolId} onClose={() => setIsOpen(false)} />}
    </>
  );
}
