// Leads to where a segment is made.
'use client';

import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMayWrite } from '@/components/shell/role';
import { Button } from '@/components/ui/button';

export function NewSegmentButton() {
  const t = useTranslations('segments');
  if (!useMayWrite()) return null;
  return (
    <Button asChild variant="primary">
      <Link href="/segments/new">
        <Plus aria-hidden />
        {t('new')}
      </Link>
    </Button>
  );
}
