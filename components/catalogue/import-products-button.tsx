// Opens the import of products, for whoever may change the catalogue.
'use client';

import { Upload } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMayWrite } from '@/components/shell/role';
import { Button } from '@/components/ui/button';

const ImportProductsDialog = dynamic(() =>
  import('./import-products-dialog').then((module) => module.ImportProductsDialog),
);

export function ImportProductsButton() {
  const t = useTranslations('catalogue');
  const [isOpen, setIsOpen] = useState(false);
  if (!useMayWrite()) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        <Upload aria-hidden />
        {t('import')}
      </Button>
      {isOpen && <ImportProductsDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}
