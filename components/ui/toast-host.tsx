// Where toasts appear. Stands once in a layout, and stays empty until there is news.
'use client';

import { lazy, Suspense, useSyncExternalStore } from 'react';
import { toastHost } from './toast';

const Toaster = lazy(() => import('./toaster').then((module) => ({ default: module.Toaster })));

export function ToastHost() {
  const isWanted = useSyncExternalStore(toastHost.subscribe, toastHost.isWanted, () => false);
  if (!isWanted) return null;
  return (
    <Suspense>
      <Toaster />
    </Suspense>
  );
}
