// What may stand in the body of an e-mail: the elements Markdown makes, with safe links, styled for mail programs.
import sanitizeHtml from 'sanitize-html';
import { isLinkAllowed, isWebAddress } from '@/lib/core/link';

/** Mail programs ignore style sheets in many places, so every element carries its style. Colours are inherited. */
const STYLES: Readonly<Record<string, string>> = {
  p: 'margin:0 0 16px',
  h1: 'margin:0 0 16px;font-size:26px;line-height:1.25;font-weight:700',
  h2: 'margin:24px 0 12px;font-size:20px;line-height:1.3;font-weight:700',
  h3: 'margin:20px 0 8px;font-size:17px;line-height:1.35;font-weight:700',
  ul: 'margin:0 0 16px;padding-left:24px',
  ol: 'margin:0 0 16px;padding-left:24px',
  li: 'margin:0 0 6px',
  blockquote: 'margin:0 0 16px;padding:2px 0 2px 16px;border-left:3px solid #8b95a5',
  pre: 'margin:0 0 16px;padding:12px;border:1px solid #8b95a5;border-radius:6px;white-space:pre-wrap',
  hr: 'margin:24px 0;border:0;border-top:1px solid #8b95a5',
  img: 'max-width:100%;height:auto;border:0;border-radius:6px',
  table: 'margin:0 0 16px;border-collapse:collapse',
  th: 'padding:6px 12px;border-bottom:2px solid #8b95a5;text-align:left',
  td: 'padding:6px 12px;border-bottom:1px solid #8b95a5',
  a: 'color:#0b616e;text-decoration:underline',
};

const PLAIN = ['h4', 'h5', 'h6', 'strong', 'em', 's', 'code', 'br', 'thead', 'tbody', 'tr'];

export function sanitiseBody(html: string): string {
  const clean = sanitizeHtml(html, {
    allowedTags: [...Object.keys(STYLES), ...PLAIN],
    allowedAttributes: {
      '*': ['style'],
      a: ['href', 'title', 'class'],
      img: ['src', 'alt', 'title'],
      ol: ['start'],
    },
    parseStyleAttributes: false,
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https'] },
    allowProtocolRelative: false,
    transformTags: { '*': styled },
    exclusiveFilter: (frame) =>
      frame.tag === 'p' && frame.text.trim() === '' && frame.mediaChildren.length === 0,
  });
  return (
    clean
      // A loop around one list item makes a list each time; to the reader it is one list.
      .replace(/<\/(ul|ol)>\s*<\1 [^>]*>/g, '')
      .replace(/margin:0 0 16px(">(?:(?!<\/?p\b)[\s\S])*<\/p>\s*<\/blockquote>)/g, 'margin:0$1')
  );
}

/** The column alignment is the one style Markdown itself writes; it stays. */
function styled(tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const { style: given, href, src, ...rest } = attribs;
  const alignment = /^text-align:(left|right|center)$/.exec(given ?? '')?.[0];
  const style = [STYLES[tagName], alignment].filter(Boolean).join(';');
  const picture = src !== undefined && isWebAddress(src) ? { src } : {};
  const link = href !== undefined && isLinkAllowed(href) ? { href, class: 'link' } : {};
  return { tagName, attribs: { ...rest, ...link, ...picture, ...(style ? { style } : {}) } };
}
