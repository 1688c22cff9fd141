// Paths into properties and attributes, as people write them: keys joined by dots.

export function pathText(path: readonly string[] | null): string {
  return path?.join('.') ?? '';
}

/** The keys of a dotted text. A half-typed one (`cart.`) keeps its empty key, which the compiler calls unfinished. */
export function pathFrom(text: string): string[] {
  const trimmed = text.trim();
  return trimmed === '' ? [] : trimmed.split('.').slice(0, 10);
}
