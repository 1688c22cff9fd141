// What somebody typed, as a LIKE pattern in which only our own wildcards are wild.

function literal(text: string): string {
  return text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** Matches lower-cased values that begin with the text. */
export function startingWith(text: string): string {
  return `${literal(text)}%`;
}

/** Matches lower-cased values that hold the text anywhere. */
export function holding(text: string): string {
  return `%${literal(text)}%`;
}
