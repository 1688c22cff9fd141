// Whether segments are made of each other in a circle, and by which way.

/**
 * The way from a segment back to itself, beginning and ending with it; null where there is none.
 * @param mentions which segments the condition of each segment names; unknown ones are passed over
 */
export function findCycle(
  mentions: ReadonlyMap<string, readonly string[]>,
  from: string,
): readonly string[] | null {
  const seen = new Set<string>();
  // Ways still to be tried, instead of recursion: a chain of segments may be long.
  const ways = [{ at: from, passed: [from] }];
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    for (const next of mentions.get(way.at) ?? []) {
      if (next === from) return [...way.passed, from];
      if (!seen.has(next)) ways.push({ at: next, passed: [...way.passed, next] });
      seen.add(next);
    }
  }
  return null;
}
