// The way to the API reference, beside the keys that open it.
import { BookOpen } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

export function ReferenceLink() {
  const t = useTranslations('reference');
  return (
    <Button asChild>
      <Link href="/reference">
        <BookOpen aria-hidden />
        {t('title')}
      </Link>
    </Button>
  );
}
