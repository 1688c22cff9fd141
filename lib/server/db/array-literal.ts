// A long list as PostgreSQL writes arrays. The driver's own way makes several small strings of each element, which in a batch
// of passages is a seventh of everything that has to be collected again.

/** For a parameter with a cast, e.g. `${arrayLiteral(ids)}::text[]`. Null is NULL. */
export function arrayLiteral(values: readonly (string | number | null)[]): string {
  return `{${values.map(element).join(',')}}`;
}

function element(value: string | number | null): string | number {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return value;
  return /[\\"]/.test(value) ? `"${value.replace(/[\\"]/g, '\\$&')}"` : `"${value}"`;
}
