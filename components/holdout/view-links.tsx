// Whether months are told alone, or up to each of them.
import { useTranslations } from 'next-intl';
import { TabLinks } from '@/components/shell/tab-links';
import { type HoldoutView, holdoutAddress } from './holdout-address';

const views = ['sinceStart', 'alone'] as const;

export function ViewLinks({ span, view }: { span: number | null; view: HoldoutView }) {
  const t = useTranslations('holdout.views');
  const tabs = views.map((one) => ({
    ...{ href: holdoutAddress({ span, view: one }), text: t(one), isShown: one === view },
  }));
  return <TabLinks label={t('label')} tabs={tabs} />;
}
