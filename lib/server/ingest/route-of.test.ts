// Which paths belong to event ingestion.
import { describe, expect, it } from 'vitest';
import { routeOf } from './route-of';

describe('routeOf', () => {
  it.each([
    ['/v1/track', 'track'],
    ['/v1/t', 'track'],
    ['/v1/i', 'identify'],
    ['/v1/a', 'alias'],
    ['/v1/batch', null],
    ['/v1/batch/', null],
    ['/v1/b', null],
    ['/v1/import', null],
    ['/beacon/v1/batch', null],
    ['/api/s/page', 'page'],
    ['/api/s/event', null],
    ['/api/s/s2s/identify', 'identify'],
  ])('takes events at %s', (path, type) => {
    expect(routeOf(path)).toEqual({ kind: 'events', type });
  });

  it('knows what browser clients ask for', () => {
    expect(routeOf('/v1/m')).toEqual({ kind: 'client-metrics' });
    expect(routeOf('/v1/projects/wk_1/settings')).toEqual({ kind: 'segment-settings', writeKey: 'wk_1' });
    expect(routeOf('/sourceConfig/')).toEqual({ kind: 'rudderstack-settings' });
    expect(routeOf('/analytics.js/v1/wk_1/analytics.min.js')).toMatchObject({
      file: 'standalone.js',
      writeKey: 'wk_1',
    });
    expect(routeOf('/analytics-next/bundles/x.js')).toMatchObject({ file: 'x.js', writeKey: null });
  });

  it.each([
    '/',
    '/v1',
    '/v1/journeys',
    '/v1/events',
    '/v1/messages',
    '/v1/customers/track',
    '/v1/toString',
    '/v1/constructor',
    '/api/s',
    '/api/s/nothing',
    '/api/s/track/more',
    '/v1/projects/wk_1',
    '//',
  ])('leaves %s to others', (path) => {
    expect(routeOf(path)).toBeNull();
  });
});
