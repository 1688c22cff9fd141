// In-process nudges: after a commit that left work, the loop that does it is woken instead of polling fast.
import { runtime } from './runtime';

export type Loop = 'engine' | 'sender';

export function wake(loop: Loop): void {
  for (const listener of runtime().wakers.get(loop) ?? []) listener();
}

/** Calls the listener at every nudge; returns a function that ends it. */
export function onWake(loop: Loop, listener: () => void): () => void {
  const { wakers } = runtime();
  const listeners = wakers.get(loop) ?? new Set();
  wakers.set(loop, listeners.add(listener));
  return () => listeners.delete(listener);
}
