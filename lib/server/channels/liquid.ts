// The door to the Liquid thread: one warm thread, one question at a time, killed when it takes too long or too much.
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { JsonObject } from '@/lib/core/json';
import { ok, type Result, refuse } from '@/lib/core/result';
import { threadFile } from '../thread-file';

const KILL_MS = 1_000;
const START_MS = 30_000;
const HEAP_MB = 128;

/** Where the output lands: HTML text and attributes, plain text, or the inside of JSON strings. */
export type Target = 'html' | 'text' | 'json';

export interface Part {
  readonly source: string;
  readonly into: Target;
}

export interface TemplateProblem {
  /** too-heavy: had to be stopped, which another try on a calmer machine may not need. */
  readonly code: 'bad-template' | 'too-heavy';
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
}

type Question =
  | { readonly kind: 'render'; readonly parts: readonly Part[]; readonly data: JsonObject }
  | { readonly kind: 'check'; readonly source: string }
  | { readonly kind: 'variables'; readonly source: string };

const Problem = z.object({
  message: z.string(),
  line: z.number().nullable(),
  column: z.number().nullable(),
});
const Answer = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), problem: Problem }),
]);

type Answered = Result<unknown, TemplateProblem>;

let warm: Promise<Worker> | null = null;
let turn: Promise<unknown> = Promise.resolve();

/** Renders all parts of one message with the same data, or tells the first problem. */
export async function renderLiquid(
  parts: readonly Part[],
  data: JsonObject,
): Promise<Result<string[], TemplateProblem>> {
  const answer = await ask({ kind: 'render', parts, data });
  return answer.ok ? ok(z.array(z.string()).parse(answer.value)) : answer;
}

/** What is wrong with a template's syntax, with its position, or null. */
export async function checkTemplate(source: string): Promise<TemplateProblem | null> {
  const answer = await ask({ kind: 'check', source });
  return answer.ok ? null : answer.refusal;
}

/** The paths of the variables a template reads from outside, e.g. `['customer', 'name']`. */
export async function variablesOf(source: string): Promise<Result<string[][], TemplateProblem>> {
  const answer = await ask({ kind: 'variables', source });
  return answer.ok ? ok(z.array(z.array(z.string())).parse(answer.value)) : answer;
}

/** Ends the thread, so that a process can end; the next question starts another. */
export async function closeLiquid(): Promise<void> {
  await turn.catch(() => {});
  const thread = await warm;
  warm = null;
  await thread?.terminate();
}

function ask(question: Question): Promise<Answered> {
  const answer = turn.then(() => askThread(question));
  turn = answer.catch(() => {});
  return answer;
}

async function askThread(question: Question): Promise<Answered> {
  const thread = await warmThread();
  thread.ref();
  thread.postMessage(question);
  const answer = await nextMessage(thread, KILL_MS);
  thread.unref();
  if (answer.ok) return readAnswer(answer.value);
  warm = null;
  void thread.terminate();
  void warmThread().catch(() => {});
  return refuse({ code: 'too-heavy', message: answer.refusal, line: null, column: null });
}

function warmThread(): Promise<Worker> {
  warm ??= startThread().catch((error: unknown) => {
    warm = null;
    throw error;
  });
  return warm;
}

/** A thread that has loaded everything, so that the time of the first render is the render's own. */
async function startThread(): Promise<Worker> {
  const thread = new Worker(threadFile('lib/server/channels/liquid-thread.mjs'), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    env: {},
  });
  // A thread that breaks after it was given up has nobody left to tell.
  thread.on('error', () => {});
  const ready = await nextMessage(thread, START_MS);
  if (!ready.ok) throw new Error(`The template thread did not start: it ${ready.refusal}.`);
  thread.unref();
  return thread;
}

function nextMessage(thread: Worker, withinMs: number): Promise<Result<unknown, string>> {
  return new Promise((resolve) => {
    const settle = (answer: Result<unknown, string>) => {
      clearTimeout(deadline);
      thread.off('message', onMessage);
      thread.off('error', onError);
      resolve(answer);
    };
    const onMessage = (message: unknown) => settle(ok(message));
    const onError = () => settle(refuse('takes too much memory to render'));
    // An answer that came while this process itself was busy is waiting in the queue: it counts.
    const deadline = setTimeout(
      () => setImmediate(() => settle(refuse('takes too long to render'))),
      withinMs,
    );
    thread.on('message', onMessage);
    thread.on('error', onError);
  });
}

function readAnswer(message: unknown): Answered {
  const answer = Answer.parse(message);
  return answer.ok ? ok(answer.value) : refuse({ code: 'bad-template', ...answer.problem });
}
