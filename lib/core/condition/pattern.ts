// The patterns of `matches`: `*` is any text, `?` is one character, `\\` takes the next character as it is. No more than
// that, so that no pattern is slow and every one means the same in memory and in the database.

/** A character, or a wildcard. */
export type PatternPart = { readonly is: string } | 'one' | 'many';

export function patternParts(pattern: string): PatternPart[] {
  const parts: PatternPart[] = [];
  let isTaken = false;
  for (const character of pattern) {
    if (isTaken) parts.push({ is: character });
    else if (character === '*') parts.push('many');
    else if (character === '?') parts.push('one');
    else if (character !== '\\') parts.push({ is: character });
    isTaken = !isTaken && character === '\\';
  }
  return isTaken ? [...parts, { is: '\\' }] : parts;
}

const fits = (part: PatternPart | undefined, character: string | undefined) =>
  part === 'one' || (typeof part === 'object' && part.is === character);

/** Whether the whole text is of the pattern. Takes at most as many steps as both are long, multiplied. */
export function doesMatch(text: string, pattern: string): boolean {
  const parts = patternParts(pattern);
  const characters = [...text];
  let part = 0;
  let place = 0;
  // Where the last "any text" stands, and how far it has reached: only that one ever has to reach further.
  let star = -1;
  let reached = 0;
  while (place < characters.length) {
    if (fits(parts[part], characters[place])) {
      part += 1;
      place += 1;
    } else if (parts[part] === 'many') {
      star = part;
      reached = place;
      part += 1;
    } else if (star >= 0) {
      reached += 1;
      place = reached;
      part = star + 1;
    } else return false;
  }
  return parts.slice(part).every((rest) => rest === 'many');
}

const MOST_WILDCARDS = 20;

/** Whether this was probably meant as a regular expression, or asks for more than a pattern should. */
export function isPatternOdd(pattern: string): boolean {
  const isRegular = /^\^|(?<!\\)\$$|\.[*+]|[\])][*+?{]/.test(pattern);
  return isRegular || patternParts(pattern).filter((part) => part === 'many').length > MOST_WILDCARDS;
}
