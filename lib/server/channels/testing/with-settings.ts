// Lets a test reach its own peers on loopback, as an operator would allow a host next door.
import type { Env } from '../../env';
import { runtime, setRuntime } from '../../runtime';

/** Changes settings of the running product for this test file; returns the way back. */
export function withSettings(more: Partial<Env>): () => void {
  const before = runtime();
  setRuntime({
    ...before,
    env: { ...before.env, ...more, secretKey: more.secretKey ?? before.env.secretKey },
  });
  return () => setRuntime(before);
}

export function allowLoopback(more: Partial<Env> = {}): () => void {
  return withSettings({ outgoingAllowHosts: ['127.0.0.1', 'localhost'], ...more });
}
