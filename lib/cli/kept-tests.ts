// Asks a running server to run the tests that are kept with its journeys.
import type { z } from 'zod';
import { JourneySummary } from '@/lib/core/api/journey';
import { JourneyTestResults } from '@/lib/core/api/journey-test';
import { ApiError, pageOf } from '@/lib/core/api/page';
import type { SaidResult } from '@/lib/server/journey-tests/test-result';

const TIMEOUT_MS = 60_000;
const Journeys = pageOf(JourneySummary.pick({ id: true, name: true }));

/** What the person at the command line can mend. */
export class RunError extends Error {}

class Refused extends RunError {
  constructor(
    readonly code: string,
    readonly said: string,
    where: string,
  ) {
    super(`${where}: ${said}`);
  }
}

export interface JourneyServer {
  readonly url: string;
  readonly secretKey: string;
}

export interface TestedJourney {
  readonly name: string;
  readonly tests: readonly SaidResult[];
}

/** @param wanted ids or names of journeys; none means all */
export async function runKeptTests(
  server: JourneyServer,
  wanted: readonly string[],
): Promise<TestedJourney[]> {
  const journeys = await listJourneys(server);
  const isCalled = (name: string) => (journey: { id: string; name: string }) =>
    journey.id === name || journey.name === name;
  for (const name of wanted) {
    const found = journeys.filter(isCalled(name)).length;
    if (found === 0)
      throw new RunError(`${name}: no journey has this id or name, and there is no such file.`);
    if (found > 1) throw new RunError(`${name}: ${found} journeys have this name. Give the id instead.`);
  }
  const chosen = wanted.length === 0 ? journeys : wanted.flatMap((name) => journeys.filter(isCalled(name)));
  const tested: TestedJourney[] = [];
  for (const { id, name } of chosen) {
    tested.push({ name, tests: await runTests(server, id) });
  }
  return tested;
}

/** Tests of a drawing that a newer release has saved cannot be run; those of all others can. */
async function runTests(server: JourneyServer, id: string): Promise<readonly SaidResult[]> {
  try {
    return (await ask(server, 'POST', `/v1/journeys/${id}/tests/run`, JourneyTestResults)).data;
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'newer-release') throw error;
    const { code, said: message } = error;
    const difference = { code, message, nodeId: null, step: null };
    return [{ name: 'its drawing', passed: false, difference, decisions: [] }];
  }
}

async function listJourneys(server: JourneyServer): Promise<{ id: string; name: string }[]> {
  const all: { id: string; name: string }[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = new URLSearchParams({ limit: '200', ...(cursor && { cursor }) });
    const page: z.infer<typeof Journeys> = await ask(server, 'GET', `/v1/journeys?${query}`, Journeys);
    all.push(...page.data);
    cursor = page.next;
  }
  return all;
}

async function ask<Reply>(
  { url, secretKey }: JourneyServer,
  method: 'GET' | 'POST',
  path: string,
  reply: z.ZodType<Reply>,
): Promise<Reply> {
  const response = await fetch(new URL(path, url), {
    method,
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    ...(method === 'POST' && { body: '{}' }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => null);
  if (!response) throw new RunError(`The server at ${url} cannot be reached. Start it with npm run up.`);
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const said = ApiError.safeParse(body);
    const { code = '', message = 'no reason given' } = said.data ?? {};
    throw new Refused(code, message, `${url} refused (${response.status})`);
  }
  const parsed = reply.safeParse(body);
  if (!parsed.success) throw new RunError(`${url} answers, but not like Throughline.`);
  return parsed.data;
}
