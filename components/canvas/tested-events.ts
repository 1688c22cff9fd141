// Which events the conditions of a form ask about, wherever in its data they stand.

/** Distinct names, in no order that means anything. */
export function testedEvents(data: unknown): string[] {
  return [...new Set(namesIn(data))];
}

function namesIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  const isTest = 'type' in data && data.type === 'event' && 'event' in data && typeof data.event === 'string';
  const own = isTest && data.event !== '' ? [String(data.event)] : [];
  return [...own, ...Object.values(data).flatMap(namesIn)];
}
