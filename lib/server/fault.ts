// Named crash points. Every await that touches the database, a socket or a file in ingest, engine and delivery passes
// through here, so that a test can throw, hang or kill exactly there.

export type FaultAction = {
  readonly before?: () => Promise<void> | void;
  readonly after?: (value: unknown) => Promise<void> | void;
};

const holder = globalThis as { [key: symbol]: ((name: string) => FaultAction | undefined) | undefined };
const key = Symbol.for('throughline.fault');

/** Tests plant faults; undefined takes them away. */
export function plantFaults(plan: ((name: string) => FaultAction | undefined) | undefined): void {
  holder[key] = plan;
}

export async function fault<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const action = holder[key]?.(name);
  if (!action) return work();
  await action.before?.();
  const value = await work();
  await action.after?.(value);
  return value;
}
