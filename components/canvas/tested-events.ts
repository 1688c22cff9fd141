// Which events a form speaks of, wherever in its data they stand: in conditions, in triggers, in goals.

/** Distinct names, in no order that means anything. */
export function testedEvents(data: unknown): string[] {
  return [...new Set(namesIn(data))];
}

function namesIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  const own = 'event' in data && typeof data.event === 'string' && data.event !== '' ? [data.event] : [];
  return [...own, ...Object.values(data).flatMap(namesIn)];
}
