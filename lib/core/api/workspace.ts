// The workspace's own settings, as the studio sees them.
import { z } from 'zod';
import { idOf } from '../id';
import { textUpTo } from '../text';
import { Instant } from './page';

/** Whether the runtime knows this time zone by name, e.g. `Europe/Prague`. */
function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

export const SaveWorkspace = z.strictObject({
  name: textUpTo(80).trim().min(1),
  timeZone: z.string().max(60).refine(isTimeZone, 'must be a time zone such as Europe/Prague'),
  locale: z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'must be a language such as en or pt-BR'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency code such as EUR'),
});
export type SaveWorkspace = z.infer<typeof SaveWorkspace>;

export const WorkspaceDetail = z.object({
  id: idOf('wsp'),
  name: z.string(),
  timeZone: z.string(),
  locale: z.string(),
  currency: z.string(),
  isTrafficLive: z.boolean().describe('Whether the demo shop keeps sending events.'),
  createdAt: Instant,
});
export type WorkspaceDetail = z.infer<typeof WorkspaceDetail>;

export const SetLiveTraffic = z.strictObject({ isTrafficLive: z.boolean() });
export type SetLiveTraffic = z.infer<typeof SetLiveTraffic>;
