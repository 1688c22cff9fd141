// One slow host must not take every connection: at most a few requests to the same host run at once, the rest queue.
const LIMIT = 8;
const hosts = new Map<string, { running: number; readonly waiting: (() => void)[] }>();

export async function withHostSlot<Value>(host: string, work: () => Promise<Value>): Promise<Value> {
  await take(host);
  try {
    return await work();
  } finally {
    give(host);
  }
}

function take(host: string): Promise<void> {
  const slots = hosts.get(host) ?? { running: 0, waiting: [] };
  hosts.set(host, slots);
  if (slots.running < LIMIT) {
    slots.running += 1;
    return Promise.resolve();
  }
  return new Promise((resolve) => slots.waiting.push(resolve));
}

/** Hands the slot to the next in line, or gives it back. */
function give(host: string): void {
  const slots = hosts.get(host);
  if (!slots) return;
  const next = slots.waiting.shift();
  if (next) next();
  else slots.running -= 1;
  if (slots.running === 0) hosts.delete(host);
}
