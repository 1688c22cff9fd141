// Which language somebody reads who asked for several.
import { expect, it } from 'vitest';
import { localeFor } from './locales';

it.each([[['en']], [['en-GB', 'cs']], [['cs', 'EN-us']], [['cs']], [[]], [['']]])(
  'reads English for %j',
  (wanted) => {
    expect(localeFor(wanted)).toBe('en');
  },
);
