// Every sentence of the catalogue is one that can be said: well formed, and not empty.
import { createTranslator } from 'next-intl';
import { expect, it } from 'vitest';
import { catalogues } from './catalogues';
import { locales } from './locales';

type Tree = { readonly [key: string]: string | Tree };

function sentences(tree: Tree, path: string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[[...path, key].join('.'), value]] : sentences(value, [...path, key]),
  );
}

/** A value for every placeholder: a number fits plural, number and plain text alike; a tag keeps its words. */
function valuesFor(text: string): Record<string, number | ((words: string) => string)> {
  const names = [...text.matchAll(/\{\s*(\w+)/g)].map(([, name = '']) => [name, 2]);
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([, tag = '']) => [tag, (words: string) => words]);
  return Object.fromEntries([...names, ...tags]);
}

it.each(locales)('can say every sentence in %s', (locale) => {
  const broken: string[] = [];
  const messages = catalogues[locale];
  const t = createTranslator({ locale, messages, onError: (error) => broken.push(error.message) });
  // The keys are made of the catalogue itself here, so their types add nothing.
  const say = t.markup as (key: string, values: object) => string;
  for (const [key, text] of sentences(messages)) {
    expect(text.trim(), key).not.toBe('');
    say(key, valuesFor(text));
  }
  expect(broken).toEqual([]);
});
