// The plain-text part of an e-mail, from the same Markdown tokens as the HTML part.
import type { Token } from 'markdown-it';

interface Level {
  /** The number of the next item, or null for bullets. */
  next: number | null;
}

interface Page {
  text: string;
  /** Put before the next line, e.g. the bullet of the item that just began. */
  marker: string;
  readonly levels: Level[];
  quoteDepth: number;
}

type Writer = (page: Page, token: Token) => void;

const noop: Writer = () => {};
const endBlock: Writer = (page) => {
  page.text = `${page.text.trimEnd()}\n\n`;
};
const endLine: Writer = (page) => {
  page.text = `${page.text.trimEnd()}\n`;
};
const openList: Writer = (page, token) => {
  page.levels.push({ next: token.type === 'bullet_list_open' ? null : Number(token.attrGet('start') ?? 1) });
};
const closeList: Writer = (page) => {
  page.levels.pop();
  page.text = `${page.text.trimEnd()}\n${page.levels.length === 0 ? '\n' : ''}`;
};
const verbatim: Writer = (page, token) => write(page, `${token.content.trimEnd()}\n\n`);

const writers: Readonly<Record<string, Writer>> = {
  inline: (page, token) => write(page, inlineText(token.children ?? [])),
  paragraph_close: (page, token) => (token.hidden ? endLine(page, token) : endBlock(page, token)),
  heading_close: endBlock,
  bullet_list_open: openList,
  ordered_list_open: openList,
  bullet_list_close: closeList,
  ordered_list_close: closeList,
  list_item_open: (page) => {
    const level = page.levels.at(-1);
    const bullet = level?.next === null || level === undefined ? '- ' : `${level.next}. `;
    if (level && level.next !== null) level.next += 1;
    page.marker = `${'  '.repeat(Math.max(0, page.levels.length - 1))}${bullet}`;
  },
  list_item_close: endLine,
  blockquote_open: (page) => {
    page.quoteDepth += 1;
  },
  blockquote_close: (page) => {
    page.quoteDepth -= 1;
  },
  fence: verbatim,
  code_block: verbatim,
  hr: (page) => write(page, '----------\n\n'),
  th_close: (page) => {
    page.text += '  ';
  },
  td_close: (page) => {
    page.text += '  ';
  },
  tr_close: endLine,
  table_close: endBlock,
};

export function plainTextOf(tokens: readonly Token[]): string {
  const page: Page = { text: '', marker: '', levels: [], quoteDepth: 0 };
  for (const token of tokens) (writers[token.type] ?? noop)(page, token);
  return page.text.trim();
}

function write(page: Page, text: string): void {
  const quote = '> '.repeat(page.quoteDepth);
  page.text += `${page.marker}${quote}${text.replaceAll('\n', `\n${quote}`)}`;
  page.marker = '';
}

function inlineText(children: readonly Token[]): string {
  let text = '';
  const targets: string[] = [];
  let label = '';
  for (const child of children) {
    if (child.type === 'link_open') {
      targets.push(String(child.attrGet('href') ?? ''));
      label = '';
    } else if (child.type === 'link_close') {
      const target = targets.pop() ?? '';
      if (target !== label) text += ` (${target})`;
    } else {
      const piece = child.type === 'softbreak' || child.type === 'hardbreak' ? '\n' : child.content;
      text += piece;
      label += piece;
    }
  }
  return text;
}
