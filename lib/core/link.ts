// Which addresses a message or a webhook may point to, judged where they are written out.

const LINK_SCHEMES = ['http:', 'https:', 'mailto:', 'tel:'];
const WEB_SCHEMES = ['http:', 'https:'];

const hasLiquid = (text: string) => text.includes('{{') || text.includes('{%');

function schemeOf(address: string): string | null {
  const scheme = /^[\s\p{Cc}]*([a-z][a-z0-9+.-]*:)/iu.exec(address);
  return scheme?.[1]?.toLowerCase() ?? null;
}

function isAllowed(address: string, schemes: readonly string[]): boolean {
  const scheme = schemeOf(address);
  // Liquid makes the address only at send time, when it is judged again; a scheme written out is judged now.
  if (hasLiquid(address)) return scheme === null || schemes.includes(scheme);
  return scheme !== null && schemes.includes(scheme) && URL.canParse(address);
}

/** Whether a link in a message may stand: http, https, mailto or tel, or one that Liquid completes. */
export function isLinkAllowed(address: string): boolean {
  return isAllowed(address, LINK_SCHEMES);
}

/** Whether a webhook may call this address: http or https, or one that Liquid completes. */
export function isWebAddress(address: string): boolean {
  return isAllowed(address, WEB_SCHEMES);
}

/** The targets of the links and images in a Markdown text, as written, in order. Liquid tags are kept whole. */
export function linksOf(markdown: string): string[] {
  const target = '((?:\\{\\{[^}]{0,300}\\}\\}|\\{%[^%]{0,300}%\\}|[^\\s<>){])*)';
  const inline = new RegExp(`\\]\\(\\s*<?${target}`, 'g');
  const reference = new RegExp(`^ {0,3}\\[[^\\]\\n]+\\]:\\s*<?${target}`, 'gm');
  return [...markdown.matchAll(inline), ...markdown.matchAll(reference)].flatMap((match) => match.slice(1));
}
