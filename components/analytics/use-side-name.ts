// What one side of a split is called: the holdout of an experiment has no name of its own.
import { useTranslations } from 'next-intl';
import { HOLDOUT_ARM } from '@/lib/core/experiment/holdout-arm';

export function useSideName(): (id: string | null, label: string) => string {
  const t = useTranslations('analytics.sides');
  return (id, label) => {
    if (id === null) return t('everybody');
    return id === HOLDOUT_ARM ? t('holdout') : label;
  };
}
