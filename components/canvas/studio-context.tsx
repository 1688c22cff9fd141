// The sitting, for everything inside the studio. Looking at a part re-renders only when that part changes.
'use client';

import { createContext, use } from 'react';
import { type Store, useStore } from './store';
import type { Change, Studio } from './studio';

const StudioContext = createContext<Store<Studio> | null>(null);

export const StudioProvider = StudioContext;

export function useStudioStore(): Store<Studio> {
  const store = use(StudioContext);
  if (!store) throw new Error('This belongs inside a journey studio.');
  return store;
}

/** A part of the sitting. `select` must give back the same value while that part is the same. */
export function useStudio<Part>(select: (studio: Studio) => Part): Part {
  return useStore(useStudioStore(), select);
}

export function useChange(): (change: Change) => void {
  return useStudioStore().update;
}
