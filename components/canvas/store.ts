// One value outside React, and hooks that re-render only what looks at a part that changed.
'use client';

import { useSyncExternalStore } from 'react';

export interface Store<State> {
  read(): State;
  update(change: (state: State) => State): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<State>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    read: () => state,
    update(change) {
      const next = change(state);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A part of the state. `select` must give back the same value while that part is the same. */
export function useStore<State, Part>(store: Store<State>, select: (state: State) => Part): Part {
  const look = () => select(store.read());
  return useSyncExternalStore(store.subscribe, look, look);
}
