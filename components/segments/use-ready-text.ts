// What ready segments are called, and what they mean.
'use client';

import { useTranslations } from 'next-intl';
import { channelKeys, lifecycleKeys, rfmKeys } from '@/lib/core/segment/ready-segments';

const keys = [...rfmKeys, ...lifecycleKeys, ...channelKeys];

export function useReadyText(): (key: string) => { name: string; description: string } {
  const t = useTranslations('segments.ready');
  return (key) => {
    const known = keys.find((one) => one === key);
    return known
      ? { name: t(`names.${known}`), description: t(`hints.${known}`) }
      : { name: key, description: '' };
  };
}
