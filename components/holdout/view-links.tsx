// Whether months are told alone, or up to each of them.
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { type HoldoutView, holdoutAddress } from './holdout-address';

const views = ['sinceStart', 'alone'] as const;

export function ViewLinks({ span, view }: { span: number | null; view: HoldoutView }) {
  const t = useTranslations('holdout.views');
  return (
    <nav aria-label={t('label')} className="mb-4 flex gap-5 border-b">
      {views.map((one) => (
        <Link
          key={one}
          href={holdoutAddress({ span, view: one })}
          scroll={false}
          aria-current={one === view ? 'page' : undefined}
          className={cn(
            '-mb-px border-b-2 py-2.5 font-medium text-sm',
            one === view ? 'border-accent' : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {t(one)}
        </Link>
      ))}
    </nav>
  );
}
