// The author's Markdown as two Liquid templates, one of HTML and one of plain text. HTML in the source stays text.
import MarkdownIt from 'markdown-it';
import { plainTextOf } from './plain-text';
import { protectLiquid } from './protect-liquid';

const KEPT = 200;

export interface BodyTemplates {
  readonly html: string;
  readonly text: string;
}

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

const prepared = new Map<string, BodyTemplates>();

/** Prepared once per text: a journey sends the same one to everybody. */
export function prepareBody(source: string): BodyTemplates {
  const known = prepared.get(source);
  if (known) return known;
  const { text, restore } = protectLiquid(source);
  const tokens = markdown.parse(text, {});
  const templates = {
    html: restore(markdown.renderer.render(tokens, markdown.options, {})),
    text: restore(plainTextOf(tokens)),
  };
  prepared.set(source, templates);
  const [oldest] = prepared.keys();
  if (prepared.size > KEPT && oldest !== undefined) prepared.delete(oldest);
  return templates;
}
