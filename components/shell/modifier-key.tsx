// The key that goes with a shortcut: ⌘ on Apple machines, Ctrl elsewhere. The server assumes Ctrl.
'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';

const never = () => () => {};

export function ModifierKey() {
  const t = useTranslations('shell.shortcuts.keys');
  const isApple = useSyncExternalStore(
    never,
    () => /mac|iphone|ipad/i.test(navigator.userAgent),
    () => false,
  );
  return isApple ? t('command') : t('control');
}
