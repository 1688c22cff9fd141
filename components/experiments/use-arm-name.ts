// What an arm is called: by its name, and the holdout by its own.
import { useTranslations } from 'next-intl';

export function useArmName(arms: readonly { readonly id: string; readonly name: string }[]) {
  const t = useTranslations('experiments.arm');
  return (id: string) => arms.find((arm) => arm.id === id)?.name ?? (id === 'holdout' ? t('holdout') : id);
}
