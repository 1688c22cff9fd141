// Which links may stand in a message.
import { describe, expect, test } from 'vitest';
import { isLinkAllowed, isWebAddress, linksOf } from './link';

describe('addresses', () => {
  test.each(['https://shop.example/a?b=c', 'http://shop.example', 'mailto:a@b.example', 'tel:+391234567'])(
    'allows %s in a message',
    (address) => expect(isLinkAllowed(address)).toBe(true),
  );

  test.each([
    '',
    'shop.example',
    '/sale',
    '#top',
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'https://',
    'https://a b',
  ])('refuses %j in a message', (address) => expect(isLinkAllowed(address)).toBe(false));

  test('what Liquid completes is judged when it is sent, apart from a scheme that is written out', () => {
    expect(isLinkAllowed('{{ event.url }}')).toBe(true);
    expect(isLinkAllowed('https://shop.example/{{ customer.id }}')).toBe(true);
    expect(isLinkAllowed('{% if customer.vip %}https://a.example{% endif %}')).toBe(true);
    expect(isLinkAllowed('javascript:{{ event.code }}')).toBe(false);
  });

  test('a webhook speaks http and https only', () => {
    expect(isWebAddress('https://shop.example/hook')).toBe(true);
    expect(isWebAddress('http://127.0.0.1:8080')).toBe(true);
    expect(isWebAddress('mailto:a@b.example')).toBe(false);
  });
});

describe('links of a Markdown text', () => {
  test('finds links, images and references', () => {
    const text =
      'See [this](https://a.example "title") and ![that](<https://b.example>).\n\n[ref]: https://c.example\n';
    expect(linksOf(text)).toEqual(['https://a.example', 'https://b.example', 'https://c.example']);
  });

  test('keeps Liquid whole, and an empty target empty', () => {
    expect(linksOf('[x]({{ event.url }}) [y](https://a.example/{% if a %}b{% endif %}) [z]()')).toEqual([
      '{{ event.url }}',
      'https://a.example/{% if a %}b{% endif %}',
      '',
    ]);
  });

  test('hostile text costs no more than its length', () => {
    expect(linksOf('[x]({{'.repeat(16_000))).toHaveLength(16_000);
  });
});
