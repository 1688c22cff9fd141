// When a message that is held back will go, in the workspace's zone. Nothing where it is not held.
'use client';

import { useFormatter, useTranslations } from 'next-intl';

export function HeldUntil({ at, className }: { at: string | null; className?: string }) {
  const t = useTranslations('messages');
  const format = useFormatter();
  if (at === null) return null;
  return (
    <time dateTime={at} {...(className && { className })}>
      {t('goes', { at: format.dateTime(new Date(at), 'full') })}
    </time>
  );
}
