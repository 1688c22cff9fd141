// How an e-mail comes out: Markdown with Liquid, hostile values, links, frame, both parts.
import { afterAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/core/json';
import { closeLiquid } from '../liquid';
import { sampleOrder, sandboxConnection } from '../testing/sample-order';
import { renderEmail } from './render';

afterAll(closeLiquid);

async function render(data: JsonObject, attributes: JsonObject = {}, properties: JsonObject = {}) {
  const rendered = await renderEmail(sampleOrder('email', { data, attributes, properties }));
  if (!rendered.ok) throw new Error(rendered.refusal.message);
  return rendered.value;
}

/** The content between the brand line and the end of the card. */
async function bodyOf(body: string, attributes: JsonObject = {}, properties: JsonObject = {}) {
  const { html, text } = await render({ body }, attributes, properties);
  const inner = html.slice(
    html.indexOf('</p>', html.indexOf('font-weight:700;letter')) + 5,
    html.indexOf('</td></tr>\n<tr><td class="quiet"'),
  );
  const bare = inner.replace(/ (style|class)="[^"]*"/g, '').trim();
  return { html: bare, text: text.split('\n\nYou get this')[0] };
}

describe('the body', () => {
  it('keeps quotes in Liquid and formats around it', async () => {
    const body =
      '## Hi {{ customer.nick | default: "you" }}\n\nLook: **{{ event.total | append: " \'€\'" }}**';
    expect(await bodyOf(body)).toEqual({
      html: "<h2>Hi you</h2>\n<p>Look: <strong>12.50 '€'</strong></p>",
      text: "Hi you\n\nLook: 12.50 '€'",
    });
  });

  it('reads what earlier steps kept', async () => {
    const order = sampleOrder('email', {
      data: { body: 'Your code: {{ saved.coupon }}', saved: { coupon: 'TEA-1' } },
    });
    const rendered = await renderEmail(order);
    expect(rendered).toMatchObject({
      ok: true,
      value: { text: expect.stringContaining('Your code: TEA-1') },
    });
  });

  it('reads no value as Markdown or HTML', async () => {
    const name =
      '**bold** [x](https://evil.test) <img src=x onerror=alert(1)> `c` # h\n\n- item {{ customer.email }}';
    const { html, text } = await bodyOf('Hi {{ customer.name }}!', { name });
    expect(html).toBe(
      '<p>Hi **bold** [x](https://evil.test) &lt;img src=x onerror=alert(1)&gt; `c` # h\n\n- item {{ customer.email }}!</p>',
    );
    expect(text).toBe(`Hi ${name}!`);
  });

  it('treats HTML of the author as text', async () => {
    const { html } = await bodyOf('<script>alert(1)</script> <b onclick="x">y</b> <base href="//evil.test">');
    expect(html).not.toMatch(/<(script|b|base)/);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    '//evil.test/x',
    'javascript&colon;alert(1)',
    '" onclick="alert(1)',
  ])('drops the link %j', async (url) => {
    const { html } = await bodyOf('[open]({{ customer.url }}) ![pic]({{ customer.url }})', { url });
    expect(html).not.toMatch(/href|src=|onclick=/);
    expect(html).toContain('<a>open</a>');
  });

  it.each(['https://shop.test/a?b=1&c=2', 'http://shop.test', 'mailto:a@shop.test', 'tel:+420601'])(
    'keeps the link %s',
    async (url) => {
      const { html, text } = await bodyOf('[open]({{ customer.url }})', { url });
      expect(html).toBe(`<p><a href="${url.replace('&', '&amp;')}">open</a></p>`);
      expect(text).toBe(`open (${url})`);
    },
  );

  it('joins the lists that a loop makes, and shows no empty paragraph', async () => {
    const body =
      '{% for item in event.items %}\n- {{ item.name }}\n{% endfor %}\n\n{% if event.none %}no{% endif %}\n\nBye';
    const { html, text } = await bodyOf(body, {}, { items: [{ name: 'Lamp' }, { name: 'Rug <2m>' }] });
    expect(html.replace(/\n+/g, '')).toBe('<ul><li>Lamp</li><li>Rug &lt;2m&gt;</li></ul><p>Bye</p>');
    expect(text).toBe('- Lamp\n- Rug <2m>\n\nBye');
  });

  it('chooses whole paragraphs by a condition', async () => {
    const body = 'Hi,\n{% if customer.isVip %}\n**thank you**\n{% else %}\nwelcome\n{% endif %}\nbye';
    expect((await bodyOf(body, { isVip: true })).html.replace(/\n+/g, '')).toBe(
      '<p>Hi,</p><p><strong>thank you</strong></p><p>bye</p>',
    );
    expect((await bodyOf(body)).text).toBe('Hi,\n\nwelcome\n\nbye');
  });

  it('writes lists, quotes, tables, code and rules in both parts', async () => {
    const body =
      '1. a\n2. b\n   - c\n\n> q\n> r\n\n| x | y |\n|---|--:|\n| 1 | 2 |\n\n```\nif < 1\n```\n\n---\n\n![alt](https://i.test/a.png)';
    const { html, text } = await bodyOf(body);
    expect(text).toBe('1. a\n2. b\n  - c\n\n> q\n> r\n\nx  y\n1  2\n\nif < 1\n\n----------\n\nalt');
    expect(html).toContain('<blockquote>');
    expect(html).toContain('<img alt="alt" src="https://i.test/a.png" />');
    expect((await render({ body })).html).toContain('border-bottom:1px solid #8b95a5;text-align:right');
  });

  it('keeps a raw block as it is written', async () => {
    expect((await bodyOf('{% raw %}{{ not liquid }}{% endraw %}')).html).toBe('{{ not liquid }}');
  });
});

describe('the frame', () => {
  it('carries brand, preheader, button and footer', async () => {
    const { html, text } = await render({
      preheader: 'Only {{ event.total }}',
      button: {
        label: 'Back to {{ customer.firstName }}’s basket',
        url: 'https://shop.test/b?c={{ customer.id }}',
      },
    });
    expect(html).toContain('Lumen &amp; Co</p>');
    expect(html).toContain('>Only 12.50&#847;');
    expect(html).toMatch(
      /<a class="button" href="https:\/\/shop\.test\/b\?c=cus_test"[^>]*>Back to Ann’s basket<\/a>/,
    );
    expect(html).toContain('<a href="https://shop.test/u/token"');
    expect(html).toContain('color-scheme');
    expect(text).toContain('Back to Ann’s basket: https://shop.test/b?c=cus_test');
    expect(text).toContain('Unsubscribe: https://shop.test/u/token');
  });

  it('shows the postal address', async () => {
    const sender = { fromName: 'Lumen', fromAddress: 'a@shop.test', postalAddress: 'Main St <1>\nPrague' };
    const connection = { ...sandboxConnection('email'), config: { sender } };
    const rendered = await renderEmail(sampleOrder('email', { connection, data: { kind: 'transactional' } }));
    expect(rendered).toMatchObject({ ok: true, value: { from: { name: 'Lumen', address: 'a@shop.test' } } });
    expect(rendered.ok && rendered.value.html).toContain('Main St &lt;1&gt;<br>Prague');
    expect(rendered.ok && rendered.value.html).not.toContain('https://shop.test/u/token');
  });
});

describe('what cannot be put together', () => {
  it.each([
    [{ subject: '{{ customer.missing }}' }, 'The subject is empty'],
    [{ subject: 'x', body: '{{ a | nope }}' }, 'undefined filter: nope (line 1)'],
    [{ button: { label: 'Go', url: '{{ customer.missing }}' } }, 'leads nowhere'],
    [{ button: { label: 'Go', url: '{{ customer.firstName | prepend: "javascript:" }}' } }, 'leads nowhere'],
  ])('%j is refused', async (data, message) => {
    const rendered = await renderEmail(sampleOrder('email', { data }));
    expect(rendered).toMatchObject({
      ok: false,
      refusal: { code: 'render-failed', message: expect.stringContaining(message) },
    });
  });
});
