// Whoever hangs up while they are still sending is answered by nothing and is no fault of ours; a reset of our own is.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { endpoints } from '@/lib/core/api/endpoints';
import { createJourney } from './journeys/create-journey';
import { route } from './route';
import { bearer } from './testing/call-api';
import { freshWorkspace } from './testing/fresh-workspace';

let written: string[];

beforeEach(() => {
  written = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** As Node tells it: the socket closes, and with it the body breaks off. */
async function interrupted(hasLeft: boolean): Promise<Response> {
  const { actor } = await freshWorkspace();
  const caller = new AbortController();
  const body = new ReadableStream({
    pull(stream) {
      if (hasLeft) caller.abort();
      stream.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
    },
  });
  const request = new Request('http://localhost:3000/v1/journeys', {
    ...{ method: 'POST', body, duplex: 'half', signal: caller.signal },
    headers: { host: 'localhost:3000', ...(await bearer(actor)) },
  });
  return route(endpoints.createJourney, createJourney)(request);
}

it('logs nothing where the caller has gone', async () => {
  expect((await interrupted(true)).status).toBe(499);
  expect(written).toEqual([]);
});

it('logs a connection that broke off while the caller waits', async () => {
  expect((await interrupted(false)).status).toBe(500);
  expect(written.join()).toContain('An endpoint failed');
});
