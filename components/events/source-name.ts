// Where an event came from, as far as a reader can tell: the id of a key says nothing to anybody.

export function sourceName(source: string): string | null {
  return source.startsWith('key_') ? null : source;
}
