// How well a step of the picker or the finder fits what was typed. Spaces, hyphens and accents do not matter.

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/**
 * For cmdk's `filter`: 0 hides, more is better. The first keyword is the name and counts most.
 * @returns between 0 and 1
 */
export function matchScore(_value: string, typed: string, keywords: readonly string[] = []): number {
  const search = plain(typed);
  const [name = '', ...others] = keywords.map(plain);
  if (name.startsWith(search)) return 1;
  if (name.includes(search)) return 0.8;
  return others.some((word) => word.includes(search)) ? 0.4 : 0;
}
