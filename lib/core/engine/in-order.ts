// The one order in which several enrollments of a customer act at the same occasion.

/** A copy in order of time (ms), and of ids where the times are the same; so it never depends on how rows were read. */
export function inOrder<Item extends { readonly id: string }>(
  items: Iterable<Item>,
  timeOf: (item: Item) => number,
): Item[] {
  return [...items].sort((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1));
}
