// Whether a request that changes something was made by a page of ours: a browser sends its cookie along whoever wrote it.
import { runtime } from '../runtime';

export function isOurOrigin(origin: string | null, host: string | null): boolean {
  if (origin === null || !URL.canParse(origin)) return false;
  const from = new URL(origin).host;
  return from === host || from === new URL(runtime().env.publicUrl).host;
}
