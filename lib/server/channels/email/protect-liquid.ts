// Carries Liquid through Markdown untouched: each tag becomes a plain word before and itself again afterwards, so that
// neither its quotes are changed nor the values it prints are ever read as Markdown.
import { hash53 } from '@/lib/core/hash';

/** Raw and comment blocks whole, then single outputs and tags. */
const LIQUID = /\{%-?\s*(raw|comment)\s*-?%\}[\s\S]*?\{%-?\s*end\1\s*-?%\}|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
/** Lines that hold nothing but tags that print nothing themselves, such as `{% if … %}`. */
const TAG_LINE = /^[ \t]*((?:\{%(?:(?!%\})[^\n])*%\}[ \t]*)+)$/gm;

export interface Protected {
  readonly text: string;
  /** Puts the Liquid back in place of the words. */
  restore(text: string): string;
}

export function protectLiquid(source: string): Protected {
  const word = unusedWord(source);
  const pieces: string[] = [];
  // A line of tags is a block of its own: as part of a list item or a paragraph it would close in the wrong place.
  const apart = source.replace(TAG_LINE, (_line, tags: string) => `\n${tags.trim()}\n`);
  const text = apart.replace(LIQUID, (piece) => {
    pieces.push(piece);
    const kind = piece.startsWith('{%') ? 't' : 'o';
    return `${word}${kind}${pieces.length - 1}z`;
  });
  const tagsAlone = new RegExp(`<p>((?:\\s*${word}t\\d+z)+\\s*)</p>`, 'g');
  const any = new RegExp(`${word}[to](\\d+)z`, 'g');
  return {
    text,
    restore: (rendered) =>
      rendered.replace(tagsAlone, '$1').replace(any, (_word, index: string) => pieces[Number(index)] ?? ''),
  };
}

/** Letters and digits only, so that Markdown sees a word, also within an address; never one the author wrote. */
function unusedWord(source: string): string {
  for (let seed = 0; ; seed += 1) {
    const word = `lq${hash53(source, seed).toString(36)}`;
    if (!source.includes(word)) return word;
  }
}
