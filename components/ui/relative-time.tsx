// "3 minutes ago", with the exact time on hover, in the reader's language and the workspace's time zone.
'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useTicking } from './ticking';

interface RelativeTimeProps {
  /** ISO 8601. */
  at: string;
  className?: string;
}

const minuteMs = 60_000;
const monthMs = 30 * 24 * 60 * minuteMs;

export function RelativeTime({ at, className }: RelativeTimeProps) {
  const t = useTranslations('common');
  const format = useFormatter();
  const now = useTicking();
  const instant = new Date(at);
  const ageMs = now.getTime() - instant.getTime();
  const shown = () => {
    if (ageMs < minuteMs) return t('justNow');
    if (ageMs > monthMs) return format.dateTime(instant, 'day');
    return format.relativeTime(instant, { now });
  };
  return (
    <time dateTime={at} title={format.dateTime(instant, 'full')} className={className}>
      {shown()}
    </time>
  );
}
