// Every language says what English says: the same sentences, filled with the same values, in every plural it has.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { languageOf, locales } from './locales';

type Tree = { readonly [key: string]: string | Tree };
type Sentences = ReadonlyMap<string, string>;

const areas = readdirSync(path.join(import.meta.dirname, 'en'));

function sentencesOf(folder: string, names: readonly string[] = areas): Sentences {
  const read = (name: string): Tree =>
    JSON.parse(readFileSync(path.join(import.meta.dirname, folder, name), 'utf8'));
  return new Map(names.flatMap((name) => leaves(read(name), [name.replace('.json', '')])));
}

function leaves(tree: Tree, keys: readonly string[]): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[[...keys, key].join('.'), value]] : leaves(value, [...keys, key]),
  );
}

/** What a sentence is filled with: each value with the way it is used, each tag, each choice with its answers. */
function fillings(text: string, locale: string): string[] {
  const found = new Set<string>();
  const visit = (element: MessageFormatElement): void => {
    if (element.type === TYPE.argument) found.add(`{${element.value}}`);
    if (element.type === TYPE.number) found.add(`{${element.value}} number`);
    if (element.type === TYPE.date) found.add(`{${element.value}} date`);
    if (element.type === TYPE.time) found.add(`{${element.value}} time`);
    if (element.type === TYPE.tag) {
      found.add(`<${element.value}>`);
      element.children.forEach(visit);
    }
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return;
    const answers = Object.keys(element.options);
    if (element.type === TYPE.select) found.add(`{${element.value}} ${answers.sort().join(' ')}`);
    if (element.type === TYPE.plural) {
      found.add(`{${element.value}} plural`);
      for (const form of formsOf(locale, element.pluralType ?? 'cardinal')) {
        if (!answers.includes(form)) found.add(`{${element.value}} without ${form}`);
      }
    }
    for (const option of Object.values(element.options)) option.value.forEach(visit);
  };
  parse(text).forEach(visit);
  return simplified(found);
}

/** A language may need the number again, or agree with it, where English does not: a value told in a plural is told. */
function simplified(found: ReadonlySet<string>): string[] {
  return [...found].filter((one) => !(one.endsWith('}') && found.has(`${one} plural`))).sort();
}

/** Spanish, Portuguese and Italian say `many` of round millions only, and then as `other`. */
function formsOf(locale: string, type: Intl.PluralRuleType): string[] {
  const forms = new Intl.PluralRules(locale, { type }).resolvedOptions().pluralCategories;
  return ['es', 'pt', 'it'].includes(languageOf(locale)) ? forms.filter((form) => form !== 'many') : forms;
}

/** What must be the same in both, with a plain English value free to become a plural. */
function differences(english: string, said: string, locale: string): string[] {
  const [wanted, got] = [fillings(english, 'en'), fillings(said, locale)];
  const isPlural = (one: string) => one.endsWith('}') && got.includes(`${one} plural`);
  const missing = wanted.filter((one) => !got.includes(one) && !isPlural(one));
  const extra = got.filter(
    (one) => !wanted.includes(one) && !wanted.some((w) => isPlural(w) && one === `${w} plural`),
  );
  return [...missing.map((one) => `lacks ${one}`), ...extra.map((one) => `has ${one}`)];
}

const english = sentencesOf('en');

/** Longer than a name, and still word for word the English: nobody has translated it. */
function isLeftEnglish(key: string, said: string): boolean {
  const words = said.replaceAll(/\{[^{}]*\}|<[^<>]*>/g, '').match(/\p{L}{2,}/gu) ?? [];
  return said === english.get(key) && words.length > 3;
}

describe.each(locales.filter((locale) => locale !== 'en'))('the catalogue in %s', (locale) => {
  const said = sentencesOf(
    languageOf(locale),
    readdirSync(path.join(import.meta.dirname, languageOf(locale))),
  );

  it('has every sentence, and none that nobody says', () => {
    expect([...english.keys()].filter((key) => !said.has(key))).toEqual([]);
    expect([...said.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  it('fills every sentence with what English fills it with, in every plural of the language', () => {
    const wrong = [...said].flatMap(([key, text]) => {
      const different = differences(english.get(key) ?? '', text, locale);
      return different.length > 0 ? [`${key}: ${different.join(', ')}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('leaves no sentence empty or in English', () => {
    expect([...said].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
    expect([...said].filter(([key, text]) => isLeftEnglish(key, text)).map(([key]) => key)).toEqual([]);
  });
});

it.each([
  ['{count} people', '{count, plural, one {# osoba} few {# osoby} many {# osoby} other {# osob}}', []],
  ['Delete {name}', 'Smazat', ['lacks {name}']],
  ['Delete', 'Smazat {name}', ['has {name}']],
  ['<b>Now</b>', 'Teď', ['lacks <b>']],
  [
    '{n, plural, one {# day} other {# days}}',
    '{n, plural, one {# den} other {# dní}}',
    ['has {n} without few', 'has {n} without many'],
  ],
  [
    '{a, select, yes {on} other {off}}',
    '{a, select, ano {1} other {0}}',
    ['lacks {a} other yes', 'has {a} ano other'],
  ],
])('compares %j with %j', (one, other, different) => {
  expect(differences(one, other, 'cs')).toEqual(different);
});
