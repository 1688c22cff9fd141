// With which status an action is answered. Next answers every action with 200; whoever may not do it gets 401 or 403, and the
// refusal's words as ever. Hangs on globalThis because Next's bundles and the server's bundle are two copies of this code.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

interface Answering {
  status?: 401 | 403;
}

const holder = globalThis as { [key: symbol]: AsyncLocalStorage<Answering> | undefined };
const key = Symbol.for('throughline.answering');

function answering(): AsyncLocalStorage<Answering> {
  holder[key] ??= new AsyncLocalStorage();
  return holder[key];
}

/** Within a request that `withAnswerStatus` serves; without effect elsewhere. */
export function setAnswerStatus(status: 401 | 403): void {
  const current = answering().getStore();
  if (current) current.status = status;
}

export function withAnswerStatus(response: ServerResponse, serve: () => Promise<void>): Promise<void> {
  const current: Answering = {};
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status: number, ...rest: never[]) => writeHead(current.status ?? status, ...rest);
  return answering().run(current, serve);
}
