// Waiting that ends early when there is work or when the process is asked to stop.
import { type Loop, onWake } from './wake';

export function pause(ms: number, signal: AbortSignal, loop?: Loop): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      deaf?.();
      resolve();
    };
    const timer = setTimeout(end, ms);
    const deaf = loop && onWake(loop, end);
    signal.addEventListener('abort', end);
  });
}
