// A page of the API reference: what the whole holds on the left, one chapter of it beside. No page holds everything, so
// each is light.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Page } from '@/components/shell/page';
import type { OpenApi } from '@/lib/core/api/open-api';
import { Contents } from './contents';

interface ReferenceFrameProps {
  api: OpenApi;
  /** The chapter that is open; its endpoints are listed. */
  chapter?: string | undefined;
  children: ReactNode;
}

export function ReferenceFrame({ api, chapter, children }: ReferenceFrameProps) {
  const t = useTranslations('reference');
  return (
    <Page title={t('title')} description={t('description')}>
      <div className="flex gap-10 max-lg:flex-col max-lg:gap-6">
        <Contents api={api} chapter={chapter} />
        <div className="min-w-0 flex-1 space-y-12">{children}</div>
      </div>
    </Page>
  );
}
