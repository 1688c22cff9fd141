// Which paths are ours, and what each means: Segment's API, the short forms of its browser client, the beacon and the
// configuration of RudderStack's, and Jitsu's single posts. Everything else under /v1/ belongs to the management API.
import { EventType } from '@/lib/core/api/event';

export type Route =
  | { readonly kind: 'events'; readonly type: EventType | null }
  /** Figures that analytics-next sends about itself. */
  | { readonly kind: 'client-metrics' }
  | { readonly kind: 'segment-settings'; readonly writeKey: string }
  | { readonly kind: 'rudderstack-settings' }
  /** A file of Segment's browser client, by its name in the package. */
  | { readonly kind: 'browser-client'; readonly file: string; readonly writeKey: string | null };

const SHORT: Readonly<Record<string, EventType>> = {
  i: 'identify',
  t: 'track',
  p: 'page',
  s: 'screen',
  g: 'group',
  a: 'alias',
};
const BATCHES = new Set(['batch', 'b', 'import']);

export function routeOf(pathname: string): Route | null {
  const [first, ...rest] = pathname.replace(/\/$/, '').split('/').slice(1);
  if (first === 'v1') return underV1(rest);
  if (first === 'sourceConfig' && rest.length === 0) return { kind: 'rudderstack-settings' };
  if (first === 'beacon' && rest.join('/') === 'v1/batch') return { kind: 'events', type: null };
  if (first === 'api') return jitsu(rest);
  if (first === 'analytics.js' && rest.length === 3 && rest[0] === 'v1' && rest[2] === 'analytics.min.js') {
    return { kind: 'browser-client', file: 'standalone.js', writeKey: rest[1] ?? null };
  }
  if (first === 'analytics-next' && rest.length === 2 && rest[0] === 'bundles') {
    return { kind: 'browser-client', file: rest[1] ?? '', writeKey: null };
  }
  return null;
}

function underV1(rest: readonly string[]): Route | null {
  const [name = '', writeKey = '', last] = rest;
  if (name === 'projects' && rest.length === 3 && last === 'settings') {
    return { kind: 'segment-settings', writeKey };
  }
  if (rest.length !== 1) return null;
  if (name === 'm') return { kind: 'client-metrics' };
  if (BATCHES.has(name)) return { kind: 'events', type: null };
  const type = Object.hasOwn(SHORT, name) ? SHORT[name] : EventType.safeParse(name).data;
  return type ? { kind: 'events', type } : null;
}

/** /api/s/<type>, from servers /api/s/s2s/<type>; `event` leaves the type to the body. */
function jitsu(rest: readonly string[]): Route | null {
  const [root, name, ...more] = rest[1] === 's2s' ? [rest[0], ...rest.slice(2)] : rest;
  if (root !== 's' || name === undefined || more.length > 0) return null;
  if (name === 'event') return { kind: 'events', type: null };
  const type = EventType.safeParse(name).data;
  return type ? { kind: 'events', type } : null;
}
